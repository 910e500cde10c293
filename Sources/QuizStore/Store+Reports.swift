package import QuizCore

extension Store: ReportStore {
    package func noteExport(
        of selection: ListSelection,
        as format: String,
        purpose: String?,
        by actor: String
    ) async throws(StoreError) {
        guard let definition = catalogue.definition(of: selection.contest) else {
            throw .broken("there is no contest \(selection.contest)")
        }
        let scope = [
            "contest \(selection.contest)", selection.unit.map { "unit \($0)" }, selection.round.map { "round \($0)" },
            selection.group.map { "group \($0)" }, selection.hasContact ? "with contact data" : nil,
            purpose.map { "purpose: \($0)" },
        ].compactMap { $0 }.joined(separator: ", ")
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.logStaff(
                .listExported,
                subject: definition.contestKey,
                actor: actor,
                detail: "\(selection.kind.rawValue) as \(format) of \(scope)"
            )
        }
    }

    package func list(_ selection: ListSelection) async throws(StoreError) -> ListPages? {
        guard let definition = catalogue.definition(of: selection.contest) else { return nil }
        let tree = catalogue.units
        if let unit = selection.unit, tree.unit(unit) == nil { return nil }
        let filter = ListFilter(selection, contest: definition.contestKey)
        let units = tree.ordered(under: selection.unit)
        switch selection.kind {
        case .results:
            let people = selection.unit == nil ? nil : try await people(of: units, filter.contest)
            let cursor = ResultCursor(
                selection,
                definition.contest,
                filter: filter,
                people: people,
                in: tree,
                reports,
                standings
            )
            return ListPages { () async throws(StoreError) in try await cursor.next() }
        case .participation, .unfinished:
            let isEverybody = selection.kind == .participation
            let cursor = ListCursor(ContestantSource(filter: filter), of: units, in: tree, reports) { row in
                isEverybody || row.progress?.state != .submitted
            }
            return ListPages { () async throws(StoreError) in try await cursor.next() }
        case .unregistered:
            let cursor = ListCursor(RosterSource(filter: filter), of: units, in: tree, reports)
            return ListPages { () async throws(StoreError) in try await cursor.next() }
        }
    }

    /// Keys of the people of some units.
    private func people(of units: [Int64], _ contest: Int64) async throws(StoreError) -> Set<Int64> {
        try await reports.read { database throws(DatabaseError) in
            var people: Set<Int64> = []
            for unit in units {
                try database.run(.listKeys, [.int(contest), .int(unit)]) { people.insert($0.int(0)) }
            }
            return people
        }
    }

    package func participation(
        _ query: ParticipationQuery
    ) async throws(StoreError) -> ParticipationPage? {
        guard let definition = catalogue.definition(of: query.contest), catalogue.units.unit(query.unit) != nil else {
            return nil
        }
        let tree = catalogue.units
        let units = tree.ordered(under: query.unit)
        let filter = ListFilter(query, contest: definition.contestKey)
        let isRoster = query.state == .unregistered
        let source: any ListSource =
            isRoster
            ? try await named(RosterSource(filter: filter), query.name, catalogue.rosterNames, units)
            : try await named(ContestantSource(filter: filter), query.name, catalogue.contestantNames, units)
        var start = ListPlace()
        if let after = query.after {
            guard let place = try await place(of: after, isRoster: isRoster, units, filter.contest) else { return nil }
            start = place
        }
        let first = start
        let found = try await reports.read { database throws(DatabaseError) in
            try source.page(
                of: units,
                from: first,
                wanted: query.limit + 1,
                patience: .max,
                in: tree,
                database
            ) { row in
                row.progress.map { progress in query.state?.admits(progress.state) ?? true } ?? true
            }.people
        }
        let count = try await reports.count(of: definition.contestKey, at: committedSequence)
        let headcounts = try await reports.read { database throws(DatabaseError) in try database.headcounts() }
        let lines = ParticipationLines(
            count: count,
            headcounts: headcounts,
            tree: tree,
            contest: definition.contest
        )
        let people = found.prefix(query.limit).compactMap { person in
            person.id.map { ParticipationPage.Person(id: $0, row: person.row) }
        }
        return ParticipationPage(
            unit: lines.line(of: query.unit),
            children: tree.keysBelow(query.unit).compactMap { tree.unit(key: $0) }.map { lines.line(of: $0.code) },
            people: people,
            next: found.count > query.limit ? people.last?.id : nil
        )
    }

    /// A list, or those on it who were looked for.
    private func named(
        _ source: some ListSource,
        _ name: NameQuery?,
        _ names: NameIndex,
        _ units: [Int64]
    ) async throws(StoreError) -> any ListSource {
        guard let name else { return source }
        try await names.update(from: readers)
        let found = names.find(name, contest: source.filter.contest, units: Set(units))
        return NamedSource(source: source, name: name, found: found)
    }

    /// Where a list goes on behind a person; `nil`: not of these units.
    private func place(
        of person: PublicID,
        isRoster: Bool,
        _ units: [Int64],
        _ contest: Int64
    ) async throws(StoreError) -> ListPlace? {
        try await reports.read { database throws(DatabaseError) in
            let values: [Value] = [.bytes(person.bytes), .int(contest)]
            let found = try database.first(isRoster ? .listRosterPlace : .listPlace, values) { row in
                units.firstIndex(of: row.int(0)).map { unit in
                    ListPlace(unit: unit, sortKey: row.bytes(1), key: row.int(2))
                }
            }
            return found ?? nil
        }
    }
}

extension ListRow {
    /// `nil`: the list is not about that.
    var progress: Progress? {
        if case .progress(let progress) = facts { progress } else { nil }
    }
}
