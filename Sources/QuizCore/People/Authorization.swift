/// What staff may ask for.
package enum StaffAction: CaseIterable, Hashable, Sendable {
    /// Lists banks with their digests, without questions.
    case seeBanks
    /// Adds a version of a bank; no contest changes by it (I14).
    case importBank
    /// Reads the key of a bank that the contest uses (I7).
    case readKey
    /// Sees counts and means of a contest.
    case seeDashboard
    /// Takes the results of a whole contest, names included.
    case exportResults
    /// Publishes, corrects and finishes results, and gives time.
    case manageResults
    /// Sees who gets the prizes of a contest and why, names included.
    case seePrizes
    /// Excludes people from prizes, keeps what came of checking them, decides ties, records draws.
    case settlePrizes
    /// Looks for people of a contest by name.
    case findContestants
    /// Reads, corrects and erases what is kept of a person, works on requests about it.
    case handlePersonalData
    /// Sees who of the staff read whose data, and what will be erased when.
    case seeDataAccess
    /// Sees by name who of a unit and below took part.
    case seeParticipation
    /// Takes the results of a unit and below, names included.
    case exportUnitResults
    /// Looks at the register of units.
    case seeUnits
    /// Changes the register of units: imports, merges, headcounts.
    case changeUnits
    /// Says which unit of the register somebody means, and moves people between units.
    case moveContestants
    /// Confirms that people belong to a unit and below, or sees who claims to.
    case confirmUnits
    /// Sees how many have taken part, by unit, without names.
    case seeCoverage
    /// The same of a unit and all below it.
    case seeUnitCoverage
    /// Makes accounts and gives grants, never more than they hold.
    case manageAccounts
    /// Says which roles need a second factor.
    case setAccountRules
    /// Searches the log of what staff did.
    case readAudit
}

/// Who may do what: the only place that decides it (I7).
package enum Authorization {
    /// What an action touches, and so which scope of a grant must cover it.
    private enum Extent {
        /// Something that all contests share; the scope of a grant says nothing about it.
        case house
        /// A contest as a whole; a grant for a unit does not reach that far.
        case contest
        /// A unit with all below it, in one contest.
        case unit
        /// All of it: only a grant without limits reaches that far.
        case everything
    }

    private static func rule(for action: StaffAction) -> (extent: Extent, roles: Set<Grant.Role>) {
        switch action {
        case .seeBanks: (.house, [.admin, .organizer, .auditor])
        case .importBank: (.house, [.admin, .organizer])
        case .readKey: (.contest, [.admin, .organizer])
        case .seeDashboard: (.contest, [.admin, .organizer, .auditor])
        case .exportResults: (.contest, [.admin, .organizer])
        case .manageResults: (.contest, [.admin, .organizer])
        case .seePrizes, .settlePrizes, .findContestants: (.contest, [.admin, .organizer])
        case .handlePersonalData: (.contest, [.admin, .organizer])
        case .seeDataAccess: (.contest, [.admin, .organizer, .auditor])
        case .seeParticipation: (.unit, [.admin, .organizer, .coordinator])
        case .exportUnitResults: (.unit, [.admin, .organizer, .coordinator])
        case .seeUnits: (.house, [.admin, .organizer, .auditor])
        case .changeUnits: (.house, [.admin, .organizer])
        case .moveContestants: (.contest, [.admin, .organizer])
        case .confirmUnits: (.unit, [.admin, .organizer, .coordinator])
        case .seeCoverage: (.contest, [.admin, .organizer, .auditor])
        case .seeUnitCoverage: (.unit, [.admin, .organizer, .auditor, .coordinator])
        case .manageAccounts: (.contest, [.admin, .organizer])
        case .setAccountRules: (.everything, [.admin])
        case .readAudit: (.contest, [.admin, .auditor])
        }
    }

    /// Whether one of the grants covers the action.
    ///
    /// - Parameters:
    ///   - staff: Who asks.
    ///   - action: What for.
    ///   - contest: Id of the contest asked about; `nil`: none in particular, which only a grant for every contest covers.
    ///   - unitPath: Codes from the unit asked about up to the roots of both trees (``UnitRegister/path(up:)``); `nil`: every
    ///     unit.
    /// - Returns: `true` if they may.
    package static func allows(
        _ staff: StaffMember,
        _ action: StaffAction,
        contest: String?,
        unitPath: [String]?
    ) -> Bool {
        let rule = rule(for: action)
        return staff.grants.contains { grant in
            guard rule.roles.contains(grant.role) else { return false }
            return switch rule.extent {
            case .house: grant.unit == nil
            case .contest: grant.unit == nil && covers(grant, contest)
            case .unit: covers(grant, contest) && covers(grant, unitPath)
            case .everything: grant.unit == nil && grant.contest == nil
            }
        }
    }

    /// Whether they may read the key of a bank: as staff of a contest that uses it, or of all contests.
    ///
    /// - Parameters:
    ///   - staff: Who asks.
    ///   - contests: Ids of the contests that use the bank.
    /// - Returns: `true` if they may.
    package static func allowsKey(_ staff: StaffMember, usedBy contests: [String]) -> Bool {
        (contests.map { $0 as String? } + [nil]).contains { allows(staff, .readKey, contest: $0, unitPath: nil) }
    }

    /// Whether they may give a grant, or take it away: admins any within their own scope, organizers those of
    /// coordinators in contests of their own.
    package static func allowsGiving(_ grant: Grant, by staff: StaffMember) -> Bool {
        staff.grants.contains { own in
            guard own.unit == nil, covers(own, grant.contest) else { return false }
            switch own.role {
            case .admin: return true
            case .organizer: return grant.role == .coordinator && grant.unit != nil
            case .coordinator, .auditor: return false
            }
        }
    }

    /// Whether they may see and change an account: only one whose grants they could all have given.
    ///
    /// An account without grants is for those who may give any.
    package static func allowsManaging(_ grants: [Grant], by staff: StaffMember) -> Bool {
        grants.isEmpty
            ? allows(staff, .setAccountRules, contest: nil, unitPath: nil)
            : grants.allSatisfy { allowsGiving($0, by: staff) }
    }

    /// Whether they may make and manage accounts at all.
    package static func managesAccounts(_ staff: StaffMember) -> Bool {
        staff.grants.contains { allows(staff, .manageAccounts, contest: $0.contest, unitPath: nil) }
    }

    private static func covers(_ grant: Grant, _ contest: String?) -> Bool {
        grant.contest == nil || grant.contest == contest
    }

    private static func covers(_ grant: Grant, _ unitPath: [String]?) -> Bool {
        guard let unit = grant.unit else { return true }
        return unitPath?.contains(unit) ?? false
    }
}
