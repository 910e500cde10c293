import QuizCore

/// What a list is limited to, as its statements take it.
struct ListFilter: Sendable {
    /// Internal key.
    let contest: Int64
    /// Empty: every round.
    let round: String
    /// Empty: every group.
    let group: String
    let hasContact: Bool

    init(_ selection: ListSelection, contest: Int64) {
        self.contest = contest
        round = selection.round ?? ""
        group = selection.group ?? ""
        hasContact = selection.hasContact
    }

    init(_ query: ParticipationQuery, contest: Int64) {
        self.contest = contest
        round = query.round ?? ""
        group = query.group ?? ""
        hasContact = false
    }
}

/// Where the next piece of a list by unit and name begins: behind a person of a unit.
struct ListPlace: Sendable {
    /// Index in the units of the list.
    var unit = 0
    var sortKey: [UInt8] = []
    /// Internal key of the person; equal names stand in the order in which they came.
    var key: Int64 = 0

    /// Where the same unit goes on behind somebody, if it does.
    func behind(_ last: ListedPerson?, isMore: Bool) -> ListPlace? {
        guard isMore, let last else { return nil }
        return ListPlace(unit: unit, sortKey: last.sortKey, key: last.key)
    }

    /// Whether somebody of the unit comes later.
    func isBefore(_ person: ListedPerson) -> Bool {
        sortKey == person.sortKey ? key < person.key : sortKey.lexicographicallyPrecedes(person.sortKey)
    }
}

/// A person of a list as read, with what places need.
struct ListedPerson: Sendable {
    let key: Int64
    /// `nil`: it does not read back, which the schema rules out.
    let id: PublicID?
    let sortKey: [UInt8]
    let row: ListRow
}

/// People by unit, then by given name.
protocol ListSource: Sendable {
    var filter: ListFilter { get }

    /// At most `limit` people of one unit behind a place.
    ///
    /// - Returns: The people, and whether there may be more in the unit.
    func people(
        of unit: Int64,
        behind place: ListPlace,
        limit: Int,
        in units: UnitTree,
        from database: any Database
    ) throws(DatabaseError) -> (people: [ListedPerson], next: ListPlace?)

    /// Somebody who is to be found by name; `nil`: not on this list, or no longer of the unit.
    func person(
        _ key: Int64,
        of unit: Int64,
        in units: UnitTree,
        from database: any Database
    ) throws(DatabaseError) -> ListedPerson?
}

extension ListSource {
    /// At least `wanted` people behind a place that `admits` takes, if there are so many; the work is bounded by
    /// `patience` looks at people and units.
    ///
    /// - Returns: The people, and where to go on; `nil`: that was all.
    func page(
        of units: [Int64],
        from start: ListPlace,
        wanted: Int,
        patience: Int,
        in tree: UnitTree,
        _ database: any Database,
        where admits: (ListRow) -> Bool
    ) throws(DatabaseError) -> (people: [ListedPerson], next: ListPlace?) {
        var found: [ListedPerson] = []
        var place = start
        var looks = 0
        while place.unit < units.count {
            guard found.count < wanted, looks < patience else { return (found, place) }
            let piece = try people(
                of: units[place.unit],
                behind: place,
                limit: max(wanted, 100),
                in: tree,
                from: database
            )
            found += piece.people.filter { admits($0.row) }
            looks += piece.people.count + 1
            place = piece.next ?? ListPlace(unit: place.unit + 1)
        }
        return (found, nil)
    }
}
