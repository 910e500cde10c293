import Foundation
import Yams

/// One operation of docs/openapi.yaml, as far as the matrix needs it.
struct Operation: Hashable, Sendable {
    let id: String
    /// In capitals.
    let method: String
    /// With its parameters in braces.
    let path: String
    /// `nil`: nobody has said whom it is for.
    let roles: Set<String>?

    /// All of them, sorted.
    static func all() throws -> [Operation] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../docs/openapi.yaml")
        let document = try Yams.load(yaml: try String(contentsOf: file, encoding: .utf8)) as? [String: Any]
        let paths = document?["paths"] as? [String: [String: Any]] ?? [:]
        var operations: [Operation] = []
        for (path, item) in paths {
            for method in ["get", "post", "put", "delete", "patch"] {
                guard let operation = item[method] as? [String: Any] else { continue }
                operations.append(
                    Operation(
                        id: operation["operationId"] as? String ?? "\(method) \(path)",
                        method: method.uppercased(),
                        path: path,
                        roles: (operation["x-roles"] as? [String]).map { Set($0) }
                    )
                )
            }
        }
        return operations.sorted { ($0.path, $0.method) < ($1.path, $1.method) }
    }

    /// What the address names first, which decides whose it is.
    var scope: Scope {
        if path.contains("/audit") { return .contest }
        if ["getUnit", "enterHeadcount", "mergeUnit"].contains(id) { return .register }
        return Scope.allCases.first { path.contains("{\($0.rawValue)}") } ?? .none
    }

    enum Scope: String, CaseIterable, Sendable {
        case contest, unit, register, attempt, account, bank, session, digest, none
    }
}
