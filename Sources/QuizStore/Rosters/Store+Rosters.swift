package import QuizCore

extension Store: RosterStore {
    package func rosterUnits(of unit: String) async throws(StoreError) -> RosterUnits? {
        let tree = catalogue.units
        guard let found = tree.unit(unit), let key = tree.key(of: unit) else { return nil }
        return RosterUnits(
            unit: found,
            below: tree.subtree(of: unit).filter { $0 != key }.compactMap { tree.unit(key: $0) },
            above: Array(tree.upward(from: key).dropFirst())
        )
    }

    package func rosterKnown(unit: String, contest: String) async throws(StoreError) -> [RosterKnown] {
        guard let contest = catalogue.definition(of: contest)?.contestKey else { return [] }
        let tree = catalogue.units
        let keys = tree.subtree(of: unit)
        return try await readers.read { database throws(DatabaseError) in
            var known: [RosterKnown] = []
            for key in keys {
                guard let code = tree.unit(key: key)?.code else { continue }
                try database.run(.rosterKnown, [.int(key), .int(contest)]) { row in
                    known.append(RosterKnown(name: row.text(0), birthYear: Int(row.int(1)), unit: code))
                }
            }
            return known
        }
    }

    package func roster(_ query: RosterQuery) async throws(StoreError) -> RosterPage {
        guard let contest = catalogue.definition(of: query.contest)?.contestKey else {
            return RosterPage(lines: [], hasMore: false)
        }
        let tree = catalogue.units
        let units = tree.subtree(of: query.unit)
        if let person = query.person {
            let row = try await readers.read { database throws(DatabaseError) in
                try database.rosterEntry(person, contest: contest, units: units)?.entry
            }
            return RosterPage(lines: row.map { [$0] } ?? [], hasMore: false)
        }
        let ordered = tree.ordered(under: query.unit)
        if let name = query.name { return try await found(name, query, contest: contest, units: ordered) }
        return try await readers.read { database throws(DatabaseError) in
            try database.rosterPage(query, contest: contest, units: ordered)
        }
    }

    private func found(
        _ name: NameQuery,
        _ query: RosterQuery,
        contest: Int64,
        units: [Int64]
    ) async throws(StoreError) -> RosterPage {
        let names = catalogue.rosterNames
        try await names.update(from: readers)
        let found = names.find(name, contest: contest, units: Set(units))
        return try await readers.read { database throws(DatabaseError) in
            var lines: [RosterLineEntry] = []
            for unit in units where lines.count <= query.limit {
                var rows: [RosterRow] = []
                for key in found[unit, default: []] {
                    rows += try database.all(.rosterEntryByKey, [.int(key)], RosterRow.init)
                }
                lines += rows.sorted { one, other in
                    one.sortKey == other.sortKey
                        ? one.key < other.key : one.sortKey.lexicographicallyPrecedes(other.sortKey)
                }.compactMap { row in
                    guard let entry = row.entry, row.unit == unit, name.matches(entry.name),
                        query.state == nil || entry.state == query.state
                    else { return nil }
                    return entry
                }
            }
            return RosterPage(lines: Array(lines.prefix(query.limit)), hasMore: lines.count > query.limit)
        }
    }

    package func rosterClasses(unit: String, contest: String) async throws(StoreError) -> [RosterClass] {
        guard let contest = catalogue.definition(of: contest)?.contestKey else { return [] }
        let tree = catalogue.units
        let ordered = tree.ordered(under: unit)
        return try await readers.read { database throws(DatabaseError) in
            var classes: [RosterClass] = []
            for key in ordered {
                guard let one = tree.unit(key: key) else { continue }
                let counts = try database.first(.rosterCounts, [.int(key), .int(contest)]) { row in
                    (people: Int(row.int(0)), present: Int(row.int(1)), submitted: Int(row.int(2)))
                }
                guard let counts, counts.people > 0 else { continue }
                classes.append(
                    RosterClass(
                        code: one.code,
                        title: one.title,
                        people: counts.people,
                        present: counts.present,
                        submitted: counts.submitted
                    )
                )
            }
            return classes
        }
    }

    package func rosterForCodes(
        _ query: RosterQuery,
        by actor: String
    ) async throws(StoreError) -> [RosterLineEntry]? {
        let page = try await roster(query)
        guard !page.hasMore else { return nil }
        let people = page.lines
        guard let contest = catalogue.definition(of: query.contest)?.contestKey, !people.isEmpty else { return [] }
        // What cannot be noted is not handed over.
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.logStaff(
                .rosterCodesRead,
                subject: contest,
                actor: actor,
                detail: "\(query.contest) \(query.unit) \(query.person?.hex ?? ""): \(people.count)"
            )
        }
        return people
    }
}

extension Database {
    /// The next people of units in their order, from the one behind the last that was seen.
    fileprivate func rosterPage(
        _ query: RosterQuery,
        contest: Int64,
        units: [Int64]
    ) throws(DatabaseError) -> RosterPage {
        var place = 0
        var sortKey: [UInt8] = []
        var last: Int64 = 0
        if let after = query.after {
            guard let row = try rosterEntry(after, contest: contest, units: Set(units)),
                let index = units.firstIndex(of: row.unit)
            else { return RosterPage(lines: [], hasMore: false) }
            (place, sortKey, last) = (index, row.sortKey, row.key)
        }
        var lines: [RosterLineEntry] = []
        while place < units.count, lines.count <= query.limit {
            let limit = query.limit + 1
            let rows = try all(
                .rosterOfUnit,
                [.int(units[place]), .int(contest), .bytes(sortKey), .int(last), .int(limit)],
                RosterRow.init
            )
            lines += rows.compactMap(\.entry).filter { query.state == nil || $0.state == query.state }
            if rows.count == limit, let end = rows.last {
                (sortKey, last) = (end.sortKey, end.key)
            } else {
                (place, sortKey, last) = (place + 1, [], 0)
            }
        }
        return RosterPage(lines: Array(lines.prefix(query.limit)), hasMore: lines.count > query.limit)
    }
}
