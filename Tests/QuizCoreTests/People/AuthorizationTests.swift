import QuizCore
import Testing

/// I7: the whole matrix of actions, roles and scopes.
struct AuthorizationTests {
    typealias Scope = (contest: String?, unit: String?)

    /// What is asked about: the contest `thi` and the class below its school below its province.
    private static let path = ["lop-9a", "truong-1", "ha-tinh"]

    private static let roles: [StaffAction: Set<Grant.Role>] = [
        .seeBanks: [.admin, .organizer, .auditor],
        .importBank: [.admin, .organizer],
        .readKey: [.admin, .organizer],
        .seeDashboard: [.admin, .organizer, .auditor],
        .exportResults: [.admin, .organizer],
        .manageResults: [.admin, .organizer],
        .seePrizes: [.admin, .organizer],
        .settlePrizes: [.admin, .organizer],
        .findContestants: [.admin, .organizer],
        .handlePersonalData: [.admin, .organizer],
        .seeDataAccess: [.admin, .organizer, .auditor],
        .seeParticipation: [.admin, .organizer, .coordinator],
        .exportUnitResults: [.admin, .organizer, .coordinator],
        .seeUnits: [.admin, .organizer, .auditor],
        .changeUnits: [.admin, .organizer],
        .moveContestants: [.admin, .organizer],
        .confirmUnits: [.admin, .organizer, .coordinator],
        .seeCoverage: [.admin, .organizer, .auditor],
        .seeUnitCoverage: [.admin, .organizer, .auditor, .coordinator],
        .manageAccounts: [.admin, .organizer],
        .setAccountRules: [.admin],
        .readAudit: [.admin, .auditor],
        .seeRoster: [.admin, .organizer, .coordinator],
        .importRoster: [.admin, .organizer, .coordinator],
        .readCodes: [.admin, .organizer, .coordinator],
        .manageRoster: [.admin, .organizer, .coordinator],
    ]

    /// Every shape of scope, and whether it covers the house, the contest, the unit.
    private static let scopes: [(scope: Scope, house: Bool, contest: Bool, unit: Bool)] = [
        ((nil, nil), true, true, true),
        (("thi", nil), true, true, true),
        (("khac", nil), true, false, false),
        ((nil, "lop-9a"), false, false, true),
        ((nil, "truong-1"), false, false, true),
        ((nil, "ha-tinh"), false, false, true),
        ((nil, "truong-2"), false, false, false),
        ((nil, "lop-9"), false, false, false),
        ((nil, ""), false, false, false),
        (("thi", "truong-1"), false, false, true),
        (("thi", "truong-2"), false, false, false),
        (("khac", "truong-1"), false, false, false),
        (("", nil), true, false, false),
    ]

    private func member(_ grants: [Grant]) -> StaffMember {
        StaffMember(key: 1, name: "an", grants: grants)
    }

    @Test(arguments: StaffAction.allCases, Grant.Role.allCases)
    func aGrantCoversWhatRoleAndScopeSay(_ action: StaffAction, _ role: Grant.Role) throws {
        let roles = try #require(Self.roles[action])
        for line in Self.scopes {
            let grant = Grant(role: role, contest: line.scope.contest, unit: line.scope.unit)
            let isCovered =
                switch action {
                case .seeBanks, .importBank, .seeUnits, .changeUnits: line.house
                case .readKey, .seeDashboard, .exportResults, .manageResults, .seePrizes, .settlePrizes,
                    .findContestants, .moveContestants, .handlePersonalData, .seeDataAccess, .seeCoverage,
                    .manageAccounts,
                    .readAudit:
                    line.contest
                case .setAccountRules: line.scope.contest == nil && line.scope.unit == nil
                case .seeParticipation, .exportUnitResults, .confirmUnits, .seeUnitCoverage: line.unit
                case .seeRoster, .importRoster, .readCodes, .manageRoster: line.unit
                }
            let isAllowed = Authorization.allows(member([grant]), action, contest: "thi", unitPath: Self.path)
            #expect(isAllowed == (roles.contains(role) && isCovered), "\(grant)")
        }
    }

    @Test(arguments: StaffAction.allCases)
    func withoutGrantsNothingIsAllowed(_ action: StaffAction) {
        #expect(!Authorization.allows(member([]), action, contest: "thi", unitPath: Self.path))
    }

    @Test func oneFittingGrantAmongOthersIsEnough() {
        let grants = [
            Grant(role: .auditor, contest: nil, unit: nil), Grant(role: .coordinator, contest: "thi", unit: "truong-1"),
        ]
        #expect(Authorization.allows(member(grants), .exportUnitResults, contest: "thi", unitPath: Self.path))
        #expect(Authorization.allows(member(grants), .seeDashboard, contest: "thi", unitPath: nil))
    }

