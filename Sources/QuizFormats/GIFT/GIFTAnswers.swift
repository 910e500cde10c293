/// One answer within the braces.
struct GIFTAnswer {
    /// It began with `=`.
    let isRight: Bool
    /// Unit: per cent; `nil`: none was written.
    let weight: Double?
    let text: GIFTPieces
    let feedback: GIFTPieces?
    /// Where its sign stands, in bytes of the file.
    let offset: Int

    /// Cuts what stands between the braces at `=` and `~`; what stands before the first of them is an answer too.
    static func list(_ pieces: GIFTPieces, isRightWithoutSign: Bool) -> [GIFTAnswer] {
        var answers: [GIFTAnswer] = []
        var start = pieces.startIndex
        var sign: GIFTPiece?
        func end(_ index: Int) {
            let text = pieces[start..<index].trimmedPieces
            guard sign != nil || !text.isEmpty, let offset = sign?.offset ?? text.first?.offset else { return }
            answers.append(GIFTAnswer(text, isRight: sign?.isSign("=") ?? isRightWithoutSign, offset))
        }
        for index in pieces.indices where pieces[index].isSign("=") || pieces[index].isSign("~") {
            end(index)
            sign = pieces[index]
            start = index + 1
        }
        end(pieces.endIndex)
        return answers
    }

    private init(_ pieces: GIFTPieces, isRight: Bool, _ offset: Int) {
        var rest = pieces
        self.isRight = isRight
        self.offset = offset
        weight = Self.takeWeight(&rest)
        if let mark = rest.firstIndex(where: { $0.isSign("#") }) {
            feedback = rest[(mark + 1)...].trimmedPieces
            rest = rest[..<mark]
        } else {
            feedback = nil
        }
        text = rest.trimmedPieces
    }

    /// Takes `%-33.333%` off the start.
    private static func takeWeight(_ rest: inout GIFTPieces) -> Double? {
        guard rest.first?.isSign("%") == true,
            let end = rest.dropFirst().prefix(20).firstIndex(where: { $0.isSign("%") })
        else { return nil }
        let text = rest[(rest.startIndex + 1)..<end].text
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard digits.first?.isNumber == true,
            digits.utf8.allSatisfy({ (0x2C...0x39).contains($0) && $0 != 0x2D && $0 != 0x2F }),
            let weight = MoodleFraction.weight(text)
        else { return nil }
        rest = rest[(end + 1)...].trimmedPieces
        return weight
    }
}
