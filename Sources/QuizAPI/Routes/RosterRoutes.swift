import Hummingbird
import QuizCore

extension API {
    func addRosterRoutes(to api: inout RouteTable) {
        addRosterImportRoutes(to: &api)
        addRosterSlipRoutes(to: &api)
        api.get("units/:unit/roster") { request, context in try await roster(request, context) }
        api.get("units/:unit/roster/classes") { request, context in try await rosterClasses(request, context) }
        api.delete("units/:unit/roster/:person") { request, context in try await removeFromRoster(request, context) }
        api.post("contests/:contest/me/consents") { request, context in try await keepConsents(request, context) }
    }

    private func roster(_ request: Request, _ context: APIContext) async throws -> Response {
        let (_, unit, definition) = try await ownUnit(request, context, .seeRoster)
        let contest = definition.contest
        let query = request.uri.queryParameters
        let state = try query.get("state").flatMap { $0.isEmpty ? nil : $0 }.map { text in
            guard let state = RosterState(rawValue: text) else {
                throw Problem.invalid("state", "Không có trạng thái này.", "There is no such state.")
            }
            return state
        }
        let name = NameQuery(searchText(query))
        let page = try await store.roster(
            RosterQuery(
                unit: unit.code,
                contest: contest.id,
                name: name,
                state: state,
                after: query.get("after").flatMap { PublicID(hex: $0) },
                limit: min(max(query.get("limit", as: Int.self) ?? 100, 1), 500)
            )
        )
        return .json(
            JSONText { json in
                json.list("items", page.lines) { json, line in json.object { Self.describe(line, &$0) } }
                if page.hasMore, name == nil { json.field("next", page.lines.last?.id.hex) }
                json.field("hasMore", page.hasMore)
            }
        )
    }

    static func describe(_ line: RosterLineEntry, _ json: inout JSONText) {
        json.field("id", line.id.hex)
        json.field("name", line.name)
        json.field("birthYear", line.birthYear)
        json.field("group", line.group)
        json.object("unit") { json in
            json.field("code", line.unitCode)
            json.field("title", line.unitTitle)
        }
        json.field("issue", line.issue)
        json.field("hasCode", line.codeHash != nil)
        json.field("state", line.state.rawValue)
    }

    private func rosterClasses(_ request: Request, _ context: APIContext) async throws -> Response {
        let (_, unit, definition) = try await ownUnit(request, context, .seeRoster)
        let contest = definition.contest
        let classes = try await store.rosterClasses(unit: unit.code, contest: contest.id)
        return .json(
            JSONText { json in
                json.list("items", classes) { json, one in
                    json.object { json in
                        json.field("code", one.code)
                        json.field("title", one.title)
                        json.field("people", one.people)
                        json.field("present", one.present)
                        json.field("submitted", one.submitted)
                    }
                }
            }
        )
    }

    /// The entry of the address and who changes it.
    func rosterChange(_ request: Request, _ context: APIContext) async throws -> RosterChange {
        let (member, unit, definition) = try await ownUnit(request, context, .manageRoster)
        guard let person = context.path.get("person").flatMap({ PublicID(hex: $0) }) else { throw Problem.notFound }
        return RosterChange(person: person, unit: unit.code, contest: definition.contest.id, actor: member.name)
    }

    /// What came of a change; sessions that ended by it are forgotten here too.
    func changed(_ outcome: RosterOutcome) throws -> RosterLineEntry {
        switch outcome {
        case .done(let line, let ended):
            for hash in ended { sessions.forget(hash, at: now()) }
            return line
        case .notFound: throw Problem.notFound
        case .hasAttempt:
            throw Problem.notPossible(
                Message(
                    vi: "Người này đã làm bài nên không xóa khỏi danh sách được. Có thể thu hồi mã dự thi.",
                    en: "This person has sat the exam and stays on the roster. The entry code may be revoked."
                )
            )
        case .outdated:
            throw Problem.notPossible(
                Message(
                    vi: "Mã của người này vừa được cấp lại ở nơi khác. Hãy tải lại danh sách.",
                    en: "The code of this person was issued anew elsewhere. Load the list again."
                )
            )
        }
    }

    private func removeFromRoster(_ request: Request, _ context: APIContext) async throws -> Response {
        let change = try await rosterChange(request, context)
        let outcome = try await store.removeFromRoster(change)
        // Gone is gone, also the second time (I5).
        if outcome != .notFound { _ = try changed(outcome) }
        return Response(status: .noContent)
    }

    /// What a contestant from a roster agrees to before the first start.
    private func keepConsents(_ request: Request, _ context: APIContext) async throws -> Response {
        let definition = try definition(context)
        var contestant = try contestant(context, in: definition.contest.id)
        let body = try await StrictBody(request, keys: ["consents"])
        let given = Set(try body.texts("consents") ?? [])
        guard let year = try await store.birthYear(of: contestant.key) else { throw Problem.notFound }
        let isChild = RegistrationForm.isChild(birthYear: year, year: definition.contest.year(at: now()))
        let needed = isChild ? ["participation", "guardian"] : ["participation"]
        guard given.isSubset(of: RegistrationForm.purposes), given.isSuperset(of: needed) else {
            throw Problem.invalid(
                "consents",
                isChild
                    ? "Cần em đồng ý và cha mẹ hoặc người giám hộ đồng ý thì mới vào thi được."
                    : "Cần đồng ý xử lý dữ liệu để dự thi.",
                "Taking part needs these consents: \(needed.joined(separator: ", "))."
            )
        }
        let kept = given.sorted().filter { !isChild || needed.contains($0) }
        let texts = definition.contest.registration.consents.filter { kept.contains($0.purpose.rawValue) }
        try await store.keepConsents(texts, of: contestant.key, isNamed: !isChild && given.contains("publishName"))
        contestant.owesConsent = false
        if let hash = context.sessionHash {
            sessions.welcome(.contestant(contestant), hash: hash, at: now(), version: 0)
        }
        return .json(JSONText { json in json.list("consents", kept) { $0.value($1) } })
    }

    /// What has to be agreed to, and what may be, by whoever came from a roster.
    func askedConsents(_ contestant: Contestant, _ contest: Contest) async throws -> (isChild: Bool, needed: [String])?
    {
        guard contestant.owesConsent, let year = try await store.birthYear(of: contestant.key) else { return nil }
        let isChild = RegistrationForm.isChild(birthYear: year, year: contest.year(at: now()))
        return (isChild, isChild ? ["participation", "guardian"] : ["participation"])
    }
}
