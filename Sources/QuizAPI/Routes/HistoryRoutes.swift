import Hummingbird
import QuizCore

extension API {
    func addHistoryRoutes(to api: inout RouteTable) {
        api.get("contests/:contest/definitions") { _, context in try await listDefinitions(context) }
    }

    /// What changed in the rules, when, and by whom.
    private func listDefinitions(_ context: APIContext) async throws -> Response {
        let member = try staff(context)
        let contest = try definition(context).contest
        guard Authorization.allows(member, .seeDashboard, contest: contest.id, unitPath: nil) else {
            throw Problem.notFound
        }
        let versions = try await store.history(of: contest.id)
        return .json(
            JSONText { json in
                json.list("items", versions) { json, one in
                    json.object { json in
                        json.field("version", one.version)
                        json.field("appliedAt", one.appliedAt)
                        json.field("appliedBy", one.appliedBy)
                        json.list("changes", one.changes) { $0.value($1) }
                    }
                }
            }
        )
    }
}
