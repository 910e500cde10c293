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
        .seeParticipation: [.admin, .organizer, .coordinator],
        .exportUnitResults: [.admin, .organizer, .coordinator],
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
                case .seeBanks, .importBank: line.house
                case .readKey, .seeDashboard, .exportResults, .manageResults, .seePrizes, .settlePrizes,
                    .findContestants:
                    line.contest
                case .seeParticipation, .exportUnitResults: line.unit
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
}
