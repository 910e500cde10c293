import Foundation

/// The parser under test, and how often it was called.

enum Session {
    nonisolated(unsafe) static var parser = Parser.all[0]
    nonisolated(unsafe) private static var runs = 0

    /// How often the cost of a long input is looked at.
    private static let every = 4_096
    /// Unit: bytes.
    private static let long = 1 << 18
    /// Unit: seconds of processor time.
    private static let most = 5.0

    static func run(_ bytes: [UInt8]) {
        parser.check(bytes)
        // At the first, too, so that a file kept by the fuzzer shows what was found.
        if runs % every == 0, !bytes.isEmpty { measure(bytes) }
        if !bytes.isEmpty { runs += 1 }
    }

    /// The same again and again must not cost more than its length (a square of it would be minutes).
    private static func measure(_ bytes: [UInt8]) {
        let text = Array(repeatElement(bytes, count: max(1, long / bytes.count)).joined())
        let start = clock()
        parser.read(text)
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        demand(seconds < most, "\(text.count) bytes, this input again and again, take \(seconds) s")
    }
}
