import QuizCore

/// Adds up what is counted of units with all below them.
struct ParticipationLines {
    private let count: PersonCount
    private let headcounts: [Int64: [Headcount]]
    private let tree: UnitTree
    private let groups: [String]
    private let people: [Int64: PeopleTally]

    init(count: PersonCount, headcounts: [Int64: [Headcount]], tree: UnitTree, contest: Contest) {
        self.count = count
        self.headcounts = headcounts
        self.tree = tree
        groups = contest.groups.map(\.id)
        var people: [Int64: PeopleTally] = [:]
        for (cell, tally) in count.cells { people[cell.unit, default: PeopleTally()] += tally }
        self.people = people
    }

    func line(of code: String) -> ParticipationPage.Line {
        let unit = tree.unit(code)
        var line = ParticipationPage.Line(code: code, title: unit?.title ?? code, type: unit?.type ?? "")
        for key in tree.subtree(of: code) {
            if let tally = people[key] {
                line.registered += tally.registered
                line.confirmed += tally.confirmed
                line.started += tally.started
                line.submitted += tally.submitted
            }
            if let entries = count.roster[key] { line.roster = (line.roster ?? 0) + entries }
        }
        line.headcount = tree.key(of: code).flatMap { Headcount.whole(of: $0, headcounts, tree, groups) }
        return line
    }
}

extension Headcount {
    /// How many people of some groups a unit has with all below it: the number of everybody, or else those of the groups
    /// that are counted, or else the sum of the units below if each has one.
    ///
    /// - Returns: `nil` if nobody has said.
    static func whole(
        of unit: Int64,
        _ headcounts: [Int64: [Headcount]],
        _ tree: UnitTree,
        _ groups: [String],
        depth: Int = 0
    ) -> Int? {
        let counted = headcounts[unit] ?? []
        if let everybody = counted.first(where: { $0.group == nil }) { return everybody.count }
        let apart = counted.filter { $0.group.map(groups.contains) ?? false }
        if !apart.isEmpty { return apart.reduce(0) { $0 + $1.count } }
        guard depth < 16, let code = tree.unit(key: unit)?.code else { return nil }
        let below = tree.keysBelow(code)
        guard !below.isEmpty else { return nil }
        var sum = 0
        for key in below {
            guard let part = whole(of: key, headcounts, tree, groups, depth: depth + 1) else { return nil }
            sum += part
        }
        return sum
    }
}

extension Database {
    /// How many people units have, by internal key.
    func headcounts() throws(DatabaseError) -> [Int64: [Headcount]] {
        var headcounts: [Int64: [Headcount]] = [:]
        try run(.headcounts, []) { row in headcounts[row.int(0), default: []].append(Headcount(row)) }
        return headcounts
    }
}
