/// Adds up sittings one by one; what it holds grows with the questions and their pairs, not with the people.
package struct ItemAnalysis: Sendable {
    let items: [Item]
    let slots: TimeSlots
    private(set) var tallies: [ItemTally]
    private(set) var pairs: PairTally
    /// For each slot, how many started in it.
    private(set) var papers: [Int]
    /// Lengths of papers, and their scores as shares.
    private(set) var scores = Moments()

    /// A whole, where shares are kept as whole numbers.
    static let whole = 100_000_000_000

    package init(items: ItemList, slots: TimeSlots) {
        self.items = items.items
        self.slots = slots
        tallies = Array(repeating: ItemTally(), count: items.items.count)
        pairs = PairTally(items: items.items.count)
        papers = Array(repeating: 0, count: TimeSlots.count)
    }

    /// Adds a sitting; an empty one tells nothing.
    package mutating func add(_ sitting: Sitting) {
        let count = sitting.answers.count
        guard count > 0 else { return }
        let total = sitting.answers.reduce(0) { $0 + $1.credit }
        let slot = slots.slot(of: sitting.startedAt)
        papers[slot] += 1
        scores.add(count, total * (Self.whole / Credit.full) / count)
        for answer in sitting.answers {
            let rest = count > 1 ? (total - answer.credit) * (Self.whole / Credit.full) / (count - 1) : 0
            tallies[answer.item].add(answer, items[answer.item].question.body, rest: rest, person: sitting.person)
            tallies[answer.item].classes.add(score: total / count, credit: answer.credit)
            tallies[answer.item].add(slot: slot, isRight: answer.credit == Credit.full)
        }
        pairs.add(sitting.answers)
        addSeconds(of: sitting)
    }

    /// From one saved change to the next, for answers that were saved once only.
    ///
    /// Others were looked at again, so that their last change does not end the first reading.
    private mutating func addSeconds(of sitting: Sitting) {
        let changes = sitting.answers.compactMap { answer in
            answer.isBlank ? nil : answer.change.map { (item: answer.item, change: $0) }
        }.sorted { $0.change.at < $1.change.at }
        var before = sitting.startedAt
        for (item, change) in changes {
            if change.isOnly {
                tallies[item].seconds.add(milliseconds: change.at.milliseconds - before.milliseconds)
            }
            before = change.at
        }
    }
}
