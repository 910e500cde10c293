package import QuizCore

extension Store {
    package func figures(_ scope: ReportScope) async throws(StoreError) -> ReportFigures? {
        let tree = catalogue.units
        if let unit = scope.unit, tree.unit(unit) == nil { return nil }
        let chosen = contests(of: scope)
        if case .one = scope.contests, chosen.isEmpty { return nil }
        let window = window(of: scope)
        let ordered = tree.ordered(under: scope.unit)
        let keys = chosen.map(\.contestKey)
        let counted = try await reports.read { database throws(DatabaseError) in
            (
                count: try PersonCount(of: keys, within: window, from: database),
                headcounts: try database.headcounts()
            )
        }
        let day = scope.until ?? CalendarDay(of: moment)
        let reach = Set(ordered)
        var roster: [Int64: Int] = [:]
        for (unit, count) in counted.count.roster {
            roster[tree.rolledUp(unit, on: day, within: reach), default: 0] += count
        }
        var people: [Int64: [String: PeopleTally]] = [:]
        for (cell, tally) in counted.count.cells {
            let unit = tree.rolledUp(cell.unit, on: day, within: reach)
            people[unit, default: [:]][cell.group, default: PeopleTally()] += tally
        }
        let counts = Set(people.keys).union(roster.keys)
        return ReportFigures(
            contests: chosen.map { definition in
                ReportFigures.ContestFact(
                    id: definition.contest.id,
                    title: definition.contest.title,
                    mode: definition.contest.mode
                )
            },
            units: tree.reportUnits(
                tree.standing(ordered, on: day, with: counts, asked: scope.unit),
                counted.headcounts
            ),
            people: people,
            roster: roster,
            topics: try await topics(of: chosen, within: window),
            practice: try await topics(of: practice(of: scope), within: window),
            former: try await former(of: scope)
        )
    }

    /// The contests that a report counts: the one, or those of the year that are neither practice nor a trial.
    private func contests(of scope: ReportScope) -> [Definition] {
        switch scope.contests {
        case .one(let id): catalogue.definition(of: id).map { [$0] } ?? []
        case .year(let year): official(in: year)
        }
    }

    private func official(in year: Int) -> [Definition] {
        catalogue.definitions().filter { definition in
            definition.contest.mode == .contest
                && definition.contest.rounds.contains { CalendarDay(of: $0.opens).year == year }
        }
    }

    private func practice(of scope: ReportScope) -> [Definition] {
        guard case .year = scope.contests else { return [] }
        return catalogue.definitions().filter { $0.contest.mode == .practice }
    }

    private func former(of scope: ReportScope) async throws(StoreError) -> TopicFigures {
        guard case .year(let year) = scope.contests else { return TopicFigures() }
        let before = ReportScope(contests: .year(year - 1))
        return try await topics(of: official(in: year - 1), within: window(of: before))
    }

    /// From the first moment of the year to the end of the last day.
    private func window(of scope: ReportScope) -> Range<Timestamp>? {
        let end = scope.until?.start.adding(milliseconds: CalendarDay.length)
        guard case .year(let year) = scope.contests, let first = CalendarDay(year: year, month: 1, day: 1)?.start,
            let next = CalendarDay(year: year + 1, month: 1, day: 1)?.start
        else { return end.map { Timestamp(milliseconds: .min)..<$0 } }
        return first..<max(first, min(end ?? next, next))
    }

    private func topics(
        of definitions: [Definition],
        within window: Range<Timestamp>?
    ) async throws(StoreError) -> TopicFigures {
        var sum = TopicFigures()
        for definition in definitions {
            let count = TopicCount(
                contestKey: definition.contestKey,
                contest: definition.contest.id,
                window: window
            )
            sum.add(try await statistics.topics(count, catalogue: catalogue))
        }
        return sum
    }
}

extension UnitTree {
    /// The unit that a unit's people count for on a day (``UnitRegister/rolledUp(_:on:)``); itself where what took its
    /// place is beyond the report.
    func rolledUp(_ key: Int64, on day: CalendarDay, within reach: Set<Int64>) -> Int64 {
        let current = unit(key: key).flatMap { register.rolledUp($0.code, on: day) }.flatMap { self.key(of: $0.code) }
        return current.flatMap { reach.contains($0) ? $0 : nil } ?? key
    }

    /// Those of some units that are there on a day, that something still counts for, or that were asked for, and what
    /// stands above them.
    func standing(
        _ ordered: [Int64],
        on day: CalendarDay,
        with counted: Set<Int64>,
        asked: String?
    ) -> [Int64] {
        var needed = Set([asked].compactMap { $0 })
        var standing: [Int64] = []
        for key in ordered.reversed() {
            guard let unit = unit(key: key),
                unit.isValid(on: day) || counted.contains(key) || needed.contains(unit.code)
            else { continue }
            standing.append(key)
            if let parent = unit.parent { needed.insert(parent) }
        }
        return standing.reversed()
    }

    func reportUnits(_ ordered: [Int64], _ headcounts: [Int64: [Headcount]]) -> [ReportUnit] {
        var indexes: [String: Int] = [:]
        var units: [ReportUnit] = []
        units.reserveCapacity(ordered.count)
        for key in ordered {
            guard let unit = unit(key: key) else { continue }
            let parent = unit.parent.flatMap { indexes[$0] }
            indexes[unit.code] = units.count
            units.append(
                ReportUnit(
                    key: key,
                    code: unit.code,
                    title: unit.title,
                    type: unit.type,
                    parent: parent,
                    level: parent.map { units[$0].level + 1 } ?? 0,
                    headcounts: headcounts[key] ?? []
                )
            )
        }
        return units
    }
}
