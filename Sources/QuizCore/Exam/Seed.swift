/// The seed of one paper (I6).
///
/// HMAC-SHA-256 under the contest key over fields that are fixed before the draw: the organizer cannot grind for a
/// friend, since the key is committed to before the contest opens and the nonce comes from the contestant; the
/// contestant cannot grind, since the key is secret. docs/drawing.md has a worked vector for the openssl command line.
package struct Seed: Hashable, Sendable {
    /// 32 bytes.
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// What the seed depends on, and nothing else.
    package struct Inputs: Hashable, Sendable {
        package let contest: String
        package let round: String
        package let contestant: PublicID
        /// Counted from 1 within the scope of the attempt limit.
        package let number: Int
        package let nonce: PublicID
        package let pool: PoolDigests

        package init(
            contest: String,
            round: String,
            contestant: PublicID,
            number: Int,
            nonce: PublicID,
            pool: PoolDigests
        ) {
            self.contest = contest
            self.round = round
            self.contestant = contestant
            self.number = number
            self.nonce = nonce
            self.pool = pool
        }

        /// The message that is authenticated: fields in this order, each with its length (``CanonicalBytes``).
        package var message: [UInt8] {
            var bytes = CanonicalBytes()
            bytes.append("bang-vang/seed/v1")
            bytes.append(contest)
            bytes.append(round)
            bytes.append(contestant.bytes)
            bytes.append(number)
            bytes.append(nonce.bytes)
            bytes.append(pool.banks)
            bytes.append(pool.blueprint)
            bytes.append(pool.excluded)
            return bytes.bytes
        }
    }

    package init(_ inputs: Inputs, contestKey: [UInt8], by cryptography: any Cryptography) {
        bytes = cryptography.hmac(inputs.message, key: contestKey)
    }
}

/// What a paper is drawn from, as digests.
///
/// Each is 32 bytes, SHA-256.
package struct PoolDigests: Hashable, Sendable {
    /// Over the paper digests of the banks, sorted by bank id.
    package let banks: [UInt8]
    package let blueprint: [UInt8]
    /// Over the sorted ids of the questions left out, expired ones above all.
    package let excluded: [UInt8]

    package init(banks: [UInt8], blueprint: [UInt8], excluded: [UInt8]) {
        self.banks = banks
        self.blueprint = blueprint
        self.excluded = excluded
    }
}
