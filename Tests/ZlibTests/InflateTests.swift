import Testing
import Zlib

struct InflateTests {
    /// What gzip packs, without the ten bytes of its header and the eight behind the stream.
    private func deflated(_ bytes: [UInt8]) throws -> ArraySlice<UInt8> {
        try #require(Gzip.compress(bytes)).dropFirst(10).dropLast(8)
    }

    @Test(arguments: [0, 1, 1_000, 262_143, 262_144, 262_145, 3_000_000])
    func whatWasPackedComesOut(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 5) }
        let packed = try deflated(bytes)
        #expect(try Inflate.raw(packed, limit: count) == bytes)
    }

    @Test(arguments: [1, 262_144, 300_000])
    func oneByteMoreThanAllowedIsTooLarge(_ count: Int) throws {
        let packed = try deflated([UInt8](repeating: 7, count: count))
        #expect(throws: Inflate.Failure.tooLarge) { try Inflate.raw(packed, limit: count - 1) }
        #expect(throws: Inflate.Failure.damaged) { try Inflate.raw(packed, limit: -1) }
    }

    @Test func aCutStreamIsDamagedAtEveryByte() throws {
        let packed = try deflated(Array("Mật khẩu nào khó đoán nhất? Mật khẩu dài nhất.".utf8))
        for count in 0..<packed.count {
            #expect(throws: Inflate.Failure.damaged) { try Inflate.raw(packed.prefix(count), limit: 1_000) }
        }
    }

    @Test func bytesBehindTheStreamAreDamage() throws {
        let packed = try deflated([1, 2, 3]) + [0]
        #expect(throws: Inflate.Failure.damaged) { try Inflate.raw(packed, limit: 10) }
    }

    @Test func noiseNeverStopsTheProcess() {
        var generator = SplitMix(state: 4)
        for _ in 0..<2_000 {
            let noise = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            if let bytes = try? Inflate.raw(noise[...], limit: 5_000) { #expect(bytes.count <= 5_000) }
        }
    }

    @Test(arguments: [("", 0 as UInt32), ("123456789", 0xCBF4_3926), ("a", 0xE8B7_BE43)])
    func checksumsAreThoseOfTheStandard(_ text: String, _ sum: UInt32) {
        #expect(CRC32.checksum(Array(text.utf8)[...]) == sum)
    }
}

/// Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}
