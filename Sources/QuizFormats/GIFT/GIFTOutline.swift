/// A question cut at its braces.
struct GIFTOutline {
    var title: GIFTPieces?
    var before: GIFTPieces
    /// Between the braces; `nil`: there are none.
    var answers: GIFTPieces?
    var after: GIFTPieces
    var generalFeedback: GIFTPieces?

    enum Flaw: Error {
        case neverClosed(Int)
        case neverOpened(Int)
        case anotherBrace(Int)
    }

    init(_ pieces: [GIFTPiece]) throws(Flaw) {
        var rest = pieces[...].trimmedPieces
        if rest.hasPrefix("::"), let end = rest.dropFirst(2).first(of: "::") {
            title = rest[(rest.startIndex + 2)..<end]
            rest = rest[(end + 2)...].trimmedPieces
        }
        let open = rest.firstIndex { $0.isSign("{") }
        let close = rest.firstIndex { $0.isSign("}") }
        before = rest
        after = rest[rest.endIndex...]
        guard open != nil || close != nil else { return }
        guard let open, open < close ?? open + 1 else { throw .neverOpened(rest[close ?? rest.startIndex].offset) }
        guard let close else { throw .neverClosed(rest[open].offset) }
        before = rest[..<open]
        after = rest[(close + 1)...]
        var inner = rest[(open + 1)..<close]
        let other = inner.first { $0.isSign("{") } ?? after.first { $0.isSign("{") || $0.isSign("}") }
        if let other { throw .anotherBrace(other.offset) }
        if let mark = inner.last(of: "####") {
            generalFeedback = inner[(mark + 4)...]
            inner = inner[..<mark]
        }
        answers = inner.trimmedPieces
    }
}
