import HTTPTypes
import Hummingbird
import NIOCore
import QuizCore
import QuizFormats

extension API {
    func addPrizeRoutes(to api: inout RouteTable) {
        api.get("contests/:contest/prizes") { request, context in try await prizes(request, context) }
        api.get("contests/:contest/winners") { request, context in try await winners(request, context) }
        api.get("contests/:contest/ties") { request, context in try await ties(request, context) }
        api.post("contests/:contest/tie-decisions") { request, context in try await decide(request, context) }
        api.post("contests/:contest/unit-decisions") { request, context in
            try await decideUnits(request, context)
        }
        api.post("contests/:contest/draws") { request, context in try await draw(request, context) }
        api.put("contests/:contest/exclusions/:contestant") { request, context in try await exclude(request, context) }
        api.delete("contests/:contest/exclusions/:contestant") { _, context in try await readmit(context) }
        api.put("contests/:contest/prizes/:contestant/identity") { request, context in
            try await keepIdentity(request, context)
        }
        api.get("contests/:contest/contestants") { request, context in try await findPeople(request, context) }
    }

    /// The contest of the address for whoever may do this with it; foreign and absent alike are not found (I7).
    private func contest(_ context: APIContext, for action: StaffAction) throws -> (Contest, StaffMember) {
        let member = try staff(context)
        let contest = try definition(context).contest
        guard Authorization.allows(member, action, contest: contest.id, unitPath: nil) else { throw Problem.notFound }
        return (contest, member)
    }

    private func contestantID(_ context: APIContext) throws -> PublicID {
        guard let id = context.path.get("contestant").flatMap({ PublicID(hex: $0) }) else { throw Problem.notFound }
        return id
    }

    /// What the address asks for: one board, or all.
    private func report(_ request: Request, _ contest: Contest) async throws -> PrizeReport {
        guard let report = try await store.prizes(of: contest.id) else { throw Problem.notFound }
        guard let round = request.uri.queryParameters.get("round"), !round.isEmpty else { return report }
        guard contest.hasBoard(of: round) || round == Cumulative.round else { throw Problem.notFound }
        return report.limited(to: round)
    }

    // MARK: Winners

    private func prizes(_ request: Request, _ context: APIContext) async throws -> Response {
        let (contest, member) = try contest(context, for: .seePrizes)
        let query = request.uri.queryParameters
        guard ["json", "csv", "xlsx"].contains(query.get("format") ?? "json") else {
            throw Problem.invalid(
                "format",
                "Định dạng phải là json, csv hoặc xlsx.",
                "The format must be json, csv or xlsx."
            )
        }
        let report = try await report(request, contest)
        try await note(.prizes, by: member, in: contest.id, people: report.people.values.map(\.id), request)
        let export = PrizesExport(contest: contest, report: report)
        switch query.get("format") {
        case "csv":
            let separator: CSVWriter.Separator = query.get("separator") == "semicolon" ? .semicolon : .comma
            return file(Array(export.csv(separator: separator).utf8), "csv", "text/csv; charset=utf-8", contest)
        case "xlsx":
            let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            return file(try TextTable.xlsx(name: "Giải thưởng", rows: export.table), "xlsx", type, contest)
        default: return .json(PrizesJSON(report, of: contest).text)
        }
    }

