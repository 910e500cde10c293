import HTTPTypes
import Hummingbird
import NIOCore
import QuizCore

extension API {
    func addPersonalDataRoutes(to api: inout RouteTable) {
        api.get("contests/:contest/data-requests") { request, context in try await listRequests(request, context) }
        api.post("contests/:contest/data-requests") { request, context in try await enterRequest(request, context) }
        api.post("contests/:contest/data-requests/:number/steps") { request, context in
            try await handleRequest(request, context)
        }
        api.get("contests/:contest/contestants/:contestant") { request, context in
            try await personRecord(request, context)
        }
        api.put("contests/:contest/contestants/:contestant") { request, context in
            try await correctPerson(request, context)
        }
        api.post("contests/:contest/contestants/:contestant/erasure") { request, context in
            try await erasePerson(request, context)
        }
        api.get("contests/:contest/affected") { request, context in try await affected(request, context) }
        api.get("contests/:contest/data-accesses") { request, context in try await listAccesses(request, context) }
        api.get("contests/:contest/retention") { _, context in try await retention(context) }
    }

    /// The contest of the address for whoever may do this with it; foreign and absent alike are not found (I7).
    private func contest(
        _ context: APIContext,
        for action: StaffAction = .handlePersonalData
    ) throws -> (Definition, StaffMember) {
        let member = try staff(context)
        let definition = try definition(context)
        guard Authorization.allows(member, action, contest: definition.contest.id, unitPath: nil) else {
            throw Problem.notFound
        }
        return (definition, member)
    }

    private func person(_ context: APIContext) throws -> PublicID {
        guard let id = context.path.get("contestant").flatMap({ PublicID(hex: $0) }) else { throw Problem.notFound }
        return id
    }

    /// What somebody reads data of people for; who reads many must say it in words of their own.
    func access(
        _ kind: DataAccess.Kind,
        _ member: StaffMember,
        _ contest: String,
        unit: String? = nil,
        purpose: String,
        people: [PublicID]? = nil,
        count: Int
    ) -> DataAccess {
        let roles = member.grants.filter { $0.contest == nil || $0.contest == contest }.map(\.role.rawValue)
        return DataAccess(
            kind: kind,
            contest: contest,
            unit: unit,
            actor: member.name,
            role: Set(roles).sorted().joined(separator: ", "),
            purpose: purpose,
            people: people,
            count: count
        )
    }

    /// Notes who reads data of people before it is handed over: of everybody of a contest or a unit, or of some.
    func note(
        _ kind: DataAccess.Kind,
        by member: StaffMember,
        in contest: String,
        unit: String? = nil,
        people: [PublicID]? = nil,
        _ request: Request
    ) async throws {
        let told = (request.uri.queryParameters.text("purpose") ?? "").composed.trimmed
        let purpose =
            told.unicodeScalars.contains(where: { $0.isRefused || $0 == "\n" }) ? "" : String(told.prefix(300))
        try await store.note(
            access(kind, member, contest, unit: unit, purpose: purpose, people: people, count: people?.count ?? 0)
        )
    }

    private func purpose(_ request: Request) throws -> String {
        let text = (request.uri.queryParameters.text("purpose") ?? "").composed.trimmed
        guard (5...300).contains(text.count), !text.unicodeScalars.contains(where: { $0.isRefused || $0 == "\n" })
        else {
            throw Problem.invalid(
                "purpose",
                "Hãy ghi mục đích xem dữ liệu, từ 5 đến 300 ký tự.",
                "Say what the data is read for, in 5 to 300 characters."
            )
        }
        return text
    }

    // MARK: Requests

    private func listRequests(_ request: Request, _ context: APIContext) async throws -> Response {
        let (definition, _) = try contest(context)
        let isClosed = request.uri.queryParameters.get("state") == "closed"
        let requests = try await store.dataRequests(of: definition.contest.id, closed: isClosed, limit: 500)
        return .json(
            JSONText { json in
                json.field("serverTime", now())
                json.list("items", requests) { json, request in json.object { $0.request(request) } }
            }
        )
    }

