extension PersonName {
    /// Whether it is written in capitals throughout, as many lists are.
    package var isAllCapitals: Bool {
        text.unicodeScalars.contains { $0.properties.isUppercase }
            && !text.unicodeScalars.contains { $0.properties.isLowercase }
    }

    /// `NGUYỄN VĂN AN` as `Nguyễn Văn An`: what is offered, never done unasked.
    package var titleCased: PersonName {
        let words = text.split(separator: " ").map { word in
            word.split(separator: "-", omittingEmptySubsequences: false).map { part in
                part.prefix(1).uppercased() + part.dropFirst().lowercased()
            }.joined(separator: "-")
        }
        return PersonName(words.joined(separator: " ")) ?? self
    }
}
