import QuizCore

/// Reads the texts of one question in their formats: that of the question is the default of the others.
struct GIFTTexts {
    private let format: TextFormat
    private var losses: Set<MarkupLoss> = []

    init(_ question: GIFTPieces) {
        format = Self.format(at: question.trimmedPieces)?.format ?? .moodle
    }

    mutating func read(_ pieces: GIFTPieces) -> String {
        let pieces = pieces.trimmedPieces
        let named = Self.format(at: pieces)
        let text = named.map { pieces[$0.end...].trimmedPieces } ?? pieces
        return read(text.text, as: named?.format ?? format)
    }

    /// What has no format of its own, by Moodle's rules.
    func plain(_ pieces: GIFTPieces) -> String {
        pieces.trimmedPieces.text.trimmingSpaces
    }

    /// The question with a blank where its braces stood, unless they stood at its end.
    mutating func prompt(_ outline: GIFTOutline) -> String {
        let after = outline.after.trimmedPieces
        guard outline.answers != nil, !after.isEmpty else { return read(outline.before) }
        let before = outline.before.trimmedPieces
        let named = Self.format(at: before)
        let start = named?.end ?? before.startIndex
        let blank = GIFTPiece(scalar: "_", isEscaped: true, offset: outline.after.first?.offset ?? 0)
        let pieces = outline.before[start...] + Array(repeating: blank, count: 5) + outline.after
        return read(pieces.text, as: format)
    }

    private mutating func read(_ text: String, as format: TextFormat) -> String {
        let reading = format.read(text)
        losses.formUnion(reading.losses)
        return reading.text.trimmingSpaces
    }

    func tellLosses(at place: SourcePlace, _ leftOut: inout LeftOut) {
        leftOut.add(losses, at: place)
    }

    /// `[html]` and the like at the start of a text.
    private static func format(at pieces: GIFTPieces) -> (format: TextFormat, end: Int)? {
        guard pieces.first?.isSign("[") == true,
            let close = pieces.prefix(12).firstIndex(where: { $0.isSign("]") }),
            let format = TextFormat(rawValue: pieces[(pieces.startIndex + 1)..<close].text)
        else { return nil }
        return (format, close + 1)
    }
}

extension String {
    /// Without the white space at both ends.
    var trimmingSpaces: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[start...end])
    }
}
