/// How questions of one topic were answered.
package struct TopicTally: Hashable, Sendable {
    /// Fewer people than this are not told apart from the others.
    package static let leastPeople = 5

    /// People whose first paper had a question of the topic.
    package var people = 0
    /// Questions on these papers, blanks included.
    package var answers = 0
    /// Sum of what each earned.
    ///
    /// Unit: ``Credit/full``.
    package var credit = 0

    package init() {}

    /// Share of what could be earned; `nil`: too few people to say.
    package var share: Double? {
        guard people >= Self.leastPeople, answers > 0 else { return nil }
        return Double(credit) / Double(answers * Credit.full)
    }

    package static func += (sum: inout Self, other: Self) {
        sum.people += other.people
        sum.answers += other.answers
        sum.credit += other.credit
    }
}

/// How some contests' questions were answered, by group and topic, and whose people were asked about what.
package struct TopicFigures: Sendable {
    package private(set) var tallies: [String: [String: TopicTally]] = [:]
    /// Internal keys of the units whose people sat a paper with the topic, by topic.
    package private(set) var units: [String: Set<Int64>] = [:]

    package init() {}

    /// Counts a paper: of everybody the first one is marked, of each it counts that the topic was on it.
    package mutating func add(_ sitting: Sitting, of group: String, unit: Int64?, isFirst: Bool, items: ItemList) {
        var seen: [String: TopicTally] = [:]
        for answer in sitting.answers where items.items.indices.contains(answer.item) {
            let topic = items.items[answer.item].question.topic
            seen[topic, default: TopicTally()].answers += 1
            seen[topic]?.credit += answer.credit
        }
        for (topic, tally) in seen {
            if let unit { units[topic, default: []].insert(unit) }
            guard isFirst else { continue }
            tallies[group, default: [:]][topic, default: TopicTally()] += tally
            tallies[group]?[topic]?.people += 1
        }
    }

    package mutating func add(_ other: TopicFigures) {
        for (group, topics) in other.tallies {
            for (topic, tally) in topics { tallies[group, default: [:]][topic, default: TopicTally()] += tally }
        }
        for (topic, more) in other.units { units[topic, default: []].formUnion(more) }
    }

    /// The same over all groups.
    package var byTopic: [String: TopicTally] {
        var sums: [String: TopicTally] = [:]
        for topics in tallies.values {
            for (topic, tally) in topics { sums[topic, default: TopicTally()] += tally }
        }
        return sums
    }
}
