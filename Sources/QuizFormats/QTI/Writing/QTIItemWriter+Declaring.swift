import QuizCore

extension QTIItemWriter {
    mutating func declare(_ body: QuestionBody) {
        switch body {
        case .choice(let choice):
            let rights = choice.options.indices.filter { choice.options[$0].isCorrect }
            declare(choice.kind == .multiple ? "multiple" : "single", "identifier", rights.map { Self.option($0) })
        case .order(let order):
            // Those of the body are sorted, so that their order does not tell the key.
            declare("ordered", "identifier", order.items.map { Self.option(order.sorted.firstIndex(of: $0) ?? 0) })
        case .match(let match):
            let rights = Self.rights(match)
            let pairs = match.pairs.enumerated().map { index, pair in
                "L\(index + 1) R\((rights.firstIndex(of: pair.right) ?? 0) + 1)"
            }
            declare("multiple", "directedPair", pairs)
        case .short(let short): declare(short)
        case .numeric(let numeric): declare("single", "float", [numeric.answer.text])
        case .message(let message):
            let rights = message.parts.indices.filter { message.parts[$0].isSuspicious }
            declare("multiple", "identifier", rights.map { Self.option($0) })
        }
    }

    static func option(_ index: Int) -> String {
        "A\(index + 1)"
    }

    /// Right sides in an order that does not tell what belongs together; those that belong to nothing keep theirs.
    static func rights(_ match: MatchQuestion) -> [String] {
        var extra = match.extra[...]
        let isExtra = Set(match.extra)
        return match.rights.map { isExtra.contains($0) ? extra.popFirst() ?? $0 : $0 }
    }

    private mutating func declare(_ cardinality: String, _ baseType: String, _ values: [String]) {
        xml.begin(
            "responseDeclaration",
            ["identifier": Self.response, "cardinality": cardinality, "baseType": baseType]
        )
        writeCorrect(values)
        xml.end()
    }

    private mutating func declare(_ short: ShortQuestion) {
        xml.begin("responseDeclaration", ["identifier": Self.response, "cardinality": "single", "baseType": "string"])
        writeCorrect(Array(short.answers.prefix(1)))
        xml.begin("mapping", ["defaultValue": "0"])
        for answer in short.answers {
            xml.element("mapEntry", ["mapKey": answer, "mappedValue": "1", "caseSensitive": "false"])
        }
        xml.end()
        xml.end()
    }

    private mutating func writeCorrect(_ values: [String]) {
        xml.begin("correctResponse")
        for value in values { xml.element("value", text: value) }
        xml.end()
    }
}
