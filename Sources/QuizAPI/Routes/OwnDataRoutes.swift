import HTTPTypes
import Hummingbird
import NIOCore
import QuizCore

extension API {
    func addOwnDataRoutes(to api: inout RouteTable) {
        api.get("contests/:contest/me/data") { request, context in try await ownData(request, context) }
        api.delete("contests/:contest/me/consents/:purpose") { _, context in try await withdraw(context) }
        api.post("contests/:contest/me/requests") { request, context in try await askAboutData(request, context) }
    }

    private func own(_ context: APIContext) throws -> (Definition, Contestant) {
        let definition = try definition(context)
        return (definition, try contestant(context, in: definition.contest.id))
    }

    /// All that is kept of whoever asks, as a page shows it or as a file to keep.
    private func ownData(_ request: Request, _ context: APIContext) async throws -> Response {
        let (definition, contestant) = try own(context)
        let contest = definition.contest
        guard let record = try await store.record(of: contestant.key) else { throw Problem.notFound }
        var attempts: [Attempt] = []
        for bare in try await store.attempts(of: contestant.key) {
            if let whole = try await store.attempt(bare.id, of: contestant.key) { attempts.append(whole) }
        }
        let json = JSONText { json in
            json.field("contest", contest.id)
            json.field("title", contest.title)
            json.field("serverTime", now())
            json.person(record, in: contest, current: context.sessionHash)
            json.list("attempts", attempts) { json, attempt in
                json.object { self.describe(attempt, &$0) }
            }
        }
        guard request.uri.queryParameters.get("download") != nil else { return .json(json) }
        return Attachment(
            name: "du-lieu-cua-toi-\(contest.id).json",
            type: "application/json; charset=utf-8",
            bytes: json.bytes
        ).response
    }

    /// What somebody answered; of what was right only as much as is shown elsewhere (I3).
    private func describe(_ attempt: Attempt, _ json: inout JSONText) {
        json.field("id", attempt.id.hex)
        json.field("round", attempt.round)
        json.field("group", attempt.group)
        json.field("number", attempt.number)
        json.field("startedAt", attempt.startedAt)
        json.field("deadline", attempt.deadline)
        json.field("sealedAt", attempt.seal?.sealedAt)
        score(attempt, &json)
        json.list("answers", attempt.answers) { json, answer in
            json.object { json in
                json.field("position", answer.position)
                json.field("choice", json: answer.choice)
                json.field("savedAt", answer.savedAt)
            }
        }
    }

    private func withdraw(_ context: APIContext) async throws -> Response {
        let (definition, contestant) = try own(context)
        guard let purpose = context.path.get("purpose").flatMap({ ConsentText.Purpose(rawValue: $0) }) else {
            throw Problem.notFound
        }
        let wish = "Rút lại sự đồng ý “\(purpose.rawValue)”"
        let request = try newRequest(.erasure, of: contestant, definition, key: random(16), wish: wish)
        let withdrawal = Withdrawal(
            contestant: contestant.key,
            contest: contestant.contest,
            purpose: purpose,
            request: request
        )
        let outcome = try await store.withdraw(withdrawal)
        guard outcome != .notGiven else { throw Problem.notFound }
        return .json(
            JSONText { json in
                json.field("purpose", purpose.rawValue)
                if case .requested(let request) = outcome {
                    json.object("request") { $0.request(request, isOwn: true) }
                }
            }
        )
    }

    private func askAboutData(_ request: Request, _ context: APIContext) async throws -> Response {
        let (definition, contestant) = try own(context)
        let body = try await StrictBody(request, keys: ["requestKey", "kind", "wish"])
        let kind = try requestKind(body)
        let wish = try statement(body, "wish", most: 1_000, lines: true, canBeEmpty: kind != .correction)
        let key = try body.token("requestKey")?.bytes ?? random(16)
        let new = try newRequest(kind, of: contestant, definition, key: key, wish: wish)
        return try reply(to: try await store.add(new), isOwn: true)
    }

    private func newRequest(
        _ kind: DataRequest.Kind,
        of contestant: Contestant,
        _ definition: Definition,
        key: [UInt8],
        wish: String
    ) throws -> NewDataRequest {
        NewDataRequest(
            id: try requestID(key, of: contestant.id.hex, definition.contest),
            contestKey: definition.contestKey,
            contestant: contestant.key,
            kind: kind,
            channel: .web,
            wish: wish,
            calendar: calendar
        )
    }

    // MARK: Shared with the staff's side

    var calendar: WorkingCalendar { WorkingCalendar(holidays: vocabulary.holidays) }

    /// The same key of the same person gives the same request (I5).
    func requestID(_ key: [UInt8], of person: String, _ contest: Contest) throws -> PublicID {
        var bytes = CanonicalBytes()
        bytes.append(person)
        bytes.append(key)
        let hash = derived("bang-vang/data-request/v1", contest.id, bytes.bytes)
        guard let id = PublicID(bytes: Array(hash.prefix(16))) else { throw Problem.internal }
        return id
    }

    func requestKind(_ body: StrictBody) throws -> DataRequest.Kind {
        guard let kind = DataRequest.Kind(rawValue: try body.requiredText("kind")) else {
            let known = DataRequest.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem.invalid("kind", "Hãy chọn một trong: \(known).", "Choose one of: \(known).")
        }
        return kind
    }

    /// What somebody says, in NFC (I10).
    func statement(
        _ body: StrictBody,
        _ key: String,
        most: Int,
        lines: Bool = false,
        canBeEmpty: Bool = false
    ) throws -> String {
        let text = (try body.text(key) ?? "").composed.trimmed
        guard canBeEmpty || !text.isEmpty, text.count <= most,
            text.unicodeScalars.allSatisfy({ !$0.isRefused && (lines ? true : $0 != "\n" && $0 != "\r") })
        else {
            throw Problem.invalid(
                key,
                "Hãy ghi rõ, không quá \(most) ký tự.",
                "Say it, in at most \(most) characters."
            )
        }
        return text
    }

    func reply(to outcome: DataRequestOutcome, isOwn: Bool) throws -> Response {
        switch outcome {
        case .kept(let request): return .json(JSONText { $0.request(request, isOwn: isOwn) }, status: .created)
        case .notFound: throw Problem.notFound
        case .notPossible:
            throw Problem.notPossible(
                Message(
                    vi: "Yêu cầu này đã xong, hoặc đã gia hạn một lần.",
                    en: "This request is closed, or was extended once already."
                )
            )
        case .tooMany:
            throw Problem.notPossible(
                Message(
                    vi: "Đã có nhiều yêu cầu đang chờ. Hãy đợi Ban Tổ chức trả lời.",
                    en: "Many requests are waiting already. Wait for the organizers to answer."
                )
            )
        }
    }
}

extension Problem {
    static let retentionReached = Problem(
        "registration-over",
        .conflict,
        "Đã hết hạn đăng ký",
        "Cuộc thi đã kết thúc và dữ liệu cá nhân đã đến ngày xóa, nên không nhận đăng ký nữa.",
        "The contest is over and its personal data is due to be erased, so nobody can register any more."
    )
}
