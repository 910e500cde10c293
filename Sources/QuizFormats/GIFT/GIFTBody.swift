import QuizCore

/// Finds out what kind of question the answers make, and reads them as that.
struct GIFTBody {
    /// More answers than any kind takes, and few enough to be told one by one.
    private static let maximumAnswers = 100

    var places: GIFTPlaces
    var texts: GIFTTexts
    /// What is told of this question only; the bank at large would be copied at every turn.
    var bank = ForeignBank()
    var leftOut: LeftOut
    let tags: MoodleTags
    /// Feedback to the right answer, which explains as well as a general one.
    var rightFeedback: GIFTPieces?

    /// - Returns: False when there is no question, which is told.
    mutating func read(_ answers: GIFTPieces, _ question: inout ForeignQuestion) -> Bool {
        if answers.isEmpty { return refuseEssay(question) }
        if answers.count(where: { $0.isSign("=") || $0.isSign("~") }) > Self.maximumAnswers {
            return refuseMany(question)
        }
        if answers[answers.startIndex].isSign("#") { return readNumber(answers.dropFirst(), &question) }
        if answers.contains(where: { $0.isSign("~") }) { return readOptions(answers, &question) }
        if answers.contains(where: { $0.isSign("=") }), answers.first(of: "->") != nil {
            return readPairs(answers, &question)
        }
        if let answer = Self.truth(answers) { return readTrueFalse(answer, answers, &question) }
        return readWords(answers, &question)
    }

    private mutating func refuseEssay(_ question: ForeignQuestion) -> Bool {
        bank.refuse(
            question.place,
            original: question.original,
            vi: "câu tự luận ({} trống) không chấm tự động được; hãy thêm đáp án vào {…} hoặc bỏ câu này",
            en: "an essay question (empty {}) cannot be marked here; put answers into {…} or drop the question"
        )
        return false
    }

    private mutating func refuseMany(_ question: ForeignQuestion) -> Bool {
        bank.fault(
            question.place,
            vi: "câu này có hơn \(Self.maximumAnswers) dấu = và ~; nếu chúng là chữ thì viết \\= và \\~",
            en: "this question has more than \(Self.maximumAnswers) signs = and ~; as text they are \\= and \\~"
        )
        return false
    }

    /// The explanation, and the source that stands at its end.
    mutating func explain(_ general: GIFTPieces?, _ question: inout ForeignQuestion) {
        let general = general.flatMap { $0.trimmedPieces.isEmpty ? nil : $0.trimmedPieces }
        guard let pieces = general ?? rightFeedback, let first = pieces.first else { return }
        if general != nil, let rightFeedback, let first = rightFeedback.first {
            leftOut.add(.feedback, at: places.place(first.offset))
        }
        let place = places.place(first.offset)
        let (explanation, source) = Attribution.split(texts.read(pieces))
        if !explanation.isEmpty { question.set("explanation", explanation, at: place) }
        if let source { question.set("source", source, at: place) }
    }

    /// Keeps the feedback of a right answer; there is no room for that of the others.
    mutating func take(_ feedback: GIFTPieces?, isRight: Bool) {
        guard let feedback, let first = feedback.first else { return }
        if isRight, rightFeedback == nil {
            rightFeedback = feedback
        } else {
            leftOut.add(.feedback, at: places.place(first.offset))
        }
    }
}

extension GIFTBody {
    private static func truth(_ answers: GIFTPieces) -> Bool? {
        let end = answers.firstIndex { $0.isSign("#") } ?? answers.endIndex
        let word = answers[..<end].trimmedPieces
        guard word.count <= 5, !word.contains(where: \.isEscaped) else { return nil }
        switch word.text.uppercased() {
        case "T", "TRUE": return true
        case "F", "FALSE": return false
        default: return nil
        }
    }

    /// `T#feedback to the wrong answer#feedback to the right one`.
    private mutating func readTrueFalse(
        _ answer: Bool,
        _ answers: GIFTPieces,
        _ question: inout ForeignQuestion
    ) -> Bool {
        let parts = answers.split(maxSplits: 2, omittingEmptySubsequences: false) { $0.isSign("#") }
        if parts.count > 2 { take(parts[2].trimmedPieces, isRight: true) }
        if parts.count > 1 { take(parts[1].trimmedPieces, isRight: false) }
        let offset = answers.first?.offset ?? 0
        TrueFalse(language: bank.language).set(answer, &question, at: places.place(offset))
        return true
    }

