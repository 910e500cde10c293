import QuizCore

extension QTI2Item {
    /// Class of the unit behind a number of ours.
    static let unitClass = "bang-vang-unit"

    /// Gaps in a text, each of which makes a question.
    mutating func readInline(_ body: MarkupElement) {
        let isInteraction = Self.isInteraction
        let isUnit: (MarkupElement) -> Bool = { $0.classes.contains(Self.unitClass) }
        let text = readPrompt(
            body,
            aside: { isUnit($0) || (Self.isAside($0) && !isInteraction($0)) },
            isGap: isInteraction
        )
        let shown = texts.takePictures()
        let interactions = body.outermost(isInteraction)
        let gaps = QTIGaps(text)
        guard gaps.count == interactions.count, let prompts = gaps.prompts() else {
            told.fault(
                root.place,
                vi: "một dòng có nhiều ô trống nên không tách thành từng câu được; mỗi ô trống cần một dòng riêng",
                en: "a line has several gaps, so that they cannot stand alone; every gap needs a line of its own"
            )
            return
        }
        let unit = body.outermost(isUnit).first
        let areAlone = interactions.count == 1
        for (index, (interaction, prompt)) in zip(interactions, prompts).enumerated() {
            var question = begin(prompt, at: interaction.place, number: areAlone ? nil : index + 1)
            guard let response = declarations[interaction["responseIdentifier"] ?? ""] else {
                tellUndeclared(interaction)
                continue
            }
            let isRead =
                interaction.name == "inlineChoiceInteraction"
                ? readInlineChoice(interaction, response, &question)
                : response.isNumber
                    ? readNumber(response, unit: unit, &question) : readWords(response, &question)
            if isRead { add(question, showing: shown) }
        }
    }

    /// Accepted spellings: of all texts that the item names, those that earn the most.
    private mutating func readWords(_ response: QTI2Declaration, _ question: inout ForeignQuestion) -> Bool {
        let named = (response.mapping ?? []).map(\.key) + response.correct + constants(response)
        var seen: Set<String> = []
        let candidates = named.filter { !$0.isEmpty && seen.insert($0).inserted }
        guard !candidates.isEmpty else {
            tellNoKey(response.place)
            return false
        }
        let marks = candidates.prefix(500).map { ($0, score(response, [$0])) }
        var short = ShortAnswers()
        // What nobody writes.
        let none = score(response, ["\u{1}\u{2}"])
        let best = marks.compactMap(\.1).max()
        if let none, let best, best > none, best > 0 {
            if marks.contains(where: { response.correct.contains($0.0) && $0.1 ?? 0 <= none }) {
                tellContradiction(response.correctPlace)
                return false
            }
            for (text, mark) in marks {
                short.add(text, weight: (mark ?? 0) / best * 100, at: response.place, &told.bank)
            }
        } else if response.correct.isEmpty {
            tellNoKey(response.place)
            return false
        } else {
            tellUnverified(response.place)
            for text in response.correct { short.add(text, weight: 100, at: response.correctPlace, &told.bank) }
        }
        if isCaseSensitive(response, candidates) { told.lose(.caseSensitive, at: response.place) }
        return short.set(&question, &told.bank)
    }

    /// Whether an answer in capitals earns less.
    private func isCaseSensitive(_ response: QTI2Declaration, _ answers: [String]) -> Bool {
        answers.prefix(20).contains { answer in
            guard let mark = score(response, [answer]), let other = score(response, [answer.uppercased()]) else {
                return false
            }
            return other < mark
        }
    }

    /// Texts with which the processing itself compares the response.
    private func constants(_ response: QTI2Declaration) -> [String] {
        let tests = root.first("responseProcessing")?.outermost { ["match", "stringMatch"].contains($0.name) } ?? []
        return tests.flatMap { test -> [String] in
            let isOurs = test.all("variable").contains { $0["identifier"] == response.id }
            return isOurs ? test.all("baseValue").map { $0.text.trimmingSpaces } : []
        }
    }
}
