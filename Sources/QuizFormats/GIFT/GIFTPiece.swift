/// One character of a question, its escape resolved.
struct GIFTPiece {
    let scalar: Unicode.Scalar
    /// It stands for itself, whatever it means elsewhere.
    let isEscaped: Bool
    /// Unit: bytes of the file.
    let offset: Int

    func isSign(_ sign: Unicode.Scalar) -> Bool {
        scalar == sign && !isEscaped
    }

    var isSpace: Bool { !isEscaped && scalar.properties.isWhitespace }
}

typealias GIFTPieces = ArraySlice<GIFTPiece>

extension GIFTPieces {
    /// Without the white space at both ends.
    var trimmedPieces: GIFTPieces {
        guard let start = firstIndex(where: { !$0.isSpace }), let end = lastIndex(where: { !$0.isSpace }) else {
            return self[startIndex..<startIndex]
        }
        return self[start...end]
    }

    /// Where a sequence of signs, none of them escaped, stands for the first time.
    func first(of signs: String) -> Index? {
        let wanted = Array(signs.unicodeScalars)
        guard count >= wanted.count else { return nil }
        return (startIndex...(endIndex - wanted.count)).first { matches(wanted, at: $0) }
    }

    /// The same for the last time.
    func last(of signs: String) -> Index? {
        let wanted = Array(signs.unicodeScalars)
        guard count >= wanted.count else { return nil }
        return (startIndex...(endIndex - wanted.count)).last { matches(wanted, at: $0) }
    }

    func hasPrefix(_ signs: String) -> Bool {
        let wanted = Array(signs.unicodeScalars)
        return count >= wanted.count && matches(wanted, at: startIndex)
    }

    private func matches(_ wanted: [Unicode.Scalar], at index: Index) -> Bool {
        zip(self[index...], wanted).allSatisfy { $0.isSign($1) }
    }

    /// What is written; line ends that are not escaped take the spaces around them along.
    var text: String {
        var text = String.UnicodeScalarView()
        // Spaces are held back until it is known that no line ends behind them.
        var spaces = 0
        var isLineStart = false
        for piece in self {
            switch piece.scalar {
            case "\n" where !piece.isEscaped:
                spaces = 0
                isLineStart = true
                text.append("\n")
            case " " where !piece.isEscaped, "\t" where !piece.isEscaped:
                if !isLineStart { spaces += 1 }
            default:
                while spaces > 0 {
                    text.append(" ")
                    spaces -= 1
                }
                isLineStart = false
                text.append(piece.scalar)
            }
        }
        return String(text)
    }
}
