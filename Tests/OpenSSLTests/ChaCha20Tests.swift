import OpenSSL
import Testing

/// Expected streams: `head -c N /dev/zero | openssl enc -chacha20 -K KEY -iv IV` of OpenSSL 3.0.19.
@Suite struct ChaCha20Tests {
    static let seed = [UInt8](0..<32)

    /// IV 0: blocks 0 and 1.
    static let start = """
        39fd2b7dd9c5196a8dbd0377b8dc4a498a35d86fbcde6accb2cc7d4cd8ea2492\
        2b23cce7a26023ab3f0eef693ac87f64258235eab1f7a32dc22762a0485b410c\
        18b84231ade6a6d113615c61af434e27f8b1f3f5e1ad5b5cecf8fc122a35755c\
        7208086dd1ee3c5d9d815824640e003c9ba0f65ede5d59ce0d2a4a7f31955acd
        """

    /// IV `ffffffff00…`: blocks 2^32 - 1 and 2^32, where a counter of 32 bits would start over.
    static let farAway = """
        1ce0deb8925fccea2d5587e850054559edcbbeb1a6c8e1c02c1e89abba08b01c\
        ad6048fe5ab5242ed6befbef6b4040fcb666a5f3858d942a912c4e8800301a42\
        d838fb09536e2e3a10e8f23f486273a69f42d8e640d781ede384793c34c32564\
        fc4361e5d5c5b620583b0528192f4c6109f23a0e14398ee6537cdcf2cd610ea2
        """

    @Test func streamEqualsTheCommandLines() {
        #expect(hex(ChaCha20.keystream(seed: Self.seed, firstWord: 0, count: 16)) == Self.start)
    }

    /// RFC 8439, A.1, test vector 1: a zero key.
    @Test func streamOfTheZeroKeyEqualsTheRFCs() {
        let expected = """
            76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7\
            da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586
            """
        #expect(hex(ChaCha20.keystream(seed: [UInt8](repeating: 0, count: 32), firstWord: 0, count: 8)) == expected)
    }

    @Test func wordsAreBigEndian() {
        #expect(ChaCha20.keystream(seed: Self.seed, firstWord: 0, count: 1) == [0x39fd_2b7d_d9c5_196a])
    }

    @Test func counterGoesPast32Bits() {
        let first = 8 * (1 << 32) - 8
        #expect(hex(ChaCha20.keystream(seed: Self.seed, firstWord: first, count: 16)) == Self.farAway)
        #expect(hex(ChaCha20.keystream(seed: Self.seed, firstWord: first + 8, count: 8)) == Self.farAway.suffix(128))
    }

    @Test func anyPieceEqualsTheSamePieceOfTheWhole() {
        let whole = ChaCha20.keystream(seed: Self.seed, firstWord: 0, count: 1_024)
        for first in stride(from: 0, to: 512, by: 8) {
            for count in [0, 1, 7, 8, 9, 128, 500] {
                let piece = ChaCha20.keystream(seed: Self.seed, firstWord: first, count: count)
                #expect(piece == Array(whole[first..<(first + count)]), "\(count) words from \(first)")
            }
        }
    }

    @Test func manyThreadsReadTheirOwnStreams() async {
        await withTaskGroup(of: Bool.self) { group in
            for number in UInt8(0)..<8 {
                group.addTask {
                    let seed = [UInt8](repeating: number, count: 32)
                    let expected = ChaCha20.keystream(seed: seed, firstWord: 8, count: 128)
                    return (0..<2_000).allSatisfy { _ in
                        ChaCha20.keystream(seed: seed, firstWord: 8, count: 128) == expected
                    }
                }
            }
            for await isRight in group {
                #expect(isRight)
            }
        }
    }

    @Test func wrongArgumentsEndTheProcess() async {
        await #expect(processExitsWith: .failure) {
            _ = ChaCha20.keystream(seed: [1, 2, 3], firstWord: 0, count: 8)
        }
        await #expect(processExitsWith: .failure) {
            _ = ChaCha20.keystream(seed: [UInt8](0..<32), firstWord: 4, count: 8)
        }
    }

    private func hex(_ words: [UInt64]) -> String {
        words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }.hex
    }
}
