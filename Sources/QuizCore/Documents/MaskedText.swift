import Yams

/// The text that the parser gets, with what it handles badly masked by private characters.
///
/// No file may hold these (``SourceText``), and one scalar stands for one, so that places stay as they are.
///
/// - Stars: an alias is a copy to the parser, and keys are hashed through all copies, so that some hundred bytes can
///   stand for billions of values. With every star masked there are no aliases, only texts that begin with a mask.
/// - Keys that stand twice in a mapping: the parser stops at them. With the first letter of the earlier one masked it
///   reads on, and the key is known again.
struct MaskedText {
    /// Each hidden key costs a further run of the parser.
    private static let maximumKeys = 30
    /// Bytes parsed in all runs together.
    private static let maximumWork = 8 << 20
    private static let star: Unicode.Scalar = "\u{E000}"
    private static let firstKeyMask: UInt32 = 0xF0000

    private(set) var text: String
    /// Where the hidden keys stand.
    private(set) var marks: [Mark] = []
    private var letters: [Unicode.Scalar: Unicode.Scalar] = [:]

    init(_ text: String) {
        let hasStars = text.utf8.contains(UInt8(ascii: "*"))
        self.text =
            hasStars ? String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "*" ? Self.star : $0 })) : text
    }

    /// Whether a plain scalar is an alias.
    func isAlias(_ scalar: String) -> Bool {
        scalar.unicodeScalars.first == Self.star
    }

    /// A scalar as it stands in the file.
    func original(of scalar: String) -> String {
        guard scalar.utf8.contains(where: { $0 == 0xEE || $0 == 0xF3 }) else { return scalar }
        return String(
            String.UnicodeScalarView(scalar.unicodeScalars.map { $0 == Self.star ? "*" : letters[$0] ?? $0 })
        )
    }

    /// Hides the key at `mark`.
    ///
    /// - Returns: `false` if it is no plain or quoted word, or if it would cost too much.
    mutating func hideKey(at mark: Mark) -> Bool {
        guard marks.count < Self.maximumKeys, (marks.count + 2) * text.utf8.count <= Self.maximumWork,
            let mask = Unicode.Scalar(Self.firstKeyMask + UInt32(marks.count)),
            let index = letterIndex(at: mark)
        else { return false }
        letters[mask] = text.unicodeScalars[index]
        marks.append(mark)
        let next = text.unicodeScalars.index(after: index)
        text.unicodeScalars.replaceSubrange(index..<next, with: CollectionOfOne(mask))
        return true
    }

    private func letterIndex(at mark: Mark) -> String.Index? {
        let scalars = text.unicodeScalars
        guard var index = Self.index(line: mark.line, column: mark.column, in: scalars) else { return nil }
        let isQuoted = scalars[index] == "\"" || scalars[index] == "'"
        if isQuoted { index = scalars.index(after: index) }
        guard index < scalars.endIndex, scalars[index].properties.isAlphabetic else { return nil }
        return index
    }

    private static func index(line: Int, column: Int, in scalars: String.UnicodeScalarView) -> String.Index? {
        var index = scalars.startIndex
        var current = 1
        while current < line, index < scalars.endIndex {
            let scalar = scalars[index]
            index = scalars.index(after: index)
            if scalar == "\r", index < scalars.endIndex, scalars[index] == "\n" { index = scalars.index(after: index) }
            if scalar == "\n" || scalar == "\r" { current += 1 }
        }
        guard let found = scalars.index(index, offsetBy: column - 1, limitedBy: scalars.endIndex),
            found < scalars.endIndex
        else { return nil }
        return found
    }
}
