/// A gap of a cloze question: `{1:MULTICHOICE:=Hà Nội#Đúng~Huế}`.
struct ClozeGap {
    enum Kind {
        case words, number, options, several
    }

    struct Answer {
        let text: String
        /// Unit: per cent of the mark.
        let weight: Double
        let hasFeedback: Bool
    }

    let kind: Kind
    let answers: [Answer]

    private static let kinds: [String: Kind] = [
        "SHORTANSWER": .words, "SA": .words, "MW": .words, "SHORTANSWER_C": .words, "SAC": .words, "MWC": .words,
        "NUMERICAL": .number, "NM": .number,
        "MULTICHOICE": .options, "MC": .options, "MULTICHOICE_V": .options, "MCV": .options, "MULTICHOICE_H": .options,
        "MCH": .options, "MULTICHOICE_S": .options, "MCS": .options, "MULTICHOICE_VS": .options, "MCVS": .options,
        "MULTICHOICE_HS": .options, "MCHS": .options,
        "MULTIRESPONSE": .several, "MR": .several, "MULTIRESPONSE_H": .several, "MRH": .several,
        "MULTIRESPONSE_S": .several, "MRS": .several, "MULTIRESPONSE_HS": .several, "MRHS": .several,
    ]

    /// Reads the gap at `start`, where a brace opens.
    ///
    /// - Returns: `nil` if no gap begins there: braces may be text.
    static func read(_ source: [Unicode.Scalar], at start: Int) -> (gap: ClozeGap, end: Int)? {
        var index = start + 1
        func word(_ most: Int, _ isPart: (Unicode.Scalar) -> Bool) -> String? {
            var word = String.UnicodeScalarView()
            while index < source.count, isPart(source[index]), word.count < most {
                word.append(source[index])
                index += 1
            }
            guard index < source.count, source[index] == ":" else { return nil }
            index += 1
            return String(word)
        }
        guard word(6, { ("0"..."9").contains($0) }) != nil,
            let name = word(16, { ("A"..."Z").contains($0) || $0 == "_" }), let kind = kinds[name]
        else { return nil }
        let body = index
        while index < source.count, source[index] != "}" { index += source[index] == "\\" ? 2 : 1 }
        guard index < source.count else { return nil }
        return (ClozeGap(kind: kind, answers: Self.answers(Array(source[body..<index]))), index + 1)
    }

    private static func answers(_ source: [Unicode.Scalar]) -> [Answer] {
        var parts: [(text: String.UnicodeScalarView, feedback: Bool)] = [(String.UnicodeScalarView(), false)]
        var index = 0
        while index < source.count {
            let scalar = source[index]
            index += 1
            switch scalar {
            case "~": parts.append((String.UnicodeScalarView(), false))
            case "#" where !isEntity(source, at: index - 1): parts[parts.count - 1].feedback = true
            case _ where parts[parts.count - 1].feedback:
                if scalar == "\\" { index += 1 }
            case "\\" where index < source.count:
                parts[parts.count - 1].text.append(source[index])
                index += 1
            default: parts[parts.count - 1].text.append(scalar)
            }
        }
        return parts.map { answer(String($0.text).trimmingSpaces, hasFeedback: $0.feedback) }
    }

    /// `&#39;` is no feedback.
    private static func isEntity(_ source: [Unicode.Scalar], at index: Int) -> Bool {
        index > 0 && source[index - 1] == "&"
    }

    private static func answer(_ text: String, hasFeedback: Bool) -> Answer {
        if text.hasPrefix("=") {
            return Answer(text: String(text.dropFirst()).trimmingSpaces, weight: 100, hasFeedback: hasFeedback)
        }
        let rest = text.dropFirst()
        if text.hasPrefix("%"), let end = rest.firstIndex(of: "%"), let weight = MoodleFraction.weight(rest[..<end]) {
            let text = String(rest[rest.index(after: end)...]).trimmingSpaces
            return Answer(text: text, weight: weight, hasFeedback: hasFeedback)
        }
        return Answer(text: text, weight: 0, hasFeedback: hasFeedback)
    }
}
