import QuizCore
import Testing

/// I6: every input has its part in the seed, and none runs over into another.
struct SeedTests {
    private static let nonce = PublicID(hex: "000102030405060708090a0b0c0d0e0f")
    private static let other = PublicID(hex: "ffffffffffffffffffffffffffffffff")

    private func inputs(
        contest: String = "ab",
        round: String = "c",
        contestant: PublicID? = nonce,
        number: Int = 1,
        nonce: PublicID? = nonce,
        banks: UInt8 = 1,
        blueprint: UInt8 = 2,
        excluded: UInt8 = 3
    ) throws -> Seed.Inputs {
        Seed.Inputs(
            contest: contest,
            round: round,
            contestant: try #require(contestant),
            number: number,
            nonce: try #require(nonce),
            pool: PoolDigests(
                banks: Array(repeating: banks, count: 32),
                blueprint: Array(repeating: blueprint, count: 32),
                excluded: Array(repeating: excluded, count: 32)
            )
        )
    }

    @Test func eachInputChangesTheSeed() throws {
        let all = try [
            inputs(), inputs(contest: "a", round: "bc"), inputs(contest: "abc", round: ""), inputs(round: "d"),
            inputs(contestant: Self.other), inputs(number: 2), inputs(nonce: Self.other), inputs(banks: 9),
            inputs(blueprint: 9), inputs(excluded: 9),
        ]
        let key = Array(repeating: UInt8(7), count: 32)
        #expect(Set(all.map { Seed($0, contestKey: key, by: LibCrypto()) }).count == all.count)
        #expect(
            try Seed(inputs(), contestKey: key, by: LibCrypto())
                != Seed(inputs(), contestKey: key.map { $0 ^ 1 }, by: LibCrypto())
        )
    }

    /// The bytes as docs/drawing.md lists them.
    @Test func theMessageIsFieldsWithTheirLengths() throws {
        let message = try inputs().message
        #expect(Array(message.prefix(21)) == [0, 0, 0, 17] + Array("bang-vang/seed/v1".utf8))
        #expect(Array(message.dropFirst(21).prefix(11)) == [0, 0, 0, 2, 97, 98, 0, 0, 0, 1, 99])
        #expect(message.count == 21 + 11 + 20 + 8 + 20 + 3 * 36)
    }
}
