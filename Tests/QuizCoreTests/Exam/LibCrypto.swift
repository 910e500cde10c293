import OpenSSL
import QuizCore

/// The primitives as the server has them, for tests of what is drawn.
struct LibCrypto: Cryptography {
    func sha256(_ bytes: [UInt8]) -> [UInt8] {
        SHA256.hash(bytes)
    }

    func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        HMACSHA256.authenticate(message, key: key)
    }

    func keystream(seed: [UInt8], first: Int, count: Int) -> [UInt64] {
        ChaCha20.keystream(seed: seed, firstWord: first, count: count)
    }
}

extension Seed {
    /// The seed with this number in a fixed sequence: SHA-256 of its decimal digits.
    static func numbered(_ number: Int) -> Seed {
        Seed(bytes: SHA256.hash(Array("seed \(number)".utf8)))
    }
}

/// Pseudorandom numbers that are the same in every run (SplitMix64).
struct FixedGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

/// Whether counts fit equal chances: χ² stays within `cells − 1` and five of its standard deviations.
///
/// - Parameters:
///   - counts: One for each cell.
///   - spread: The variance of a count as a share of what independent draws would give.
/// - Returns: Whether they do.
func areEven(_ counts: [Int], spread: Double = 1) -> Bool {
    let mean = Double(counts.reduce(0, +)) / Double(counts.count)
    let freedom = Double(counts.count - 1)
    let squares = counts.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) / mean }
    return abs(squares / spread - freedom) <= 5 * (2 * freedom).squareRoot()
}
