import QuizCore

/// How messages, of which suspicious parts are to be marked, stand in texts with hot spots.
enum QTIMessage {
    private static let channel = "message-"
    private static let role = "role-"

    static func interactionClass(_ message: MessageQuestion) -> String {
        channel + message.channel.rawValue
    }

    static func partClass(_ part: MessageQuestion.Part) -> String {
        role + part.role.rawValue
    }

    /// `nil` if the text is no message of ours.
    static func channel(of interaction: MarkupElement) -> String? {
        word(channel, interaction)
    }

    static func role(of element: MarkupElement) -> String? {
        word(role, element)
    }

    private static func word(_ prefix: String, _ element: MarkupElement) -> String? {
        element.classes.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    }
}

extension QTI2Item {
    mutating func readMessage(
        _ interaction: MarkupElement,
        _ response: QTI2Declaration,
        _ channel: String,
        _ question: inout ForeignQuestion
    ) -> Bool {
        let lines = interaction.outermost { QTIMessage.role(of: $0) != nil && $0.first("hottext") != nil }
        let ids = lines.map { $0.first("hottext")?["identifier"] ?? "" }
        guard areDistinct(ids, interaction), let key = key(of: response, ids, false) else { return false }
        let parts = lines.map { line in
            let hottext = line.first("hottext")
            var fields = [
                ("role", DocumentNode.text(QTIMessage.role(of: line) ?? "", at: line.place)),
                ("text", .text(hottext.map { texts.read($0) } ?? "", at: line.place)),
            ]
            if key.contains(hottext?["identifier"] ?? "") { fields.append(("suspicious", .flag(true, at: line.place))) }
            return DocumentNode.map(fields, at: line.place)
        }
        question.set("kind", "message", at: question.place)
        question.set("channel", channel, at: interaction.place)
        question.set("parts", .list(parts, at: interaction.place))
        return true
    }
}
