package import QuizCore

/// How a file with a list of people is read: elsewhere, within limits.
package struct RosterReading: Sendable {
    package let table: @Sendable (_ file: [UInt8]) async throws -> RosterTable

    package init(table: @escaping @Sendable ([UInt8]) async throws -> RosterTable) {
        self.table = table
    }
}

/// The way of a list onto the roster, from the page and from the command line alike.
package struct RosterIntake<Store: ContestStore & PeopleStore & RosterStore>: Sendable {
    private let store: Store
    private let secret: ServerSecret
    private let random: @Sendable (Int) -> [UInt8]
    private let lane: SlowLane

    package init(
        store: Store,
        secret: ServerSecret,
        random: @escaping @Sendable (Int) -> [UInt8],
        lane: SlowLane
    ) {
        self.store = store
        self.secret = secret
        self.random = random
        self.lane = lane
    }

    /// Judges a list; nothing is stored.
    ///
    /// - Returns: `nil` if there is no such unit.
    package func judged(
        _ table: RosterTable,
        unit: String,
        contest: Contest,
        settings: RosterSettings,
        at moment: Timestamp
    ) async throws -> JudgedRoster? {
        guard let units = try await store.rosterUnits(of: unit) else { return nil }
        let known = try await store.rosterKnown(unit: unit, contest: contest.id)
        let judge = RosterJudge(
            contest: contest,
            year: contest.year(at: moment),
            unit: units.unit,
            below: units.below,
            above: units.above,
            settings: settings
        )
        return try await lane.run { judge.judge(table, known: known) }
    }

    /// Adds the people of a list who have no faults, and the classes that it brings.
    ///
    /// - Returns: How many are new.
    package func take(
        _ judged: JudgedRoster,
        unit: String,
        contest: String,
        by actor: String
    ) async throws -> Int {
        guard !judged.people.isEmpty, let id = PublicID(bytes: random(16)) else { return 0 }
        if !judged.classes.isEmpty { try await store.put(judged.classes, by: actor) }
        let secret = secret
        let random = random
        let entries = try await lane.run {
            judged.people.compactMap { NewRoster.Entry($0, contest: contest, secret: secret, id: random(16)) }
        }
        let roster = NewRoster(id: id, contest: contest, unit: unit, entries: entries) { entry, issue in
            secret.hash(of: secret.rosterCode(contest: contest, entry: entry, issue: issue))
        }
        switch try await store.addRoster(roster, by: actor) {
        case .added(let count, _): return count
        case .notFound: return 0
        }
    }
}

extension NewRoster.Entry {
    /// `id`: 16 random bytes.
    fileprivate init?(_ person: RosterPerson, contest: String, secret: ServerSecret, id bytes: [UInt8]) {
        guard let id = PublicID(bytes: bytes) else { return nil }
        self.init(
            id: id,
            unit: person.unit,
            group: person.group,
            name: person.name.text,
            sortKey: person.name.sortKey,
            birthYear: person.birthYear,
            position: person.position,
            identityHash: secret.identityHash(
                contest: contest,
                name: person.name.text,
                birthYear: person.birthYear,
                unit: person.unit
            ),
            codeHash: secret.hash(of: secret.rosterCode(contest: contest, entry: id, issue: 1))
        )
    }
}