    private mutating func readOptions(_ answers: GIFTPieces, _ question: inout ForeignQuestion) -> Bool {
        let isSingle = answers.contains { $0.isSign("=") }
        let options = GIFTAnswer.list(answers, isRightWithoutSign: false).map { answer in
            let weight = answer.weight ?? (answer.isRight ? 100 : 0)
            take(answer.feedback, isRight: weight > 99.99)
            return WeighedOptions.Weighed(
                text: texts.read(answer.text),
                weight: weight,
                place: places.place(answer.offset)
            )
        }
        let weighed = WeighedOptions(options: options, isSingle: isSingle, pinned: tags.pinned)
        weighed.set(&question, kind: tags.kind, &bank)
        return true
    }

    private mutating func readPairs(_ answers: GIFTPieces, _ question: inout ForeignQuestion) -> Bool {
        var pairs: [DocumentNode] = []
        var extra: [DocumentNode] = []
        for answer in GIFTAnswer.list(answers, isRightWithoutSign: true) {
            let place = places.place(answer.offset)
            guard let arrow = answer.text.first(of: "->") else {
                bank.fault(
                    place,
                    vi: "mỗi dòng của câu ghép đôi cần “->” giữa vế trái và vế phải",
                    en: "every line of a matching question needs '->' between its sides"
                )
                continue
            }
            let left = texts.read(answer.text[..<arrow])
            let right = DocumentNode.text(texts.plain(answer.text[(arrow + 2)...]), at: place)
            take(answer.feedback, isRight: false)
            if left.isEmpty {
                extra.append(right)
            } else {
                pairs.append(.map([("left", .text(left, at: place)), ("right", right)], at: place))
            }
        }
        question.set("kind", "match", at: question.place)
        question.set("pairs", .list(pairs, at: pairs.first?.place ?? question.place))
        if let first = extra.first { question.set("extra", .list(extra, at: first.place)) }
        return true
    }

    private mutating func readWords(_ answers: GIFTPieces, _ question: inout ForeignQuestion) -> Bool {
        var short = ShortAnswers()
        for answer in GIFTAnswer.list(answers, isRightWithoutSign: true) {
            let weight = answer.weight ?? 100
            take(answer.feedback, isRight: weight > 99.99)
            short.add(texts.read(answer.text), weight: weight, at: places.place(answer.offset), &bank)
        }
        return short.set(&question, &bank)
    }

    private mutating func readNumber(_ answers: GIFTPieces, _ question: inout ForeignQuestion) -> Bool {
        var numbers = NumericAnswers()
        for answer in GIFTAnswer.list(answers, isRightWithoutSign: true) {
            let weight = answer.weight ?? (answer.isRight ? 100 : 0)
            take(answer.feedback, isRight: weight > 99.99)
            let text = texts.plain(answer.text)
            // `~#feedback` is what any other number is told.
            guard answer.isRight || !text.isEmpty else { continue }
            let place = places.place(answer.offset)
            let (number, tolerance) = Self.split(text)
            guard let number, let tolerance else {
                numbers.tellNoNumber(text, at: place, &bank)
                continue
            }
            numbers.add(number, tolerance, weight: weight, at: place, &bank)
        }
        return numbers.set(&question, unit: tags.unit.map { ($0.text, $0.place) }, &bank)
    }

    /// `3`, `3:0.5` or `1..5` as number and tolerance.
    private static func split(_ text: String) -> (number: String?, tolerance: String?) {
        if let dots = text.firstRange(of: "..") {
            let ends = (
                String(text[..<dots.lowerBound]).trimmingSpaces, String(text[dots.upperBound...]).trimmingSpaces
            )
            let middle = PlainNumber.middle(ends.0, ends.1)
            return (middle?.answer, middle?.tolerance)
        }
        let parts = text.split(separator: ":", maxSplits: 1).map { String($0).trimmingSpaces }
        guard let number = parts.first else { return (nil, nil) }
        let tolerance = parts.count > 1 ? parts[1] : "0"
        return (PlainNumber.text(number), PlainNumber.text(tolerance.isEmpty ? "0" : tolerance))
    }
}
