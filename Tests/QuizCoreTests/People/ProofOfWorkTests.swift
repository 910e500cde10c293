import QuizCore
import Testing

struct ProofOfWorkTests {
    private static let key = [UInt8](repeating: 3, count: 32)
    private static let end = Timestamp(milliseconds: 1_000_000)

    private func challenge(_ number: UInt8 = 1, bits: Int = 8) throws -> Challenge {
        let id = try #require(PublicID(bytes: [UInt8](repeating: number, count: 16)))
        return Challenge(id: id, expires: Self.end, bits: bits)
    }

    private func solve(_ challenge: Challenge) -> [UInt32] {
        (0..<UInt32(Challenge.parts)).map { part in
            func bytes(_ number: UInt32) -> [UInt8] {
                (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - $0 * 8)) }
            }
            var nonce: UInt32 = 0
            while LibCrypto().sha256(challenge.id.bytes + bytes(part) + bytes(nonce))[0] >> (8 - challenge.bitsOfPart)
                != 0
            { nonce += 1 }
            return nonce
        }
    }

    private func text(_ challenge: Challenge, _ nonces: [UInt32], contest: String = "c") -> String {
        challenge.text(of: contest, key: Self.key, by: LibCrypto()) + ":"
            + nonces.map { String($0) }.joined(separator: ",")
    }

    private func refusal(_ text: String, at moment: Int64 = 0, bits: Int = 8) -> Proof.Refusal? {
        do throws(ProofRefused) {
            _ = try Proof(
                text,
                for: "c",
                bits: bits,
                at: Timestamp(milliseconds: moment),
                key: Self.key,
                by: LibCrypto()
            )
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func aSolutionPasses() throws {
        let challenge = try challenge()
        #expect(refusal(text(challenge, solve(challenge))) == nil)
    }

    @Test func anythingElseDoesNot() throws {
        let challenge = try challenge()
        let nonces = solve(challenge)
        #expect(refusal(text(challenge, nonces, contest: "other")) == .foreign)
        #expect(refusal(text(challenge, nonces), at: 1_000_000) == .expired)
        #expect(refusal(text(challenge, nonces), bits: 9) == .foreign, "easier than what is asked")
        #expect(refusal(text(challenge, Array(nonces.dropLast()))) == .unsolved)
        #expect(refusal(text(challenge, nonces + [0])) == .unsolved)
        #expect(refusal(text(try self.challenge(2), nonces)) == .unsolved)
        let signed = text(challenge, nonces)
        #expect(refusal(signed.replacing(".1000000.8.", with: ".2000000.8.")) == .foreign, "a later end")
    }

    @Test(
        arguments: [
            "", ":", ".", "...:", "a.b.c.d:1", String(repeating: "9", count: 400), String(repeating: ".", count: 401),
            "01010101010101010101010101010101.9223372036854775808.8.00:0",
            "01010101010101010101010101010101.1.9999999999999999999.00:0",
            "01010101010101010101010101010101.1.8.00:-1,99999999999999999999",
        ]
    )
    func nothingThatSomebodySendsEndsTheProcess(_ text: String) {
        #expect(refusal(text) != nil)
    }
}
