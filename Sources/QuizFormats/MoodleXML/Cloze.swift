import QuizCore

/// A text with gaps; each gap that has a line of its own makes a question.
struct Cloze {
    /// Stands for a gap while the text is freed of its mark-up; private use, so that no honest text holds it.
    private static let token: Unicode.Scalar = "\u{F8FF}"
    private static let maximumGaps = 50

    private let element: MarkupElement
    private let base: ForeignQuestion
    private let tags: MoodleTags
    private var texts = MoodleXMLTexts()
    private(set) var bank = ForeignBank()
    private(set) var feedback: [SourcePlace] = []

    var losses: Set<MarkupLoss> { texts.losses }

    init(element: MarkupElement, base: ForeignQuestion, tags: MoodleTags) {
        self.element = element
        self.base = base
        self.tags = tags
    }

    /// The questions; none with a fault told when the gaps cannot stand alone.
    mutating func questions() -> [ForeignQuestion] {
        let prompt = element.first("questiontext")
        let format = TextFormat(xml: prompt?["format"])
        let (text, gaps) = Self.cut(prompt?.moodleText ?? "")
        guard !gaps.isEmpty, gaps.count <= Self.maximumGaps else {
            return refuse(
                vi: "không tìm thấy ô trống dạng {1:…}, hoặc có quá nhiều",
                en: "it has no gaps {1:…}, or too many"
            )
        }
        let lines = texts.read(text, as: format).split(separator: "\n").map(String.init)
        let holes = lines.map { line in line.unicodeScalars.count { $0 == Self.token } }
        guard !holes.contains(where: { $0 > 1 }), holes.reduce(0, +) == gaps.count else {
            return refuse(
                vi: "một dòng có nhiều ô trống nên không tách thành từng câu được; mỗi ô trống cần một dòng riêng",
                en: "a line has several gaps, so that they cannot stand alone; every gap needs a line of its own"
            )
        }
        return questions(lines, holes, gaps, format)
    }

    private mutating func questions(
        _ lines: [String],
        _ holes: [Int],
        _ gaps: [ClozeGap],
        _ format: TextFormat
    ) -> [ForeignQuestion] {
        let intro = zip(lines, holes).prefix { $0.1 == 0 }.map(\.0)
        var rest = gaps[...]
        var questions: [ForeignQuestion] = []
        for (line, count) in zip(lines, holes) where count == 1 {
            guard let gap = rest.popFirst() else { break }
            let sentence = line.replacing(String(Self.token), with: "_____")
            var question = base
            if gaps.count > 1, case .scalar(let id, _) = base["id"]?.content {
                question.set("id", "\(id)-\(questions.count + 1)", at: base["id"]?.place ?? base.place)
            }
            question.set("prompt", (intro + [sentence]).joined(separator: "\n"), at: base.place)
            guard read(gap, format, &question) else { continue }
            questions.append(question)
        }
        return questions
    }

    private mutating func read(_ gap: ClozeGap, _ format: TextFormat, _ question: inout ForeignQuestion) -> Bool {
        explain(&question)
        if gap.answers.contains(where: \.hasFeedback) { feedback.append(element.place) }
        switch gap.kind {
        case .options, .several:
            let options = gap.answers.map { answer in
                WeighedOptions.Weighed(
                    text: texts.read(answer.text, as: format),
                    weight: answer.weight,
                    place: base.place
                )
            }
            let weighed = WeighedOptions(options: options, isSingle: gap.kind == .options, pinned: 0)
            weighed.set(&question, kind: nil, &bank)
            return true
        case .words:
            var short = ShortAnswers()
            for answer in gap.answers {
                short.add(texts.read(answer.text, as: format), weight: answer.weight, at: base.place, &bank)
            }
            return short.set(&question, &bank)
        case .number:
            var numbers = NumericAnswers()
            for answer in gap.answers where answer.weight > 0 { add(answer.text, answer.weight, &numbers) }
            return numbers.set(&question, unit: nil, &bank)
        }
    }

    /// `7` or `7:0.5`.
    private mutating func add(_ text: String, _ weight: Double, _ numbers: inout NumericAnswers) {
        let parts = text.split(separator: ":", maxSplits: 1).map { String($0).trimmingSpaces }
        guard let number = parts.first.flatMap(PlainNumber.text),
            let tolerance = PlainNumber.text(parts.count > 1 ? parts[1] : "0")
        else { return numbers.tellNoNumber(text, at: base.place, &bank) }
        numbers.add(number, tolerance, weight: weight, at: base.place, &bank)
    }

    private mutating func explain(_ question: inout ForeignQuestion) {
        guard let general = element.first("generalfeedback") else { return }
        let (explanation, source) = Attribution.split(texts.read(general))
        if !explanation.isEmpty { question.set("explanation", explanation, at: general.place) }
        if let source { question.set("source", source, at: general.place) }
    }

    private mutating func refuse(vi: String, en: String) -> [ForeignQuestion] {
        bank.fault(
            element.place,
            vi: "câu điền khuyết (cloze) này không nhận được: \(vi)",
            en: "this cloze question cannot be taken: \(en)"
        )
        return []
    }

    /// The text with tokens in the place of its gaps.
    private static func cut(_ text: String) -> (text: String, gaps: [ClozeGap]) {
        let source = Array(text.unicodeScalars)
        var cut = String.UnicodeScalarView()
        var gaps: [ClozeGap] = []
        // Each failure may have looked through the whole text.
        var failures = 0
        var index = 0
        while index < source.count {
            let isBrace = source[index] == "{" && gaps.count <= maximumGaps && failures <= maximumGaps
            if isBrace, let (gap, end) = ClozeGap.read(source, at: index) {
                gaps.append(gap)
                cut.append(token)
                index = end
            } else {
                failures += isBrace ? 1 : 0
                if source[index] != token { cut.append(source[index]) }
                index += 1
            }
        }
        return (String(cut), gaps)
    }
}