    /// The role of one grant never joins the scope of another.
    @Test func grantsDoNotMix() {
        let grants = [
            Grant(role: .organizer, contest: "khac", unit: nil),
            Grant(role: .coordinator, contest: "thi", unit: "truong-1"),
        ]
        #expect(!Authorization.allows(member(grants), .exportResults, contest: "thi", unitPath: nil))
        #expect(Authorization.allows(member(grants), .seeParticipation, contest: "khac", unitPath: nil))
        #expect(!Authorization.allows(member(grants), .seeParticipation, contest: "thi", unitPath: ["truong-2"]))
    }

    @Test func everyUnitIsMoreThanOneUnit() {
        let coordinator = member([Grant(role: .coordinator, contest: "thi", unit: "ha-tinh")])
        #expect(!Authorization.allows(coordinator, .exportUnitResults, contest: "thi", unitPath: nil))
        #expect(!Authorization.allows(coordinator, .exportUnitResults, contest: "thi", unitPath: []))
    }

    @Test func noContestInParticularIsCoveredByAGrantForAllOnly() {
        let one = member([Grant(role: .organizer, contest: "thi", unit: nil)])
        let all = member([Grant(role: .organizer, contest: nil, unit: nil)])
        #expect(!Authorization.allows(one, .seeDashboard, contest: nil, unitPath: nil))
        #expect(Authorization.allows(all, .seeDashboard, contest: nil, unitPath: nil))
    }

    @Test(arguments: Grant.Role.allCases) func theKeyOfABankIsForStaffOfContestsThatUseIt(_ role: Grant.Role) {
        let mayAtAll = [.admin, .organizer].contains(role)
        func allows(_ contest: String?, _ unit: String? = nil, usedBy contests: [String]) -> Bool {
            Authorization.allowsKey(member([Grant(role: role, contest: contest, unit: unit)]), usedBy: contests)
        }
        #expect(allows(nil, usedBy: []) == mayAtAll)
        #expect(allows("thi", usedBy: ["khac", "thi"]) == mayAtAll)
        #expect(!allows("thi", usedBy: ["khac"]))
        #expect(!allows("thi", usedBy: []))
        #expect(!allows(nil, "ha-tinh", usedBy: ["thi"]))
        #expect(!Authorization.allowsKey(member([]), usedBy: ["thi"]))
    }

    /// Nobody gives more than they hold: over all pairs of grants.
    @Test func whoMayGiveWhat() {
        for own in Self.grants {
            for given in Self.grants {
                let isWithin = own.unit == nil && (own.contest == nil || own.contest == given.contest)
                let mayGive =
                    switch own.role {
                    case .admin: isWithin
                    case .organizer: isWithin && given.role == .coordinator && given.unit != nil
                    case .coordinator, .auditor: false
                    }
                #expect(Authorization.allowsGiving(given, by: member([own])) == mayGive, "\(own) \(given)")
                // What one may give is never more than one could do already.
                guard mayGive else { continue }
                for action in StaffAction.allCases {
                    for contest in ["thi", "khac"] {
                        let own = Authorization.allows(member([own]), action, contest: contest, unitPath: Self.path)
                        let new = Authorization.allows(member([given]), action, contest: contest, unitPath: Self.path)
                        #expect(own || !new, "\(given) \(action)")
                    }
                }
            }
        }
    }

    @Test func anAccountIsForWhoCouldHaveGivenAllItHolds() {
        let organizer = member([Grant(role: .organizer, contest: "thi", unit: nil)])
        let admin = member([Grant(role: .admin, contest: nil, unit: nil)])
        let own = Grant(role: .coordinator, contest: "thi", unit: "truong-1")
        let foreign = Grant(role: .coordinator, contest: "khac", unit: "truong-1")
        #expect(Authorization.allowsManaging([own], by: organizer))
        #expect(!Authorization.allowsManaging([own, foreign], by: organizer))
        #expect(!Authorization.allowsManaging([], by: organizer))
        #expect(Authorization.allowsManaging([own, foreign], by: admin))
        #expect(Authorization.allowsManaging([], by: admin))
        #expect(!Authorization.managesAccounts(member([own])))
    }

    private static let grants = Grant.Role.allCases.flatMap { role in
        [nil, "thi", "khac"].flatMap { contest in
            [nil, "truong-1"].map { Grant(role: role, contest: contest, unit: $0) }
        }
    }
}
