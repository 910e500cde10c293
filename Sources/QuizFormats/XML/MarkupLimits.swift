/// How large an XML document may be.
package struct MarkupLimits: Sendable {
    /// Unit: bytes.
    package var size = 20 << 20
    package var elements = 500_000
    package var depth = 64
    /// Of one piece of text between two tags, in bytes.
    package var text = 1 << 20

    package init() {}

    /// For parts that are read as a stream, a row at a time.
    package static var stream: MarkupLimits {
        var limits = MarkupLimits()
        limits.size = 100 << 20
        // Some 60,000 questions of a dozen cells.
        limits.elements = 1_500_000
        return limits
    }
}