    private func file(_ bytes: [UInt8], _ ending: String, _ type: String, _ contest: Contest) -> Response {
        let headers: HTTPFields = [
            .contentType: type,
            .contentDisposition: "attachment; filename=\"giai-thuong-\(contest.id).\(ending)\"",
        ]
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// What the public reads, once it may.
    private func winners(_ request: Request, _ context: APIContext) async throws -> Response {
        let definition = try definition(context)
        let contest = definition.contest
        let round = request.uri.queryParameters.get("round") ?? contest.currentRound(at: now()).id
        guard contest.hasBoard(of: round), disclosure(definition).showsPrizes(round),
            let report = try await store.prizes(of: contest.id)
        else { throw Problem.notFound }
        let announcement = PrizeAnnouncement(of: report.limited(to: round), contest)
        return .json(
            JSONText { json in
                json.field("contest", contest.id)
                json.field("round", round)
                json.field("complete", announcement.isComplete)
                json.list("items", announcement.lines) { json, line in
                    json.object { json in
                        json.field("group", line.group)
                        json.field("prize", line.prize)
                        json.field("value", line.value)
                        json.field("name", line.name)
                        json.field("unit", line.unit)
                    }
                }
            }
        )
    }

    // MARK: Level people

    private func ties(_ request: Request, _ context: APIContext) async throws -> Response {
        let (contest, _) = try contest(context, for: .seePrizes)
        var report = try await report(request, contest)
        if let group = request.uri.queryParameters.get("group"), !group.isEmpty {
            guard contest.group(group) != nil else { throw Problem.notFound }
            report = report.limited(toGroup: group)
        }
        return .json(TiesJSON(report, of: contest).text)
    }

    private func decide(_ request: Request, _ context: APIContext) async throws -> Response {
        let (contest, member) = try contest(context, for: .settlePrizes)
        let body = try await StrictBody(request, keys: ["round", "group", "order", "reason"])
        let board = PrizeBoardName(round: try body.requiredText("round"), group: try body.requiredText("group"))
        guard let texts = try body.texts("order") else { throw body.missing("order") }
        let order = texts.compactMap { PublicID(hex: $0) }
        guard !order.isEmpty, order.count == texts.count, Set(order).count == order.count,
            order.count <= Self.decisionLimit
        else {
            throw Problem.invalid(
                "order",
                "Thứ tự gồm mã của từng người, mỗi người một lần, nhiều nhất \(Self.decisionLimit) người.",
                "The order holds the id of each person once, at most \(Self.decisionLimit) of them."
            )
        }
        let decision = TieDecision(
            contest: contest.id,
            board: board,
            order: order,
            reason: try reason(body, "reason", most: 500)
        )
        try check(try await store.decide(decision, by: member.name))
        return .json(
            JSONText { json in
                json.field("round", board.round)
                json.field("group", board.group)
                json.list("order", order) { $0.value($1.hex) }
                json.field("reason", decision.reason)
            }
        )
    }

    private static var decisionLimit: Int { 500 }

    private func decideUnits(_ request: Request, _ context: APIContext) async throws -> Response {
        let (contest, member) = try contest(context, for: .settlePrizes)
        let body = try await StrictBody(request, keys: ["prize", "round", "order", "reason"])
        guard let order = try body.texts("order"), !order.isEmpty, order.count <= 500 else {
            throw body.missing("order")
        }
        let decision = UnitDecision(
            contest: contest.id,
            prize: try body.requiredText("prize").composed,
            round: try body.requiredText("round"),
            order: order,
            reason: try reason(body, "reason", most: 500)
        )
        try check(try await store.decide(decision, by: member.name))
        return .json(
            JSONText { json in
                json.field("prize", decision.prize)
                json.field("round", decision.round)
                json.list("order", order) { $0.value($1) }
                json.field("reason", decision.reason)
            }
        )
    }

    private func draw(_ request: Request, _ context: APIContext) async throws -> Response {
        let (contest, member) = try contest(context, for: .settlePrizes)
        let body = try await StrictBody(request, keys: ["round", "text", "source"])
        let draw = PublicDraw(
            contest: contest.id,
            round: try body.requiredText("round"),
            text: try reason(body, "text", most: 1_000)
        )
        let source = try reason(body, "source", most: 500)
        try check(try await store.draw(draw, source: source, by: member.name))
        return .json(
            JSONText { json in
                json.field("round", draw.round)
                json.field("text", draw.text)
                json.field("source", source)
            },
            status: .created
        )
    }

    // MARK: People

    private func exclude(_ request: Request, _ context: APIContext) async throws -> Response {
        let (contest, member) = try contest(context, for: .settlePrizes)
        let id = try contestantID(context)
        let body = try await StrictBody(request, keys: ["kind", "reason"])
        guard let kind = ExclusionKind(rawValue: try body.requiredText("kind")) else {
            let known = ExclusionKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem.invalid("kind", "Loại phải là một trong: \(known).", "The kind must be one of: \(known).")
        }
        let exclusion = NewExclusion(kind: kind, reason: try reason(body, "reason", most: 500))
        try check(try await store.exclude(id, of: contest.id, as: exclusion, by: member.name))
        return .json(
            JSONText { json in
                json.field("contestant", id.hex)
                json.field("kind", kind.rawValue)
                json.field("reason", exclusion.reason)
            }
        )
    }

    private func readmit(_ context: APIContext) async throws -> Response {
        let (contest, member) = try contest(context, for: .settlePrizes)
        let id = try contestantID(context)
        try check(try await store.readmit(id, of: contest.id, by: member.name))
        return .json(JSONText { $0.field("contestant", id.hex) })
    }

    private func keepIdentity(_ request: Request, _ context: APIContext) async throws -> Response {
        let (contest, member) = try contest(context, for: .settlePrizes)
        let id = try contestantID(context)
        let body = try await StrictBody(request, keys: ["state", "note"])
        guard let state = IdentityCheck.State(rawValue: try body.requiredText("state")) else {
            let known = IdentityCheck.State.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem.invalid(
                "state",
                "Trạng thái phải là một trong: \(known).",
                "The state must be one of: \(known)."
            )
        }
        let isNoted = try body.text("note")?.isEmpty == false
        // Whoever loses a prize by it is owed a reason.
        let note = isNoted || state == .failed ? try reason(body, "note", most: 500) : ""
        let check = NewIdentityCheck(state: state, note: note)
        try self.check(try await store.keepIdentity(id, of: contest.id, as: check, by: member.name))
        return .json(
            JSONText { json in
                json.field("contestant", id.hex)
                json.field("state", state.rawValue)
                json.field("note", note)
            }
        )
    }

    private func findPeople(_ request: Request, _ context: APIContext) async throws -> Response {
        let (contest, member) = try contest(context, for: .findContestants)
        let query = request.uri.queryParameters
        let words = (query.text("q") ?? "").composed.prefix(200).split { $0.isWhitespace }.map { String($0) }
        let limit = min(max(query.get("limit", as: Int.self) ?? 20, 1), 100)
        // One letter would list half the contest, and only cost time.
        let people =
            words.joined().count < 2
            ? [] : try await store.people(of: contest.id, words: words, limit: limit + 1)
        if !people.isEmpty {
            let shown = people.prefix(limit).map(\.id)
            try await note(.search, by: member, in: contest.id, people: shown, request)
        }
        return .json(
            JSONText { json in
                json.list("items", people.prefix(limit)) { json, person in
                    json.object { json in
                        json.field("contestant", person.id.hex)
                        json.field("name", person.name)
                        json.field("birthYear", person.birthYear)
                        json.field("group", person.group)
                        json.field("groupTitle", contest.groupTitle(person.group))
                        json.field("unitCode", person.unitCode)
                        json.field("unit", person.unitTitle)
                        json.field("exclusion", person.exclusion?.rawValue)
                    }
                }
                json.field("more", people.count > limit)
            }
        )
    }

    // MARK: Shared

    /// A text that somebody answers for: NFC on one line, never empty (I10).
    private func reason(_ body: StrictBody, _ key: String, most: Int) throws -> String {
        let text = (try body.text(key) ?? "").composed.trimmed
        guard !text.isEmpty, text.count <= most, !text.unicodeScalars.contains(where: \.isRefused),
            !text.contains(where: \.isNewline)
        else {
            throw Problem.invalid(
                key,
                "Hãy ghi rõ trên một dòng, không quá \(most) ký tự.",
                "Say it on one line of at most \(most) characters."
            )
        }
        return text
    }

    private func check(_ change: PrizeChange) throws {
        switch change {
        case .done: return
        case .notFound: throw Problem.notFound
        case .notInChain: throw Problem.notInChain
        case .notOver: throw Problem.roundNotOver
        case .final:
            throw Problem.notPossible(
                Message(
                    vi: "Kết quả đã là chính thức, không đổi được nữa.",
                    en: "The results are final and change no more."
                )
            )
        case .notLevel: throw Problem.notLevel
        case .drawnAlready: throw Problem.drawnAlready
        }
    }
}

extension Problem {
    fileprivate static let roundNotOver = Problem(
        "round-not-over",
        .conflict,
        "Đợt thi chưa kết thúc",
        "Đợt thi còn mở, còn người đang làm bài, hoặc chưa có đáp số câu dự đoán. Hãy làm việc này sau.",
        "The round is open, somebody is still at it, or its prediction is not settled. Do this later."
    )
    fileprivate static let notInChain = Problem(
        "not-in-chain",
        .conflict,
        "Thể lệ không có bước này",
        "Thể lệ xếp hạng của bảng này không có tiêu chí “manual” hoặc “draw” tương ứng.",
        "The rules of this board do not rank by 'manual' or 'draw', whichever this is."
    )
    fileprivate static let notLevel = Problem(
        "not-level",
        .conflict,
        "Không bằng nhau",
        "Những người này không bằng nhau theo các tiêu chí đứng trước; chỉ quyết định giữa những người bằng nhau.",
        "These people are not level by the criteria before; only level people are decided between."
    )
    fileprivate static let drawnAlready = Problem(
        "drawn-already",
        .conflict,
        "Đã bốc thăm",
        "Bảng này đã có kết quả bốc thăm; mỗi bảng chỉ bốc thăm một lần.",
        "This board has been drawn for; every board is drawn for once."
    )
}
