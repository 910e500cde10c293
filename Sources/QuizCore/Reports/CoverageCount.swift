/// Adds up a report: units with all below them, types, levels, targets.
struct CoverageCount {
    let units: [CoverageReport.UnitLine]
    private let figures: ReportFigures
    /// By index: sums with all below, by group.
    private let below: [[String: PeopleTally]]
    private let children: [[Int]]

    init(_ figures: ReportFigures) {
        self.figures = figures
        var below = figures.units.map { figures.people[$0.key] ?? [:] }
        var roster = figures.units.map { figures.roster[$0.key] ?? 0 }
        var children = figures.units.map { _ in [Int]() }
        for index in figures.units.indices.reversed() {
            guard let parent = figures.units[index].parent, parent < index else { continue }
            for (group, tally) in below[index] { below[parent][group, default: PeopleTally()] += tally }
            roster[parent] += roster[index]
            children[parent].append(index)
        }
        self.below = below
        self.children = children
        let size = UnitSize(units: figures.units, children: children)
        units = figures.units.indices.map { index in
            let tally = Self.sum(below[index], of: [])
            let unit = figures.units[index]
            return CoverageReport.UnitLine(
                unit: unit,
                tally: tally,
                reach: Self.reach(tally, size.people(of: index, in: [])),
                stated: unit.headcounts.first { $0.group == nil },
                roster: roster[index] > 0 ? roster[index] : nil
            )
        }
    }

    private static func sum(_ tallies: [String: PeopleTally], of groups: [String]) -> PeopleTally {
        var sum = PeopleTally()
        for (group, tally) in tallies where groups.isEmpty || groups.contains(group) { sum += tally }
        return sum
    }

    private static func reach(_ tally: PeopleTally, _ size: Int?) -> CoverageReport.Reach {
        var reach = CoverageReport.Reach()
        reach.people = tally.submitted
        reach.confirmed = tally.submittedConfirmed
        reach.headcount = size ?? 0
        reach.counted = size == nil ? 0 : tally.submitted
        reach.uncounted = size == nil ? 1 : 0
        return reach
    }

    /// Units under a common name; people are counted once, at the topmost unit of that name.
    func lines(_ name: (ReportUnit) -> String) -> [CoverageReport.GroupLine] {
        var order: [String] = []
        var lines: [String: CoverageReport.GroupLine] = [:]
        for (index, line) in units.enumerated() {
            let key = name(line.unit)
            if lines[key] == nil { order.append(key) }
            var sum = lines[key] ?? CoverageReport.GroupLine(name: key)
            sum.units += 1
            if line.tally.submitted > 0 { sum.active += 1 }
            if !hasAbove(index, where: { name($0) == key }) { sum.reach += line.reach }
            lines[key] = sum
        }
        return order.compactMap { lines[$0] }
    }

    private func hasAbove(_ index: Int, where isSuch: (ReportUnit) -> Bool) -> Bool {
        var above = figures.units[index].parent
        while let next = above {
            if isSuch(figures.units[next]) { return true }
            above = figures.units[next].parent
        }
        return false
    }

    func line(of target: Target) -> CoverageReport.TargetLine {
        let chosen = units.indices.filter { target.unitTypes.contains(units[$0].unit.type) }
        switch target.measure {
        case .units: return line(target, chosen) { units[$0].tally.submitted > 0 }
        case .heads: return line(target, chosen) { units[$0].tally.heads > 0 }
        case .topicUnits:
            let keys = target.topic.map { topic in
                (figures.topics.units[topic] ?? []).union(figures.practice.units[topic] ?? [])
            }
            let having = mark(keys ?? [])
            return line(target, chosen) { having[$0] }
        case .people: return people(target)
        }
    }

    private func line(_ target: Target, _ chosen: [Int], where isReached: (Int) -> Bool) -> CoverageReport.TargetLine {
        CoverageReport.TargetLine(
            target: target,
            count: chosen.count(where: isReached),
            whole: chosen.isEmpty ? nil : chosen.count,
            uncounted: 0
        )
    }

    /// Whether a unit or one below it is among some.
    private func mark(_ keys: Set<Int64>) -> [Bool] {
        var marked = figures.units.map { keys.contains($0.key) }
        for index in figures.units.indices.reversed() where marked[index] {
            if let parent = figures.units[index].parent { marked[parent] = true }
        }
        return marked
    }

    private func people(_ target: Target) -> CoverageReport.TargetLine {
        let isSuch = { (unit: ReportUnit) in target.unitTypes.isEmpty || target.unitTypes.contains(unit.type) }
        let chosen = units.indices.filter { isSuch(units[$0].unit) && !hasAbove($0, where: isSuch) }
        let size = UnitSize(units: figures.units, children: children)
        var sum = CoverageReport.Reach()
        for index in chosen {
            sum += Self.reach(Self.sum(below[index], of: target.groups), size.people(of: index, in: target.groups))
        }
        return CoverageReport.TargetLine(
            target: target,
            count: sum.headcount > 0 ? sum.counted : sum.people,
            whole: sum.headcount > 0 ? sum.headcount : nil,
            uncounted: sum.uncounted
        )
    }
}

/// How many people units have, as far as somebody has stated it.
struct UnitSize {
    let units: [ReportUnit]
    let children: [[Int]]

    /// Of some groups (empty: of everybody): the unit's own number, or the sum over those below if each has one.
    ///
    /// A unit that counts some of the groups apart has as many people as these; one that counts none apart has everybody.
    ///
    /// - Returns: `nil` if that cannot be said.
    func people(of index: Int, in groups: [String], depth: Int = 0) -> Int? {
        if let own = own(units[index].headcounts, groups) { return own }
        guard depth < 16, !children[index].isEmpty else { return nil }
        var sum = 0
        for child in children[index] {
            guard let part = people(of: child, in: groups, depth: depth + 1) else { return nil }
            sum += part
        }
        return sum
    }

    private func own(_ counted: [Headcount], _ groups: [String]) -> Int? {
        let everybody = counted.first { $0.group == nil }?.count
        let apart = counted.filter { $0.group != nil && (groups.isEmpty || groups.contains($0.group ?? "")) }
        let sum = apart.isEmpty ? nil : apart.reduce(0) { $0 + $1.count }
        return groups.isEmpty ? everybody ?? sum : sum ?? everybody
    }
}

extension CoverageReport.Reach {
    fileprivate static func += (sum: inout Self, other: Self) {
        sum.people += other.people
        sum.confirmed += other.confirmed
        sum.headcount += other.headcount
        sum.counted += other.counted
        sum.uncounted += other.uncounted
    }
}
