import QuizCore

extension QTI1Item {
    /// Fields to be filled in, each of which makes a question.
    mutating func readFields(_ responses: [MarkupElement], _ presentation: MarkupElement) {
        var text = texts.readPrompt(presentation, withGaps: true)
        let gap = String(QTIText.gap)
        // A field behind the question is no gap in it.
        if responses.count == 1, text.hasSuffix(gap) { text = String(text.dropLast(gap.count)) }
        let gaps = QTIGaps(responses.count == 1 && !text.contains(gap) ? text + "\n" + gap : text)
        guard gaps.count == responses.count, let prompts = gaps.prompts() else { return tellCrowded() }
        for (index, (response, prompt)) in zip(responses, prompts).enumerated() {
            var question = begin(prompt, number: responses.count == 1 ? nil : index + 1)
            let isRead = isNumber(response) ? readNumber(response, &question) : readWords(response, &question)
            if isRead { questions.append(question) }
        }
    }

    mutating func tellCrowded() {
        told.fault(
            root.place,
            vi: "một dòng có nhiều ô trống nên không tách thành từng câu được; mỗi ô trống cần một dòng riêng",
            en: "a line has several gaps, so that they cannot stand alone; every gap needs a line of its own"
        )
    }

    private func isNumber(_ response: MarkupElement) -> Bool {
        let types = ["integer", "decimal", "scientific"]
        return response.name == "response_num" || type == "numerical_question"
            || response.all("render_fib").contains { types.contains(($0["fibtype"] ?? "").lowercased()) }
    }

    private mutating func readWords(_ response: MarkupElement, _ question: inout ForeignQuestion) -> Bool {
        let name = response["ident"] ?? ""
        let none = program.score([name: ["\u{1}\u{2}"]])
        let marks = program.values(name).prefix(500).map { ($0, program.score([name: [$0]])) }
        guard let none, let best = marks.compactMap(\.1).max(), best > none, best > 0 else {
            tellNoKey(response.place)
            return false
        }
        var short = ShortAnswers()
        for (text, mark) in marks {
            short.add(text, weight: (mark ?? 0) / best * 100, at: response.place, &told.bank)
        }
        let tests = root.all("varequal").filter { $0["respident"] == name }
        if tests.contains(where: { $0.isFlag("case") == true }) { told.lose(.caseSensitive, at: response.place) }
        return short.set(&question, &told.bank)
    }

    private mutating func readNumber(_ response: MarkupElement, _ question: inout ForeignQuestion) -> Bool {
        let name = response["ident"] ?? ""
        let earning = program.conditions.filter(\.isEarning)
        let marks = earning.map { $0.settings.map(\.value).reduce(0, +) }
        guard let best = marks.max() else {
            tellNoKey(response.place)
            return false
        }
        var numbers = NumericAnswers()
        for (condition, mark) in zip(earning, marks) {
            let ranges = QTI1Range.all(in: condition.test, of: name)
            for range in ranges {
                guard let accepted = range.accepted else {
                    numbers.tellNoNumber(range.written, at: condition.element.place, &told.bank)
                    continue
                }
                let weight = mark / best * 100
                guard weight < 99.99 || isTaken(accepted, by: name, isAlone: ranges.count == 1) else {
                    tellAmbiguous(response.place)
                    return false
                }
                numbers.add(accepted.answer, accepted.tolerance, weight: weight, at: response.place, &told.bank)
            }
        }
        return numbers.set(&question, unit: nil, &told.bank)
    }

    /// Whether the processing takes the number and, if nothing else is taken, none far from it.
    private func isTaken(_ accepted: (answer: String, tolerance: String), by name: String, isAlone: Bool) -> Bool {
        guard let answer = Double(accepted.answer.replacing(",", with: ".")),
            let tolerance = Double(accepted.tolerance.replacing(",", with: "."))
        else { return true }
        func mark(_ number: Double) -> Double? { program.score([name: ["\(number)"]]) }
        guard let right = mark(answer), let none = program.score([name: []]), right > none else { return false }
        let beyond = tolerance * 1.05 + max(abs(answer) * 1e-6, 1e-9)
        let within = [answer - tolerance * 0.95, answer + tolerance * 0.95]
        let outside = isAlone ? [answer - beyond, answer + beyond] : []
        return within.allSatisfy { mark($0) == right } && outside.allSatisfy { (mark($0) ?? right) < right }
    }

    /// Gaps with names in brackets, as Canvas has them: to be chosen, or to be written.
    func isBlanks(_ responses: [MarkupElement]) -> Bool {
        ["multiple_dropdowns_question", "fill_in_multiple_blanks_question"].contains(type)
            && responses.allSatisfy { $0.name == "response_lid" }
    }

    mutating func readBlanks(_ responses: [MarkupElement], _ presentation: MarkupElement) {
        let text = texts.readPrompt(presentation)
        var gaps: [(response: MarkupElement, range: Range<String.Index>)] = []
        for response in responses {
            let name = "[" + (response.first("material").map { texts.read($0) } ?? texts.read(response)) + "]"
            let found = text.ranges(of: name)
            guard found.count == 1 else { return tellLostBlank(name, response.place) }
            gaps.append((response, found[0]))
        }
        gaps.sort { $0.range.lowerBound < $1.range.lowerBound }
        var cut = ""
        var start = text.startIndex
        for gap in gaps {
            guard gap.range.lowerBound >= start else { return tellCrowded() }
            cut += text[start..<gap.range.lowerBound] + String(QTIText.gap)
            start = gap.range.upperBound
        }
        guard let prompts = QTIGaps(cut + text[start...]).prompts(), prompts.count == responses.count else {
            return tellCrowded()
        }
        for (index, (gap, prompt)) in zip(gaps, prompts).enumerated() {
            var question = begin(prompt, number: responses.count == 1 ? nil : index + 1)
            let isRead =
                type == "multiple_dropdowns_question"
                ? readChoice(gap.response, &question) : readSpellings(gap.response, &question)
            if isRead { questions.append(question) }
        }
    }

    /// The options of a gap to be written are its accepted spellings; marks hang on the first of them alone.
    private mutating func readSpellings(_ response: MarkupElement, _ question: inout ForeignQuestion) -> Bool {
        var short = ShortAnswers()
        for option in options(response) { short.add(option.text, weight: 100, at: option.place, &told.bank) }
        return short.set(&question, &told.bank)
    }

    private mutating func tellLostBlank(_ name: String, _ place: SourcePlace) {
        told.fault(
            place,
            vi: "ô trống \(name.excerpt) không đứng đúng một lần trong câu hỏi; hãy sửa câu hỏi",
            en: "the gap \(name.excerpt) does not stand just once in the question; mend the question"
        )
    }
}
