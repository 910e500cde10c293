import QuizCore

extension JSONText {
    /// A question as shown on its paper.
    ///
    /// Without the key nothing written here depends on it (I3): items to be ordered and right sides stand in the order
    /// that was drawn, their ids are the letters of their places.
    mutating func fields(of question: Question, _ item: Paper.Item, position: Int, withKey: Bool = false) {
        field("position", position)
        field("kind", question.body.kind.rawValue)
        field("prompt", question.prompt)
        if let image = question.image { object("media") { $0.fields(of: image) } }
        let order = item.order
        switch question.body {
        case .choice(let choice):
            list("options", 0..<order.count) { json, place in
                let option = choice.options[order[place]]
                json.object { json in
                    json.field("id", PlaceSet.letter(place))
                    json.field("text", option.text)
                    if withKey { json.field("correct", option.isCorrect) }
                }
            }
        case .order(let body):
            letters("options", (0..<order.count).map { body.sorted[order[$0]] })
            if withKey { values("key", Marking.rightOrder(of: body, order: order).map(PlaceSet.letter)) }
        case .match(let body):
            letters("lefts", body.pairs.map(\.left))
            letters("rights", (0..<order.count).map { body.rights[order[$0]] })
            if withKey { field("key", json: Choice.pairs(Marking.rightPairs(of: body, order: order)).json) }
        case .short(let body):
            if withKey { values("key", body.answers) }
        case .numeric(let body):
            if !body.unit.isEmpty { field("unit", body.unit) }
            if withKey { numericKey(body) }
        case .message(let body):
            message(body, order, withKey: withKey)
        }
    }

    /// Where a picture is, and what a page needs before it comes.
    mutating func fields(of image: Image) {
        field("url", "/api/v1/media/" + image.facts.digest.hex)
        field("type", image.facts.type.mediaType)
        field("width", image.facts.width)
        field("height", image.facts.height)
        field("alt", image.alt)
    }

    private mutating func numericKey(_ body: NumericQuestion) {
        values("key", [body.answer.text])
        if body.tolerance != .zero { field("tolerance", body.tolerance.text) }
    }

    private mutating func message(_ body: MessageQuestion, _ order: OptionOrder, withKey: Bool) {
        field("channel", body.channel.rawValue)
        list("parts", 0..<order.count) { json, place in
            let part = body.parts[order[place]]
            json.object { json in
                json.field("id", PlaceSet.letter(place))
                json.field("role", part.role.rawValue)
                json.field("text", part.text)
                if withKey { json.field("suspicious", part.isSuspicious) }
            }
        }
    }

    private mutating func letters(_ key: JSONKey, _ texts: [String]) {
        list(key, texts.enumerated()) { json, numbered in
            json.object { json in
                json.field("id", PlaceSet.letter(numbered.offset))
                json.field("text", numbered.element)
            }
        }
    }

    private mutating func values(_ key: JSONKey, _ texts: [String]) {
        list(key, texts) { json, text in json.value(text) }
    }
}
