/// The codes that banks, contests and units may use (`QuestionBanks/vocabulary.yaml`).
package struct Vocabulary: Hashable, Sendable {
    package let topics: [Term]
    package let groups: [Term]
    package let unitTypes: [Term]
    /// Public holidays of Việt Nam with the days taken for them.
    package let holidays: Set<CalendarDay>

    package init(topics: [Term], groups: [Term], unitTypes: [Term], holidays: Set<CalendarDay> = []) {
        self.topics = topics
        self.groups = groups
        self.unitTypes = unitTypes
        self.holidays = holidays
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
