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
    /// Sees by name who of a unit and below took part.
    case seeParticipation
    /// Takes the results of a unit and below, names included.
    case exportUnitResults
    /// Sees who of a unit and below is on the roster, and who of them has come.
    case seeRoster
    /// Adds people to the roster of a unit, and the classes that their list brings.
    case importRoster
    /// Sees the entry codes of people on the roster.
    case readCodes
    /// Issues codes anew, revokes them, takes people off the roster.
    case manageRoster
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
        case .seeParticipation: (.unit, [.admin, .organizer, .coordinator])
        case .exportUnitResults: (.unit, [.admin, .organizer, .coordinator])
        case .seeRoster, .importRoster, .readCodes, .manageRoster: (.unit, [.admin, .organizer, .coordinator])
        }
    }

    /// Whether one of the grants covers the action.
    ///
    /// - Parameters:
    ///   - staff: Who asks.
    ///   - action: What for.
    ///   - contest: Id of the contest asked about; `nil`: none in particular, which only a grant for every contest covers.
    ///   - unitPath: Codes from the unit asked about up to the root of its tree; `nil`: every unit.
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

    private static func covers(_ grant: Grant, _ contest: String?) -> Bool {
        grant.contest == nil || grant.contest == contest
    }

    private static func covers(_ grant: Grant, _ unitPath: [String]?) -> Bool {
        guard let unit = grant.unit else { return true }
        return unitPath?.contains(unit) ?? false
    }
}
