import QuizCore

extension QTIItemWriter {
    mutating func write(_ body: QuestionBody, prompt: String) {
        switch body {
        case .choice(let choice): write(choice, prompt)
        case .order(let order): write(order, prompt)
        case .match(let match): write(match, prompt)
        case .short: writeField(prompt, unit: "")
        case .numeric(let numeric): writeField(prompt, unit: numeric.unit)
        case .message(let message): write(message, prompt)
        }
    }

    private mutating func writePrompt(_ prompt: String) {
        xml.element("prompt", markup: QTIMarkup.markup(prompt))
    }

    private mutating func write(_ choice: ChoiceQuestion, _ prompt: String) {
        let isFixed = choice.kind == .trueFalse || choice.options.allSatisfy(\.isPinned)
        xml.begin(
            "choiceInteraction",
            [
                "responseIdentifier": Self.response, "shuffle": isFixed ? "false" : "true",
                "maxChoices": choice.kind == .multiple ? "0" : "1",
            ]
        )
        writePrompt(prompt)
        for (index, option) in choice.options.enumerated() {
            xml.element(
                "simpleChoice",
                ["identifier": Self.option(index), "fixed": option.isPinned ? "true" : nil],
                markup: QTIMarkup.markup(option.text)
            )
        }
        xml.end()
    }

    private mutating func write(_ order: OrderQuestion, _ prompt: String) {
        xml.begin("orderInteraction", ["responseIdentifier": Self.response, "shuffle": "true"])
        writePrompt(prompt)
        for (index, item) in order.sorted.enumerated() {
            xml.element("simpleChoice", ["identifier": Self.option(index)], markup: QTIMarkup.markup(item))
        }
        xml.end()
    }

    private mutating func write(_ match: MatchQuestion, _ prompt: String) {
        xml.begin(
            "matchInteraction",
            ["responseIdentifier": Self.response, "shuffle": "true", "maxAssociations": "\(match.pairs.count)"]
        )
        writePrompt(prompt)
        writeSide("L", match.pairs.map(\.left))
        writeSide("R", Self.rights(match))
        xml.end()
    }

    private mutating func writeSide(_ letter: String, _ texts: [String]) {
        xml.begin("simpleMatchSet")
        for (index, text) in texts.enumerated() {
            xml.element(
                "simpleAssociableChoice",
                ["identifier": "\(letter)\(index + 1)", "matchMax": "1"],
                markup: QTIMarkup.markup(text)
            )
        }
        xml.end()
    }

    private mutating func writeField(_ prompt: String, unit: String) {
        xml.element("p", markup: QTIMarkup.markup(prompt))
        var field = xml.inline("textEntryInteraction", ["responseIdentifier": Self.response])
        if !unit.isEmpty {
            field += " " + xml.inline("span", ["class": QTI2Item.unitClass], markup: QTIMarkup.markup(unit))
        }
        xml.element("p", markup: field)
    }

    private mutating func write(_ message: MessageQuestion, _ prompt: String) {
        xml.begin(
            "hottextInteraction",
            [
                "responseIdentifier": Self.response, "maxChoices": "0",
                "class": QTIMessage.interactionClass(message),
            ]
        )
        writePrompt(prompt)
        for (index, part) in message.parts.enumerated() {
            let text = xml.inline(
                "hottext",
                ["identifier": Self.option(index)],
                markup: QTIMarkup.markup(part.text)
            )
            xml.element("p", ["class": QTIMessage.partClass(part)], markup: text)
        }
        xml.end()
    }
}