    /// A request that came on paper, by telephone or over the counter.
    private func enterRequest(_ request: Request, _ context: APIContext) async throws -> Response {
        let (definition, member) = try contest(context)
        let body = try await StrictBody(request, keys: ["requestKey", "contestant", "kind", "wish", "receivedOn"])
        let kind = try requestKind(body)
        let wish = try statement(body, "wish", most: 1_000, lines: true)
        let key = try body.token("requestKey")?.bytes ?? random(16)
        let new = NewDataRequest(
            id: try requestID(key, of: "staff/\(member.key)", definition.contest),
            contestKey: definition.contestKey,
            contestant: nil,
            person: try body.token("contestant"),
            kind: kind,
            channel: .paper,
            wish: wish,
            receivedAt: try receivedOn(body),
            calendar: calendar,
            actor: member.name
        )
        return try reply(to: try await store.add(new), isOwn: false)
    }

    private func receivedOn(_ body: StrictBody) throws -> Timestamp? {
        guard let text = try body.text("receivedOn"), !text.isEmpty else { return nil }
        guard let moment = Timestamp(rfc3339: text + "T12:00"), moment.milliseconds <= now().milliseconds + 86_400_000,
            moment.milliseconds > now().milliseconds - 400 * 86_400_000
        else {
            throw Problem.invalid(
                "receivedOn",
                "Ngày nhận phải là ngày có thật trong năm qua.",
                "The day it came must be a real one within the last year."
            )
        }
        return moment
    }

    private func handleRequest(_ request: Request, _ context: APIContext) async throws -> Response {
        let (definition, member) = try contest(context)
        guard let number = context.path.get("number").flatMap({ Int($0) }), (1...1_000_000_000).contains(number) else {
            throw Problem.notFound
        }
        let body = try await StrictBody(request, keys: ["step", "reason"])
        let step: DataRequestStep
        switch try body.requiredText("step") {
        case "answer": step = .answer
        case "extend": step = .extend(reason: try statement(body, "reason", most: 500))
        case "finish": step = .finish(reply: try statement(body, "reason", most: 500))
        case "refuse": step = .refuse(reason: try statement(body, "reason", most: 500))
        default:
            throw Problem.invalid(
                "step",
                "Hãy chọn một trong: answer, extend, finish, refuse.",
                "Choose one of: answer, extend, finish, refuse."
            )
        }
        let outcome = try await store.handle(step, request: number, of: definition.contest.id, by: member.name)
        var response = try reply(to: outcome, isOwn: false)
        response.status = .ok
        return response
    }

    // MARK: People

    private func record(
        _ context: APIContext,
        _ definition: Definition,
        _ member: StaffMember,
        purpose: String
    ) async throws -> PersonRecord {
        let id = try person(context)
        let access = access(.record, member, definition.contest.id, purpose: purpose, people: [id], count: 1)
        guard let record = try await store.record(of: id, as: access) else { throw Problem.notFound }
        return record
    }

    private func personRecord(_ request: Request, _ context: APIContext) async throws -> Response {
        let (definition, member) = try contest(context)
        let record = try await record(context, definition, member, purpose: try purpose(request))
        return .json(JSONText { $0.person(record, in: definition.contest) })
    }

    /// Puts right what somebody registered with, also once their profile is locked.
    private func correctPerson(_ request: Request, _ context: APIContext) async throws -> Response {
        let (definition, member) = try contest(context)
        let contest = definition.contest
        let body = try await StrictBody(request, keys: ["name", "birthYear", "unit", "phone", "reason"])
        let reason = try statement(body, "reason", most: 500)
        let former = try await record(context, definition, member, purpose: "Đính chính: \(reason)")
        guard former.erasedAt == nil else { throw Problem.notFound }
        let correction = try await correction(of: former, contest, body, reason: reason)
        switch try await store.correct(correction, by: member.name) {
        case .corrected, .unchanged: break
        case .notFound: throw Problem.notFound
        case .identityTaken: throw Problem.identityTaken
        }
        guard let record = try await store.record(of: former.key) else { throw Problem.notFound }
        for session in record.sessions { sessions.reread(session.hash) }
        return .json(JSONText { $0.person(record, in: contest) })
    }

