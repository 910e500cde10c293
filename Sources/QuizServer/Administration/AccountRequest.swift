import Foundation
import QuizCore
import QuizStore

/// A piece of work on accounts, from the command line.
enum AccountRequest: Codable, Sendable {
    case list(asJSON: Bool)
    case disable(name: String)
    case enable(name: String)
    case reset(name: String, password: AdminRequest.Secret)
    case removeTOTP(name: String)
    case grant(name: String, role: String, contest: String?, unit: String?)
    case revoke(name: String, role: String, contest: String?, unit: String?)
    case showRules
    case setRules(roles: [String])
}

extension Administration {
    func account(_ request: AccountRequest) async throws -> AdminReply {
        switch request {
        case .list(let asJSON): return try await listAccounts(asJSON: asJSON)
        case .disable(let name): return try await change(name, .disable)
        case .enable(let name): return try await change(name, .enable)
        case .reset(let name, let password): return try await change(name, .resetPassword(password.passwordHash))
        case .removeTOTP(let name): return try await change(name, .removeTOTP)
        case .grant(let name, let role, let contest, let unit):
            switch try await grant(role, contest, unit) {
            case .failure(let refusal): return .refused(refusal.message)
            case .success(let grant): return try await change(name, .grant(grant))
            }
        case .revoke(let name, let role, let contest, let unit):
            guard let role = Grant.Role(rawValue: role) else { return .refused(Self.noRole(role)) }
            return try await change(name, .revoke(Grant(role: role, contest: contest, unit: unit)))
        case .showRules: return .done(Self.words(try await store.rolesWithTOTP()))
        case .setRules(let names):
            var roles: Set<Grant.Role> = []
            for name in names {
                guard let role = Grant.Role(rawValue: name) else { return .refused(Self.noRole(name)) }
                roles.insert(role)
            }
            try await store.setRolesWithTOTP(roles, by: actor)
            return .done(Self.words(roles))
        }
    }

    /// A grant by its words, if there is what they name.
    func grant(_ role: String, _ contest: String?, _ unit: String?) async throws -> Result<Grant, Refusal> {
        guard let known = Grant.Role(rawValue: role) else { return .failure(Refusal(Self.noRole(role))) }
        if let contest, store.definition(of: contest) == nil {
            return .failure(
                Refusal(vi: "Không có cuộc thi “\(contest)”.", en: "There is no contest '\(contest)'.")
            )
        }
        if let unit, try await store.unit(code: unit) == nil {
            return .failure(Refusal(vi: "Không có đơn vị “\(unit)”.", en: "There is no unit '\(unit)'."))
        }
        if known == .coordinator, unit == nil {
            return .failure(Refusal(vi: "Đầu mối cần một đơn vị: --unit.", en: "A coordinator needs a unit: --unit."))
        }
        return .success(Grant(role: known, contest: contest, unit: unit))
    }

    private func change(_ name: String, _ change: AccountChange) async throws -> AdminReply {
        guard case .done(let line) = try await store.change(name, change, by: actor) else {
            return .refused(Message(vi: "Không có tài khoản “\(name)”.", en: "There is no account '\(name)'."))
        }
        return .done(Self.text(of: line))
    }

    private func listAccounts(asJSON: Bool) async throws -> AdminReply {
        let lines = try await store.accounts()
        guard asJSON else { return .done(lines.map(Self.text).joined(separator: "\n")) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return AdminReply(output: try encoder.encode(lines.map(AccountItem.init)) + Data("\n".utf8))
    }

    /// Name, state, second factor, grants; a tab between them.
    private static func text(of line: AccountLine) -> String {
        let grants = line.grants.map { grant in
            ([grant.role.rawValue] + [grant.contest, grant.unit].compactMap { $0 }).joined(separator: " ")
        }
        return [
            line.name, line.disabledAt == nil ? "enabled" : "disabled", line.hasTOTP ? "totp" : "-",
            grants.isEmpty ? "-" : grants.joined(separator: "; "),
        ].joined(separator: "\t")
    }

    private static func words(_ roles: Set<Grant.Role>) -> String {
        "require-totp: " + (roles.isEmpty ? "-" : roles.map(\.rawValue).sorted().joined(separator: ","))
    }

    private static func noRole(_ role: String) -> Message {
        Message(vi: "Không có vai trò “\(role)”.", en: "There is no role '\(role)'.")
    }
}

/// An account as programs read it.
private struct AccountItem: Encodable {
    struct Grant: Encodable {
        let role: String
        let contest: String?
        let unit: String?
    }

    let name: String
    let disabled: Bool
    let mustChangePassword: Bool
    let totp: Bool
    let sessions: Int
    let grants: [Grant]

    init(_ line: AccountLine) {
        name = line.name
        disabled = line.disabledAt != nil
        mustChangePassword = line.mustChangePassword
        totp = line.hasTOTP
        sessions = line.sessions
        grants = line.grants.map { Grant(role: $0.role.rawValue, contest: $0.contest, unit: $0.unit) }
    }
}
