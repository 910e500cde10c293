/// A puzzle that costs whoever registers a second of work, and a machine that registers thousands its thousands of
/// seconds: sixteen small puzzles in place of a large one, so that nobody has bad luck.
///
/// The challenge is signed and names its end, so that the server keeps nothing until it is solved.
package struct Challenge: Hashable, Sendable {
    package let id: PublicID
    package let expires: Timestamp
    /// Range: ``RegistrationRules/proofRange``.
    package let bits: Int

    package static let parts = 16
    /// As a power of two, what the number of parts takes off each.
    private static let partBits = 4
    /// Unit: milliseconds.
    package static let lifetime: Int64 = 600_000

    package init(id: PublicID, expires: Timestamp, bits: Int) {
        self.id = id
        self.expires = expires
        self.bits = bits
    }

    /// Leading zero bits of each part.
    package var bitsOfPart: Int { bits - Self.partBits }

    /// As it goes out and comes back: `id.expires.bits.signature`.
    package func text(of contest: String, key: [UInt8], by cryptography: some Cryptography) -> String {
        "\(id.hex).\(expires.milliseconds).\(bits).\(signature(contest, key, cryptography).hex)"
    }

    private func signature(_ contest: String, _ key: [UInt8], _ cryptography: some Cryptography) -> [UInt8] {
        var bytes = CanonicalBytes()
        bytes.append("bang-vang/challenge/v1")
        bytes.append(contest)
        bytes.append(id.bytes)
        bytes.append(expires.milliseconds)
        bytes.append(bits)
        return cryptography.hmac(bytes.bytes, key: key)
    }

    /// Whether nonces solve it: SHA-256 over id, part and nonce (four bytes each, big-endian) begins with enough zeros.
    package func isSolved(by nonces: [UInt32], _ cryptography: some Cryptography) -> Bool {
        guard nonces.count == Self.parts else { return false }
        return nonces.enumerated().allSatisfy { part, nonce in
            let hash = cryptography.sha256(id.bytes + Self.bytes(UInt32(part)) + Self.bytes(nonce))
            let head = hash.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            return head.leadingZeroBitCount >= bitsOfPart
        }
    }

    private static func bytes(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32(24 - $0 * 8)) }
    }
}

/// A challenge with its solution, as a registration brings it: `challenge:nonce,nonce,…`.
package struct Proof: Sendable {
    package enum Refusal: Hashable, Sendable {
        case unreadable, foreign, expired, unsolved
    }

    package let challenge: Challenge

    /// Checks all but whether it was used before.
    ///
    /// - Throws: ``Refusal``.
    package init(
        _ text: String,
        for contest: String,
        bits: Int,
        at moment: Timestamp,
        key: [UInt8],
        by cryptography: some Cryptography
    ) throws(ProofRefused) {
        let halves = text.split(separator: ":", omittingEmptySubsequences: false)
        guard text.utf8.count <= 400, halves.count == 2 else { throw ProofRefused(reason: .unreadable) }
        let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, let id = PublicID(hex: parts[0]), let expires = Int64(parts[1]),
            let told = Int(parts[2]), RegistrationRules.proofRange.contains(told)
        else { throw ProofRefused(reason: .unreadable) }
        let challenge = Challenge(id: id, expires: Timestamp(milliseconds: expires), bits: told)
        let expected = challenge.text(of: contest, key: key, by: cryptography)
        // Compared as hashes, so that the time says nothing about where they differ (I9).
        guard cryptography.sha256(Array(expected.utf8)) == cryptography.sha256(Array(halves[0].utf8)), told >= bits
        else {
            throw ProofRefused(reason: .foreign)
        }
        guard moment < challenge.expires else { throw ProofRefused(reason: .expired) }
        let nonces = halves[1].split(separator: ",", omittingEmptySubsequences: false).map { UInt32($0) }
        guard nonces.allSatisfy({ $0 != nil }), challenge.isSolved(by: nonces.compactMap { $0 }, cryptography) else {
            throw ProofRefused(reason: .unsolved)
        }
        self.challenge = challenge
    }
}

package struct ProofRefused: Error, Hashable, Sendable {
    package let reason: Proof.Refusal
}
