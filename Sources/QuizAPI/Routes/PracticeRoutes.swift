import HTTPTypes
import Hummingbird
import QuizCore

extension API {
    func addPracticeRoutes(to api: inout RouteTable) {
        api.post("attempts/:id/answers/:position/reveal") { request, context in try await reveal(request, context) }
    }

    /// Explains one answer of practice, which then stays as it is.
    ///
    /// Whether its key may be known is asked before the answer is locked: a practice contest that shares a secret bank
    /// with a contest that still runs tells nothing (I3).
    private func reveal(_ request: Request, _ context: APIContext) async throws -> Response {
        let contestant = try contestant(context)
        let position = try position(context)
        _ = try await StrictBody(request, keys: [])
        let attempt = try await owned(context)
        guard let definition = store.definition(version: attempt.definition),
            let disclosure = keyDisclosure(attempt)
        else { throw Problem.internal }
        guard definition.contest.mode == .practice, disclosure.releasesKey else { throw Problem.keyWithheld }
        switch try await store.reveal(attempt.id, of: contestant.key, position: position) {
        case .revealed(let attempt):
            return .json(JSONText { explanation(attempt, position, definition, &$0) })
        case .blank: throw Problem.notAnswered
        case .refused: throw Problem.keyWithheld
        case .sealed: throw Problem.sealed
        case .notFound: throw Problem.notFound
        }
    }
}
