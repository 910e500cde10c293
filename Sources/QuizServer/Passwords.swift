import OpenSSL
import QuizAPI
import QuizCore
import QuizStore
import Synchronization

/// Staff passwords: scrypt at N=2^14, r=8, p=5 (I9).
enum Passwords {
    private static let cost = 16_384
    private static let blockSize = 8
    private static let parallelism = 5

    /// Hashes a new password under a fresh salt.
    static func hash(_ password: String) throws -> PasswordHash {
        let salt = SecureRandom.bytes(16)
        return PasswordHash(
            salt: salt,
            cost: cost,
            blockSize: blockSize,
            parallelism: parallelism,
            hash: try derive(password, salt, cost, blockSize, parallelism)
        )
    }

    /// A password that `--demo` makes: 100 random bits in a readable alphabet.
    static func random() -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789".utf8)
        let picked = SecureRandom.bytes(64).filter { $0 < 248 }.prefix(20).map { letters[Int($0) % letters.count] }
        return String(decoding: picked, as: UTF8.self)
    }

    static func matches(_ password: String, _ hash: PasswordHash) -> Bool {
        let derived = try? derive(password, hash.salt, hash.cost, hash.blockSize, hash.parallelism)
        return derived.map { ConstantTime.equal($0, hash.hash) } ?? false
    }

    /// The hash that unknown accounts are checked against, so that they cost the same time (ASVS 6.3.8).
    static let decoy = PasswordHash(
        salt: SecureRandom.bytes(16),
        cost: cost,
        blockSize: blockSize,
        parallelism: parallelism,
        hash: SecureRandom.bytes(32)
    )

    private static func derive(
        _ password: String,
        _ salt: [UInt8],
        _ cost: Int,
        _ blockSize: Int,
        _ parallelism: Int
    ) throws -> [UInt8] {
        try Scrypt.derive(
            password: Array(password.precomposed.utf8),
            salt: salt,
            cost: cost,
            blockSize: blockSize,
            parallelism: parallelism,
            length: 32
        )
    }
}

/// The one lane in which passwords are hashed: a burst of sign-ins never takes the contest's second core (I9).
actor PasswordLane {
    private let executor = QueueExecutor(label: "quiz.passwords")
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    private nonisolated let waiting = Atomic<Int>(0)
    private static let limit = 32

    nonisolated func check(_ password: String, against hash: PasswordHash?) async -> PasswordCheck.Verdict {
        guard waiting.add(1, ordering: .relaxed).newValue <= Self.limit else {
            waiting.subtract(1, ordering: .relaxed)
            return .overloaded
        }
        defer { waiting.subtract(1, ordering: .relaxed) }
        let matches = await matches(password, hash ?? Passwords.decoy)
        return matches && hash != nil ? .right : .wrong
    }

    /// Hashes a new password, in the same lane.
    ///
    /// - Returns: `nil` if too many wait.
    nonisolated func hash(_ password: String) async -> PasswordHash? {
        guard waiting.add(1, ordering: .relaxed).newValue <= Self.limit else {
            waiting.subtract(1, ordering: .relaxed)
            return nil
        }
        defer { waiting.subtract(1, ordering: .relaxed) }
        return await hashed(password)
    }

    private func hashed(_ password: String) -> PasswordHash? {
        try? Passwords.hash(password)
    }

    private func matches(_ password: String, _ hash: PasswordHash) -> Bool {
        Passwords.matches(password, hash)
    }
}
