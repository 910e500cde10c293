/// Where lists of people and the figures of reports come from.
package protocol ReportStore: Sendable {
    /// Notes in the log who takes a list and what for, before its first byte leaves the house.
    func noteExport(
        of selection: ListSelection,
        as format: String,
        purpose: String?,
        by actor: String
    )
        async throws(StoreError)
    /// A list, in pieces; `nil`: there is no such contest or unit.
    func list(_ selection: ListSelection) async throws(StoreError) -> ListPages?
    /// A page of those who take part, with what is counted above it; `nil`: no such contest, unit or person to go on
    /// behind.
    func participation(_ query: ParticipationQuery) async throws(StoreError) -> ParticipationPage?
    /// What reports are made of; `nil`: there is no such contest or unit.
    func figures(_ scope: ReportScope) async throws(StoreError) -> ReportFigures?
}

/// A list while it is being read: it is never in memory as a whole.
package struct ListPages: Sendable {
    /// The next people; empty: that was all.
    package let next: @Sendable () async throws(StoreError) -> [ListRow]

    package init(next: @escaping @Sendable () async throws(StoreError) -> [ListRow]) {
        self.next = next
    }

    /// Goes through all pages; the next one is read while one is written.
    package func forEach(_ write: ([ListRow]) async throws -> Void) async throws {
        var rows = try await next()
        while !rows.isEmpty {
            async let following = next()
            try await write(rows)
            rows = try await following
        }
    }
}

/// What is asked of the people of a unit and below.
package struct ParticipationQuery: Hashable, Sendable {
    package enum State: String, CaseIterable, Hashable, Sendable {
        case registered, open, submitted
        /// Registered or open.
        case not
        /// On a roster, never came.
        case unregistered

        package func admits(_ state: ListRow.Progress.State) -> Bool {
            switch self {
            case .registered: state == .registered
            case .open: state == .open
            case .submitted: state == .submitted
            case .not: state != .submitted
            case .unregistered: false
            }
        }
    }

    package let contest: String
    package let unit: String
    package let round: String?
    package let group: String?
    /// `nil`: everybody who registered.
    package let state: State?
    package let name: NameQuery?
    /// The last person of the page before.
    package let after: PublicID?
    /// At least 1.
    package let limit: Int

    package init(
        contest: String,
        unit: String,
        round: String? = nil,
        group: String? = nil,
        state: State? = nil,
        name: NameQuery? = nil,
        after: PublicID? = nil,
        limit: Int = 100
    ) {
        self.contest = contest
        self.unit = unit
        self.round = round
        self.group = group
        self.state = state
        self.name = name
        self.after = after
        self.limit = limit
    }
}

package struct ParticipationPage: Sendable {
    /// Of a unit with all below it.
    package struct Line: Hashable, Sendable {
        package let code: String
        package let title: String
        package let type: String
        package var registered = 0
        /// Of these, people whose unit a roster or a coordinator confirms.
        package var confirmed = 0
        package var started = 0
        package var submitted = 0
        /// People on rosters; `nil`: there is none.
        package var roster: Int?
        package var headcount: Int?

        package init(code: String, title: String, type: String) {
            self.code = code
            self.title = title
            self.type = type
        }

        /// How many could take part, by the register or else by the rosters; `nil`: nobody has said.
        package var denominator: Int? { headcount ?? roster }
    }

    package struct Person: Hashable, Sendable {
        package let id: PublicID
        package let row: ListRow

        package init(id: PublicID, row: ListRow) {
            self.id = id
            self.row = row
        }
    }

    package let unit: Line
    /// The units right below, in the order of lists.
    package let children: [Line]
    package let people: [Person]
    /// The person to go on behind; `nil`: that was all.
    package let next: PublicID?

    package init(unit: Line, children: [Line], people: [Person], next: PublicID?) {
        self.unit = unit
        self.children = children
        self.people = people
        self.next = next
    }
}