    private func correction(
        of former: PersonRecord,
        _ contest: Contest,
        _ body: StrictBody,
        reason: String
    ) async throws -> PersonCorrection {
        var faults: [RegistrationForm.Fault] = []
        func fault(_ field: String, _ vi: String, _ en: String) {
            faults.append(RegistrationForm.Fault(field: field, message: Message(vi: vi, en: en)))
        }
        let name = PersonName(try body.text("name") ?? former.name)
        if name == nil { fault("name", "Họ và tên gồm 2 đến 80 chữ cái.", "A name has 2 to 80 letters.") }
        let birthYear = Int(clamping: try body.integer("birthYear") ?? Int64(former.birthYear))
        let year = contest.year(at: now())
        if !(year - 110...year - 6).contains(birthYear) {
            fault("birthYear", "Năm sinh phải có thật.", "The year of birth must be real.")
        }
        let unit = try body.text("unit") ?? former.unitCode
        if try await store.unit(code: unit) == nil {
            fault("unit", "Không có đơn vị này trong danh mục.", "There is no such unit.")
        }
        let isChild = RegistrationForm.isChild(birthYear: birthYear, year: year)
        let typed = try body.text("phone") ?? former.phone ?? ""
        let phone = typed.isEmpty || isChild ? nil : Phone(typed)
        if phone == nil, !typed.isEmpty, !isChild {
            fault("phone", "Số điện thoại di động gồm 10 chữ số.", "A mobile number has ten digits.")
        }
        guard faults.isEmpty, let name else { throw Problem.invalid(faults) }
        var form = RegistrationForm()
        form.birthYear = birthYear
        form.unit = unit
        let isSame =
            name.text == former.name && birthYear == former.birthYear && unit == former.unitCode
            && phone?.digits == former.phone
        let identity =
            isSame
            ? nil
            : form.correctedIdentity(
                name: name,
                phone: phone,
                isChild: isChild,
                hasIDNumber: former.hasIDNumber,
                rule: contest.rules.identity
            )
        let isNamed = !isChild && former.consents.contains { $0.purpose == "publishName" && $0.withdrawnAt == nil }
        return PersonCorrection(
            contestant: former.key,
            contest: contest.id,
            name: name.text,
            displayName: isNamed ? name.text : name.masked,
            sortKey: name.sortKey,
            birthYear: birthYear,
            unit: unit,
            phone: phone?.digits,
            identityHash: identity.map { derived("bang-vang/identity/v1", contest.id, $0.bytes) },
            reason: reason
        )
    }

    private func erasePerson(_ request: Request, _ context: APIContext) async throws -> Response {
        let (definition, member) = try contest(context)
        let body = try await StrictBody(request, keys: ["reason", "force", "request"])
        let reason = try statement(body, "reason", most: 500)
        let former = try await record(context, definition, member, purpose: "Xóa dữ liệu")
        guard !reason.folded.contains(former.name.folded), former.phone.map({ !reason.contains($0) }) ?? true else {
            throw Problem.invalid(
                "reason",
                "Lý do được giữ lại sau khi xóa, nên đừng ghi tên hay số điện thoại của người này.",
                "The reason is kept after the erasure, so leave the person's name and phone out of it."
            )
        }
        let erasure = Erasure(
            person: former.id,
            contest: definition.contest.id,
            isForced: try body.flag("force"),
            reason: reason,
            request: try body.integer("request").map { Int(clamping: $0) }
        )
        switch try await store.erase(erasure, by: member.name) {
        case .erased(let ended):
            for hash in ended { sessions.forget(hash, at: now()) }
            return .json(
                JSONText { json in
                    json.field("contestant", former.id.hex)
                    json.field("sessionsEnded", ended.count)
                }
            )
        case .notFound: throw Problem.notFound
        case .attemptOpen: throw Problem.erasureWaits(forPrize: false)
        case .prizeUnsettled: throw Problem.erasureWaits(forPrize: true)
        case .wrongRequest:
            throw Problem.invalid(
                "request",
                "Yêu cầu này không phải của người này, hoặc đã xong.",
                "This request is not of this person, or it is closed."
            )
        }
    }

