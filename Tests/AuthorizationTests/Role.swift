import QuizCore

/// Who asks: each role once for the objects of contest `c` and unit `u1`, and where there is another such, once for that.
enum Role: String, CaseIterable, Sendable {
    case anonymous, contestant, admin, organizer, otherOrganizer, coordinator, otherCoordinator, auditor

    /// As `x-roles` names it.
    var name: String {
        switch self {
        case .otherOrganizer: "organizer"
        case .otherCoordinator: "coordinator"
        default: rawValue
        }
    }

    /// Of staff.
    var grant: Grant? {
        switch self {
        case .anonymous, .contestant: nil
        case .admin: Grant(role: .admin, contest: nil, unit: nil)
        case .organizer: Grant(role: .organizer, contest: "c", unit: nil)
        case .otherOrganizer: Grant(role: .organizer, contest: "d", unit: nil)
        case .coordinator: Grant(role: .coordinator, contest: "c", unit: "u1")
        case .otherCoordinator: Grant(role: .coordinator, contest: "c", unit: "u2")
        case .auditor: Grant(role: .auditor, contest: "c", unit: nil)
        }
    }
}

/// What is asked for.
enum Thing: String, CaseIterable, Sendable {
    /// Of contest `c`, unit `u1`, the contestant who asks.
    case own
    /// It is there, but belongs to contest `d`, unit `u2`, somebody else.
    case foreign
    case absent
}

/// What must come of it, worked out from `x-roles` and the address alone.
enum Expectation: Sendable {
    case allowed
    /// Nobody of the right kind is signed in; where contests are public, an absent one may be told.
    case unauthorized(orNotFound: Bool)
    case notFound

    init(_ operation: Operation, _ role: Role, _ thing: Thing) {
        let roles = operation.roles ?? []
        let isForAnyone = roles.contains("anyone")
        if isForAnyone || roles.contains(role.name) {
            let isWithin = thing != .absent && (isForAnyone || Self.reaches(role, thing, operation.scope))
            self = operation.scope == .none || isWithin ? .allowed : .notFound
        } else if role == .anonymous || role == .contestant || roles == ["contestant"] {
            self = .unauthorized(orNotFound: operation.scope == .contest && thing == .absent)
        } else {
            self = .notFound
        }
    }

    private static func reaches(_ role: Role, _ thing: Thing, _ scope: Operation.Scope) -> Bool {
        switch (role, scope) {
        case (.admin, .session), (_, .session): thing == .own
        case (.admin, _): true
        // One register for all contests.
        case (_, .register): true
        case (.otherOrganizer, .unit): false
        case (.otherOrganizer, _): thing == .foreign
        case (.organizer, .unit): true
        case (.otherCoordinator, .unit): thing == .foreign
        default: thing == .own
        }
    }
}
