/// The codes that banks, contests and units may use (`QuestionBanks/vocabulary.yaml`).
package struct Vocabulary: Hashable, Sendable {
    package let topics: [Term]
    package let groups: [Term]
    package let unitTypes: [Term]

    package init(topics: [Term], groups: [Term], unitTypes: [Term]) {
        self.topics = topics
        self.groups = groups
        self.unitTypes = unitTypes
    }

    /// A code and how people call it.
    package struct Term: Hashable, Sendable {
        package let code: String
        package let title: Message

        package init(code: String, title: Message) {
            self.code = code
            self.title = title
        }
    }
}
