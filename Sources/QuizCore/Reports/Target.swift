/// A figure that the awareness plan sets, and how it can be measured here.
package struct Target: Hashable, Sendable {
    package enum Measure: String, CaseIterable, Hashable, Sendable {
        /// Units of some types with at least one participant, of all units of these types.
        case units
        /// The same, counting only papers with a question of the topic.
        case topicUnits
        /// Units of some types whose head took part, of all units of these types.
        case heads
        /// People of some groups in units of some types, of the people there are by the register.
        case people
    }

    package let id: String
    package let title: String
    package let measure: Measure
    /// Empty: every type; of people then those of the whole register.
    package let unitTypes: [String]
    /// Of people: empty is everybody.
    package let groups: [String]
    package let topic: String?
    /// Unit: percent.
    package let percent: Int
    /// Whether more than ``percent`` is asked for, not just as much.
    package let isAbove: Bool
    /// Document and place in it.
    package let source: String

    package init(
        id: String,
        title: String,
        measure: Measure,
        unitTypes: [String],
        groups: [String],
        topic: String?,
        percent: Int,
        isAbove: Bool,
        source: String
    ) {
        self.id = id
        self.title = title
        self.measure = measure
        self.unitTypes = unitTypes
        self.groups = groups
        self.topic = topic
        self.percent = percent
        self.isAbove = isAbove
        self.source = source
    }

    /// Whether so many of so many are enough.
    package func isMet(_ count: Int, of whole: Int) -> Bool {
        let (reached, wanted) = (count * 100, whole * percent)
        return isAbove ? reached > wanted : reached >= wanted
    }
}

/// The targets of a plan, as the files of `Contests/plans` have them.
package struct Targets: Hashable, Sendable {
    /// What the plan is called.
    package let plan: String
    /// What to say beside every figure.
    package let note: String
    package let targets: [Target]

    package init(plan: String, note: String, targets: [Target]) {
        self.plan = plan
        self.note = note
        self.targets = targets
    }

    package static let none = Targets(plan: "", note: "", targets: [])
}
