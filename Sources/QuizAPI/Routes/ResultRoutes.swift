import Hummingbird
import QuizCore

extension API {
    func addResultRoutes(to api: inout RouteTable) {
        api.get("contests/:contest/corrections") { _, context in listCorrections(try definition(context).contest) }
        api.post("contests/:contest/corrections") { request, context in try await correct(request, context) }
        api.put("contests/:contest/rounds/:round/results") { request, context in try await advance(request, context) }
        api.post("contests/:contest/time-grants") { request, context in try await grantTime(request, context) }
        api.get("contests/:contest/contestants/:contestant/attempts") { _, context in
            try await listAttempts(context)
        }
    }

    /// The contest of the address, for who may change its results; foreign and absent alike are not found (I7).
    func managed(_ context: APIContext) throws -> (contest: Contest, actor: String) {
        let member = try staff(context)
        let contest = try definition(context).contest
        guard Authorization.allows(member, .manageResults, contest: contest.id, unitPath: nil) else {
            throw Problem.notFound
        }
        return (contest, member.name)
    }

    /// For everybody: what was corrected, and why; nobody is named.
    private func listCorrections(_ contest: Contest) -> Response {
        .json(
            JSONText { json in
                json.list("items", store.corrections(of: contest.id)) { json, record in
                    json.object { Self.describe(record, &$0) }
                }
            }
        )
    }

    private static func describe(_ record: CorrectionRecord, _ json: inout JSONText) {
        json.field("number", record.number)
        json.field("kind", record.correction.change.name)
        json.field("reason", record.correction.reason)
        json.field("appliedAt", record.appliedAt)
        json.field("state", record.isApplying ? "applying" : "applied")
        json.field("remarked", record.remarked)
        json.field("moved", record.moved)
    }

    private func correct(_ request: Request, _ context: APIContext) async throws -> Response {
        let (contest, actor) = try managed(context)
        let correction = try CorrectionBody(try await StrictBody(request, keys: CorrectionBody.keys)).correction
        let isDryRun = request.uri.queryParameters.get("dryRun") == "true"
        let outcome =
            isDryRun
            ? try await store.preview(correction, of: contest.id)
            : try await store.apply(correction, of: contest.id, by: actor)
        switch outcome {
        case .notFound: throw Problem.notFound
        case .refused(let reason): throw Problem.notPossible(reason)
        case .previewed(let effect): return .json(Self.text(of: effect))
        case .applied(let record): return .json(JSONText { Self.describe(record, &$0) })
        }
    }

    private static func text(of effect: CorrectionEffect) -> JSONText {
        JSONText { json in
            json.field("remarked", effect.remarked)
            json.field("moved", effect.moved)
            json.list("truths", effect.truths.sorted { $0.key < $1.key }) { json, truth in
                json.object { json in
                    json.field("round", truth.key)
                    json.field("value", PredictionValue(scaled: truth.value).text)
                }
            }
            json.list("boards", effect.boards) { json, board in
                json.object { json in
                    json.field("round", board.board.round)
                    json.field("group", board.board.group)
                    json.field("moved", board.moved)
                    json.list("moves", board.moves) { json, move in
                        json.object { json in
                            json.field("name", move.name)
                            json.field("unit", move.unit)
                            json.field("from", move.from)
                            json.field("to", move.to)
                        }
                    }
                }
            }
        }
    }

    private func advance(_ request: Request, _ context: APIContext) async throws -> Response {
        let (contest, actor) = try managed(context)
        let body = try await StrictBody(request, keys: ["state", "objectionsUntil"])
        guard let round = context.path.get("round"), contest.round(round) != nil else { throw Problem.notFound }
        guard let state = ResultState(rawValue: try body.requiredText("state")) else {
            throw Problem.invalid(
                "state",
                "Bước phải là provisional, verified hoặc final.",
                "The step must be provisional, verified or final."
            )
        }
        let step = ResultStep(round: round, state: state, objectionsUntil: try body.moment("objectionsUntil"))
        switch try await store.advance(step, of: contest.id, by: actor) {
        case .notFound: throw Problem.notFound
        case .refused(let reason): throw Problem.notPossible(reason)
        case .done(let results):
            return .json(
                JSONText { json in
                    json.field("round", round)
                    json.field("state", results.state.rawValue)
                    json.field("objectionsUntil", results.objectionsUntil)
                }
            )
        }
    }