    // MARK: Overseeing

    /// Everybody whose data a contest keeps: whom to tell after a breach.
    private func affected(_ request: Request, _ context: APIContext) async throws -> Response {
        let (definition, member) = try contest(context)
        let contest = definition.contest
        let access = access(.affected, member, contest.id, purpose: try purpose(request), count: 0)
        let people = try await store.affected(by: access)
        let isSemicolon = request.uri.queryParameters.get("separator") == "semicolon"
        var csv = CSVWriter(separator: isSemicolon ? .semicolon : .comma)
        csv.append(["Họ và tên", "Năm sinh", "Bảng", "Đơn vị", "Điện thoại", "Đăng ký lúc"].map { .text($0) })
        for person in people {
            csv.append([
                .text(person.name), .number(Int64(person.birthYear)), .text(contest.groupTitle(person.group)),
                .text(person.unitTitle), .text(person.phone ?? ""), .time(person.registeredAt),
            ])
        }
        return Attachment(
            name: "nguoi-lien-quan-\(contest.id).csv",
            type: "text/csv; charset=utf-8",
            bytes: Array(csv.text.utf8)
        ).response
    }

    private func listAccesses(_ request: Request, _ context: APIContext) async throws -> Response {
        let (definition, _) = try contest(context, for: .seeDataAccess)
        let limit = min(max(request.uri.queryParameters.get("limit", as: Int.self) ?? 200, 1), 1_000)
        let lines = try await store.dataAccesses(of: definition.contest.id, limit: limit)
        return .json(
            JSONText { json in
                json.list("items", lines) { json, line in
                    json.object { json in
                        json.field("at", line.at)
                        json.field("kind", line.kind)
                        json.field("actor", line.actor)
                        json.field("role", line.role)
                        json.field("purpose", line.purpose)
                        json.field("unit", line.unit)
                        json.field("people", line.count)
                    }
                }
            }
        )
    }

    private func retention(_ context: APIContext) async throws -> Response {
        let (definition, _) = try contest(context, for: .seeDataAccess)
        guard let report = try await store.retention(of: definition.contest.id) else { throw Problem.notFound }
        return .json(
            JSONText { json in
                json.field("serverTime", now())
                json.field("erasesFrom", report.erasesFrom)
                json.field("startedAt", report.startedAt)
                json.field("finishedAt", report.finishedAt)
                json.field("kept", report.kept)
                json.field("keptOnRosters", report.keptOnRosters)
                json.field("withPhone", report.withPhone)
                json.field("erased", report.erased)
                json.field("erasedOnRosters", report.erasedOnRosters)
                json.field("erasedInAll", report.erasedInAll)
                json.field("openAttempts", report.openAttempts)
                json.list("unfinishedRounds", report.unfinishedRounds) { $0.value($1) }
            }
        )
    }
}

extension Problem {
    fileprivate static func erasureWaits(forPrize: Bool) -> Problem {
        forPrize
            ? Problem(
                "prize-unsettled",
                .conflict,
                "Còn giải thưởng chưa xong",
                "Người này đang có tên trong phần xét giải mà kết quả chưa chính thức. Hãy công bố chính thức trước, "
                    + "hoặc xóa kèm “force” và lý do.",
                "This person stands among the prizes and the results are not final. Make them final first, or erase "
                    + "with 'force' and a reason."
            )
            : Problem(
                "attempt-unfinished",
                .conflict,
                "Đang làm bài",
                "Người này đang có bài thi chưa nộp. Hãy đợi hết giờ làm bài, hoặc xóa kèm “force” và lý do.",
                "This person has an attempt open. Wait until its time is over, or erase with 'force' and a reason."
            )
    }
}
