/// A message as it might come in, of which the parts that give it away are to be marked.
package struct MessageQuestion: Hashable, Sendable {
    /// How many parts there may be.
    package static let counts = 3...12

    package enum Channel: String, CaseIterable, Hashable, Sendable {
        case email, sms, chat, web
    }

    /// What a part is of its message, and so how it looks.
    package enum Role: String, CaseIterable, Hashable, Sendable {
        case sender, to, time, subject, address, heading, text, link, button, attachment, field
    }

    package struct Part: Hashable, Sendable {
        package let role: Role
        package let text: String
        package let isSuspicious: Bool

        package init(role: Role, text: String, isSuspicious: Bool = false) {
            self.role = role
            self.text = text
            self.isSuspicious = isSuspicious
        }
    }

    package let channel: Channel
    /// In the order in which they are read; one is suspicious at least, and one is not.
    package let parts: [Part]
    package let key: PickKey

    package init(channel: Channel, parts: [Part]) {
        self.channel = channel
        self.parts = parts
        key = PickKey(places: PlaceSet(places: parts.indices.filter { parts[$0].isSuspicious }), earnsByParts: true)
    }
}
