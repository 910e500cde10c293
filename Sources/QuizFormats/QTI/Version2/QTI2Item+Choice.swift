import QuizCore

extension QTI2Item {
    mutating func readChoice(
        _ interaction: MarkupElement,
        _ response: QTI2Declaration,
        _ question: inout ForeignQuestion
    ) -> Bool {
        let choices = interaction.outermost { $0.name == "simpleChoice" }
        return pick(from: choices, interaction, response, isShuffled: interaction.isFlag("shuffle") ?? false, &question)
    }

    mutating func readInlineChoice(
        _ interaction: MarkupElement,
        _ response: QTI2Declaration,
        _ question: inout ForeignQuestion
    ) -> Bool {
        let choices = interaction.children("inlineChoice")
        return pick(from: choices, interaction, response, isShuffled: interaction.isFlag("shuffle") ?? false, &question)
    }

    /// Hot texts are options of the text that they stand in; those of our own messages are its parts.
    mutating func readHottext(
        _ interaction: MarkupElement,
        _ response: QTI2Declaration,
        _ question: inout ForeignQuestion
    ) -> Bool {
        if let channel = QTIMessage.channel(of: interaction) {
            return readMessage(interaction, response, channel, &question)
        }
        let whole = readPrompt(interaction) { $0.name == "prompt" || Self.isAside($0) }
        if case .scalar(let prompt, _)? = question["prompt"]?.content {
            question.set(
                "prompt",
                [prompt, whole].filter { !$0.isEmpty }.joined(separator: "\n"),
                at: interaction.place
            )
        }
        return pick(from: interaction.all("hottext"), interaction, response, isShuffled: false, &question)
    }

    private mutating func pick(
        from choices: [MarkupElement],
        _ interaction: MarkupElement,
        _ response: QTI2Declaration,
        isShuffled: Bool,
        _ question: inout ForeignQuestion
    ) -> Bool {
        let options = choices.map { choice in
            QTIOptions.Option(
                id: choice["identifier"] ?? "",
                text: texts.read(choice, aside: Self.isAside),
                place: choice.place,
                isFixed: choice.isFlag("fixed") ?? false
            )
        }
        // Where one pick is all that is taken, a set is one option.
        let isSingle = response.cardinality == .single || interaction["maxChoices"] == "1"
        let ids = options.map(\.id)
        guard areDistinct(ids, interaction), let key = key(of: response, ids, isSingle) else { return false }
        QTIOptions(options: options, isSingle: isSingle, isShuffled: isShuffled)
            .set(&question, key: key, weights: weights(response, ids, isSingle), kind: metadata.tags.kind, &told)
        return true
    }

    mutating func areDistinct(_ ids: [String], _ interaction: MarkupElement) -> Bool {
        guard Set(ids).count != ids.count || ids.contains("") else { return true }
        told.fault(
            interaction.place,
            vi: "hai phương án cùng mã (identifier), hoặc có phương án không có mã, nên không rõ đáp án",
            en: "two options have one identifier, or one has none, so that the key is not clear"
        )
        return false
    }

    /// The right options; `nil` when they are not clear, which is told.
    mutating func key(of response: QTI2Declaration, _ ids: [String], _ isSingle: Bool) -> Set<String>? {
        for value in response.correct + response.earning where !ids.contains(value) {
            tellDangling(value, response.correctPlace)
            return nil
        }
        let correct = Set(response.correct)
        let item = self
        let finder = QTIKeyFinder(
            options: ids,
            isSingle: isSingle,
            candidates: [correct, Set(response.earning)],
            score: { answer in item.score(response, ids.filter(answer.contains)) }
        )
        switch finder.find() {
        case .key(let key) where correct.isEmpty || correct == key: return key
        case .key: tellContradiction(response.correctPlace)
        case .ambiguous: tellAmbiguous(response.place)
        case .nothing where correct.isEmpty || isSingle && correct.count > 1: tellNoKey(response.place)
        case .nothing:
            tellUnverified(response.place)
            return correct
        }
        return nil
    }

    /// What options earn, in per cent: of the best one where one is picked, else of all right ones together.
    private func weights(_ response: QTI2Declaration, _ ids: [String], _ isSingle: Bool) -> [String: Double] {
        guard ids.count <= QTIKeyFinder.maximumOptions, response.mapping != nil || isSingle else { return [:] }
        let marks = ids.map { ($0, isSingle ? score(response, [$0]) ?? 0 : response.mapped([$0])) }
        let whole = isSingle ? marks.map(\.1).max() ?? 0 : marks.map { max(0, $0.1) }.reduce(0, +)
        guard whole > 0 else { return [:] }
        return Dictionary(marks.map { ($0, $1 / whole * 100) }) { first, _ in first }
    }
}