    private func grantTime(_ request: Request, _ context: APIContext) async throws -> Response {
        let (contest, actor) = try managed(context)
        let body = try await StrictBody(request, keys: ["requestKey", "attempt", "minutes", "reason"])
        guard let id = try body.token("requestKey") else { throw body.missing("requestKey") }
        guard let attempt = try body.token("attempt") else { throw body.missing("attempt") }
        guard let minutes = try body.integer("minutes"), (1...600).contains(minutes) else {
            throw Problem.invalid("minutes", "Số phút thêm từ 1 đến 600.", "Minutes must be from 1 to 600.")
        }
        let grant = TimeGrant(id: id, attempt: attempt, minutes: Int(minutes), reason: try body.reason())
        guard let deadline = try await store.grant(grant, of: contest.id, by: actor) else { throw Problem.notFound }
        return .json(JSONText { $0.field("deadline", deadline) })
    }

    private func listAttempts(_ context: APIContext) async throws -> Response {
        let (contest, _) = try managed(context)
        guard let id = context.path.get("contestant").flatMap({ PublicID(hex: $0) }),
            let attempts = try await store.attempts(of: id, in: contest.id)
        else { throw Problem.notFound }
        return .json(
            JSONText { json in
                json.list("items", attempts) { json, attempt in
                    json.object { json in
                        json.field("id", attempt.id.hex)
                        json.field("round", attempt.round)
                        json.field("number", attempt.number)
                        json.field("startedAt", attempt.startedAt)
                        json.field("deadline", attempt.deadline)
                        json.field("sealedAt", attempt.seal?.sealedAt)
                        json.field("score", attempt.seal?.marks.score)
                        if attempt.voidedAt != nil { json.field("voided", true) }
                    }
                }
            }
        )
    }
}

/// A correction as it is sent.
private struct CorrectionBody {
    static let keys = [
        "requestKey", "kind", "reason", "bank", "question", "accept", "attempt", "givenBack", "from", "to",
    ]

    let correction: Correction

    init(_ body: StrictBody) throws {
        guard let id = try body.token("requestKey") else { throw body.missing("requestKey") }
        correction = Correction(id: id, change: try Self.change(body), reason: try body.reason())
    }

    private static func change(_ body: StrictBody) throws -> Correction.Change {
        switch try body.requiredText("kind") {
        case "keyCorrected":
            guard let accept = try body.texts("accept"), !accept.isEmpty else { throw body.missing("accept") }
            return .question(try question(body, accept: accept.map(\.composed)))
        case "questionVoided":
            return .question(try question(body, accept: nil))
        case "attemptVoided":
            guard let attempt = try body.token("attempt") else { throw body.missing("attempt") }
            return .attempt(VoidedAttempt(attempt: attempt, isGivenBack: try body.flag("givenBack")))
        case "outage":
            guard let from = try body.moment("from") else { throw body.missing("from") }
            guard let to = try body.moment("to") else { throw body.missing("to") }
            return .outage(Outage(from: from, to: to))
        default:
            throw Problem.invalid(
                "kind",
                "Loại đính chính phải là keyCorrected, questionVoided, attemptVoided hoặc outage.",
                "The kind must be keyCorrected, questionVoided, attemptVoided or outage."
            )
        }
    }

    private static func question(_ body: StrictBody, accept: [String]?) throws -> QuestionCorrection {
        QuestionCorrection(
            bank: try body.requiredText("bank"),
            question: try body.requiredText("question"),
            accept: accept
        )
    }
}

extension StrictBody {
    /// Why something is done, in 1 to 500 characters.
    func reason() throws -> String {
        let reason = try requiredText("reason").trimmed.composed
        guard (1...500).contains(reason.count) else {
            throw Problem.invalid(
                "reason",
                "Hãy ghi lý do, không quá 500 ký tự.",
                "Give a reason, at most 500 characters."
            )
        }
        return reason
    }

    /// RFC 3339 with an offset, or the local form of a contest file.
    fileprivate func moment(_ key: String) throws -> Timestamp? {
        guard let text = try text(key) else { return nil }
        guard let moment = Timestamp(rfc3339: text) else {
            throw Problem.invalid(
                key,
                "Thời điểm viết như 2026-12-01T08:00:00+07:00.",
                "Write a moment as 2026-12-01T08:00:00+07:00."
            )
        }
        return moment
    }
}
