/// Who a session belongs to.
package enum Principal: Hashable, Sendable {
    case contestant(Contestant)
    case staff(StaffMember)
}

/// Who takes part in a contest.
package struct Contestant: Hashable, Sendable {
    /// Internal, ascending; never leaves the server.
    package let key: Int64
    package let id: PublicID
    package let contest: String
    package let name: String
    /// What boards show (I15).
    package let displayName: String
    package let group: String
    package let unitCode: String
    package let unitTitle: String

    package init(
        key: Int64,
        id: PublicID,
        contest: String,
        name: String,
        displayName: String,
        group: String,
        unitCode: String,
        unitTitle: String
    ) {
        self.key = key
        self.id = id
        self.contest = contest
        self.name = name
        self.displayName = displayName
        self.group = group
        self.unitCode = unitCode
        self.unitTitle = unitTitle
    }
}

/// Somebody with a user name, and what they may do.
package struct StaffMember: Hashable, Sendable {
    package let key: Int64
    package let name: String
    /// Those in force: none while something is due.
    package let grants: [Grant]
    /// What they have to do before anything else.
    package let duties: [Duty]

    package enum Duty: String, CaseIterable, Hashable, Sendable {
        /// The password was made by somebody else.
        case changePassword
        /// One of the roles needs a second factor, and there is none.
        case setUpTOTP
    }

    package init(key: Int64, name: String, grants: [Grant], duties: [Duty] = []) {
        self.key = key
        self.name = name
        self.grants = grants
        self.duties = duties
    }
}

/// A role within a scope (I7).
package struct Grant: Hashable, Sendable {
    package enum Role: String, CaseIterable, Hashable, Sendable {
        case admin, organizer, coordinator, auditor
    }

    package let role: Role
    /// Id of the contest the grant is limited to; `nil`: every contest.
    package let contest: String?
    /// Code of the unit whose subtree the grant is limited to; `nil`: every unit.
    package let unit: String?

    package init(role: Role, contest: String?, unit: String?) {
        self.role = role
        self.contest = contest
        self.unit = unit
    }
}
