import QuizCore
import Testing

struct WordStreamTests {
    /// Gives fixed words, to reach those that are thrown away.
    private struct Fixed: Cryptography {
        let words: [UInt64]

        func sha256(_ bytes: [UInt8]) -> [UInt8] { [] }
        func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] { [] }
        func keystream(seed: [UInt8], first: Int, count: Int) -> [UInt64] {
            (first..<first + count).map { $0 < words.count ? words[$0] : 0 }
        }
    }

    @Test func numbersStayBelowTheBound() {
        var words = WordStream(seed: .numbered(0), from: LibCrypto())
        for bound in 1...2_000 { #expect((0..<bound).contains(words.below(bound))) }
    }

    @Test func wordsBeyondTheLastWholeMultipleAreThrownAway() {
        // 2^64 mod 3 is 1: the greatest word alone has no place.
        var words = WordStream(seed: .numbered(0), from: Fixed(words: [.max, .max - 1, .max, 7]))
        #expect(words.below(3) == Int((UInt64.max - 1) % 3))
        #expect(words.below(3) == 1)
        // A power of two divides 2^64: every word counts.
        var all = WordStream(seed: .numbered(0), from: Fixed(words: [.max, .max - 1]))
        #expect(all.below(4) == 3)
        #expect(all.below(4) == 2)
    }

    @Test func theStreamGoesOnBehindItsFirstPiece() {
        let source = LibCrypto()
        let expected = source.keystream(seed: Seed.numbered(3).bytes, first: 0, count: 512)
        var words = WordStream(seed: .numbered(3), from: source)
        for word in expected { #expect(words.below(1 << 32) == Int(word % (1 << 32))) }
    }
}
