import QuizCore

extension QTI1Item {
    private func labels(_ response: MarkupElement) -> [MarkupElement] {
        response.all("response_label")
    }

    mutating func options(_ response: MarkupElement) -> [QTIOptions.Option] {
        labels(response).map { label in
            QTIOptions.Option(
                id: label["ident"] ?? "",
                text: texts.read(label),
                place: label.place,
                isFixed: label.isFlag("rshuffle") == false
            )
        }
        // Canvas leaves options behind that nobody filled in.
        .filter { !$0.text.isEmpty || isWanted($0.id, response["ident"] ?? "") }
    }

    /// Whether marks hang on an option.
    private func isWanted(_ option: String, _ response: String) -> Bool {
        program.values(response).contains(option)
    }

    mutating func readChoice(_ response: MarkupElement, _ question: inout ForeignQuestion) -> Bool {
        let options = options(response)
        let isSingle = !response.isCardinality("multiple")
        guard let key = key(response, options, isSingle) else { return false }
        let shuffle = response.all("render_choice").first?.isFlag("shuffle")
        QTIOptions(options: options, isSingle: isSingle, isShuffled: shuffle)
            .set(&question, key: key, weights: weights(response, options, isSingle), kind: nil, &told)
        return true
    }

    /// The right options; `nil` when they are not clear, which is told.
    mutating func key(
        _ response: MarkupElement,
        _ options: [QTIOptions.Option],
        _ isSingle: Bool
    ) -> Set<String>? {
        let ids = options.map(\.id)
        let name = response["ident"] ?? ""
        guard Set(ids).count == ids.count, !ids.contains("") else {
            told.fault(
                response.place,
                vi: "hai phương án cùng mã (ident), hoặc có phương án không có mã, nên không rõ đáp án",
                en: "two options have one ident, or one has none, so that the key is not clear"
            )
            return nil
        }
        let earning = program.conditions.contains(where: \.isEarning) ? program.candidates(name).last ?? [] : []
        if let strange = earning.first(where: { !ids.contains($0) }) {
            told.fault(
                response.place,
                vi: "đáp án “\(strange.excerpt)” không trỏ tới phương án nào của câu này",
                en: "the key '\(strange.excerpt)' points at no option of this question"
            )
            return nil
        }
        let program = program
        let finder = QTIKeyFinder(
            options: ids,
            isSingle: isSingle,
            candidates: program.candidates(name),
            score: { answer in program.score([name: ids.filter(answer.contains)]) }
        )
        switch finder.find() {
        case .key(let key): return key
        case .ambiguous: tellAmbiguous(response.place)
        case .nothing: tellNoKey(response.place)
        }
        return nil
    }

    private func weights(
        _ response: MarkupElement,
        _ options: [QTIOptions.Option],
        _ isSingle: Bool
    ) -> [String: Double] {
        let name = response["ident"] ?? ""
        let marks = options.map { ($0.id, program.score([name: [$0.id]]) ?? 0) }
        let whole = isSingle ? marks.map(\.1).max() ?? 0 : marks.map { max(0, $0.1) }.reduce(0, +)
        guard whole > 0 else { return [:] }
        return Dictionary(marks.map { ($0, $1 / whole * 100) }) { first, _ in first }
    }

    mutating func readOrder(_ response: MarkupElement, _ question: inout ForeignQuestion) -> Bool {
        let options = options(response)
        let rows = program.rows(response["ident"] ?? "")
        let ids = Set(options.map(\.id))
        let whole = rows.filter { Set($0.values) == ids && $0.values.count == options.count }
        let best = whole.map(\.mark).max()
        let rights = Set(whole.filter { $0.mark == best }.map(\.values))
        guard ids.count == options.count, rights.count == 1, let row = rights.first else {
            rights.count > 1 ? tellAmbiguous(response.place) : tellNoKey(response.place)
            return false
        }
        let known = Dictionary(options.map { ($0.id, $0) }) { first, _ in first }
        let items = row.compactMap { known[$0] }.map { option in
            DocumentNode.map([("text", .text(option.text, at: option.place))], at: option.place)
        }
        question.set("kind", "order", at: question.place)
        question.set("items", .list(items, at: response.place))
        return true
    }

    /// Several responses that choose from the same options: left sides and their right sides.
    mutating func readMatching(_ responses: [MarkupElement], _ presentation: MarkupElement) {
        let sets = responses.map { options($0) }
        let rights = sets[0]
        guard sets.allSatisfy({ Set($0.map(\.text)) == Set(rights.map(\.text)) }) else {
            return told.fault(
                root.place,
                vi: "câu này có nhiều phần trả lời với phương án khác nhau; hãy tách mỗi phần thành một câu",
                en: "this item has several responses with options of their own; make each a question"
            )
        }
        var question = begin(texts.readPrompt(presentation))
        var pairs: [DocumentNode] = []
        var used: Set<String> = []
        for (response, options) in zip(responses, sets) {
            let left = texts.read(response)
            // Canvas leaves pairs behind that nobody filled in.
            if left.isEmpty { continue }
            guard let key = key(response, options, true), let right = options.first(where: { key.contains($0.id) })
            else {
                return
            }
            used.insert(right.text)
            let sides: [(String, DocumentNode)] = [
                ("left", .text(left, at: response.place)), ("right", .text(right.text, at: right.place)),
            ]
            pairs.append(.map(sides, at: response.place))
        }
        question.set("kind", "match", at: question.place)
        question.set("pairs", .list(pairs, at: question.place))
        let extra = rights.filter { !used.contains($0.text) && !$0.text.isEmpty }
        if let first = extra.first {
            question.set("extra", .list(extra.map { .text($0.text, at: $0.place) }, at: first.place))
        }
        questions.append(question)
    }
}
