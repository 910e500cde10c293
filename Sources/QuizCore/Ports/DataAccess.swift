/// That somebody of the staff reads data of people.
package struct DataAccess: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// People were searched for; those who were found are noted.
        case search
        /// One person's record was opened.
        case record
        /// Prizes with the names of winners.
        case prizes
        /// Results with names.
        case results
        /// Who of a unit took part.
        case participation
        /// The list of everybody, after an incident.
        case affected
    }

    package let kind: Kind
    package let contest: String
    /// Whose subtree was read; `nil`: all units, or the people named.
    package let unit: String?
    package let actor: String
    package let role: String
    /// What for, in their own words or in those of the page.
    package let purpose: String
    /// Whom it named, where that is not everybody of the contest or the unit.
    package let people: [PublicID]?
    /// How many people it named.
    package let count: Int

    package init(
        kind: Kind,
        contest: String,
        unit: String? = nil,
        actor: String,
        role: String,
        purpose: String,
        people: [PublicID]? = nil,
        count: Int
    ) {
        self.kind = kind
        self.contest = contest
        self.unit = unit
        self.actor = actor
        self.role = role
        self.purpose = purpose
        self.people = people
        self.count = count
    }
}

/// A line of the access log, for those who oversee it.
package struct DataAccessLine: Hashable, Sendable {
    package let at: Timestamp
    package let kind: String
    package let actor: String
    package let role: String
    package let purpose: String
    package let unit: String?
    package let count: Int

    package init(
        at: Timestamp,
        kind: String,
        actor: String,
        role: String,
        purpose: String,
        unit: String?,
        count: Int
    ) {
        self.at = at
        self.kind = kind
        self.actor = actor
        self.role = role
        self.purpose = purpose
        self.unit = unit
        self.count = count
    }
}
