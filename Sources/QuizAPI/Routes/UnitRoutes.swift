import HTTPTypes
import Hummingbird
import QuizCore
import QuizFormats

extension API {
    func addUnitRoutes(to api: inout RouteTable) {
        api.get("units") { request, context in try await listRegister(request, context) }
        api.post("units") { request, context in try await importUnits(request, context) }
        api.get("unit-template") { request, context in try await unitTemplate(request, context) }
        api.post("unit-faults") { request, context in try await unitFaults(request, context) }
        api.get("units/:unit") { _, context in try await describeUnit(context) }
        api.post("units/:unit/headcounts") { request, context in try await enterHeadcount(request, context) }
        api.post("units/:unit/merges") { request, context in try await mergeUnit(request, context) }
        api.get("units/:unit/confirmations") { request, context in try await listClaims(request, context) }
        api.post("units/:unit/confirmations") { request, context in try await confirmClaims(request, context) }
        api.get("contests/:contest/other-units") { _, context in try await listOtherUnits(context) }
        api.post("contests/:contest/other-units/mappings") { request, context in
            try await mapOtherUnits(request, context)
        }
    }

    /// Who may look at or change the register; foreign and absent alike are not found (I7).
    private func registrar(_ context: APIContext, _ action: StaffAction) throws -> StaffMember {
        let member = try staff(context)
        guard Authorization.allows(member, action, contest: nil, unitPath: nil) else { throw Problem.notFound }
        return member
    }

    private func knownUnit(_ context: APIContext) throws -> Unit {
        guard let unit = context.path.get("unit").flatMap({ store.register[$0] }) else { throw Problem.notFound }
        return unit
    }

    // MARK: The register

    /// Units that were looked for, those below another, those at the top of a tree, or all as a file.
    private func listRegister(_ request: Request, _ context: APIContext) async throws -> Response {
        _ = try registrar(context, .seeUnits)
        let query = request.uri.queryParameters
        let register = store.register
        if let format = query.get("format") { return try await registerFile(format, register, query) }
        guard let tree = query.get("tree").map({ UnitTreeName(rawValue: $0) }) ?? .administrative else {
            throw Problem.invalid(
                "tree",
                "Chỉ nhận administrative hoặc education.",
                "Only administrative or education is taken."
            )
        }
        let limit = min(max(query.get("limit", as: Int.self) ?? 200, 1), 1_000)
        let text = searchText(query)
        let units: [Unit]
        if text.isEmpty {
            let parent = query.get("parent")
            guard parent.map({ register[$0] != nil }) ?? true else { throw Problem.notFound }
            units = register.children(of: parent, in: tree)
        } else {
            units = register.find(UnitQuery(text: text, limit: limit)).map(\.unit)
        }
        let day = CalendarDay(of: now())
        return .json(
            JSONText { json in
                json.field("total", register.count - (register[Unit.other] == nil ? 0 : 1))
                json.list("items", units.prefix(limit)) { json, unit in
                    json.object { json in json.describe(unit, in: register, tree, on: day) }
                }
                json.field("left", max(0, units.count - limit))
            }
        )
    }

    private func registerFile(
        _ format: String,
        _ register: UnitRegister,
        _ query: Parameters
    ) async throws -> Response {
        let language = try sheetLanguage(query)
        let name = language == .vietnamese ? "Danh mục đơn vị" : "Register of units"
        switch format {
        case "xlsx":
            let bytes = try await slowLane.run { try UnitWorkbook.register(register.all, language) }
            return Attachment(name: "\(name).xlsx", type: BankFormat.xlsx.mediaType, bytes: bytes).response
        case "csv":
            let text = try await slowLane.run { UnitWorkbook.registerText(register.all, language) }
            return Attachment(name: "\(name).csv", type: BankFormat.csv.mediaType, bytes: Array(text.utf8)).response
        default: throw Problem.invalid("format", "Định dạng phải là xlsx hoặc csv.", "The format must be xlsx or csv.")
        }
    }

    private func unitTemplate(_ request: Request, _ context: APIContext) async throws -> Response {
        _ = try registrar(context, .seeUnits)
        let query = request.uri.queryParameters
        let language = try sheetLanguage(query)
        let name = language == .vietnamese ? "Mẫu danh mục đơn vị" : "Template of units"
        let vocabulary = vocabulary
        switch query.get("format") ?? "xlsx" {
        case "xlsx":
            let bytes = try await slowLane.run { try UnitWorkbook.template(language, vocabulary: vocabulary) }
            return Attachment(name: "\(name).xlsx", type: BankFormat.xlsx.mediaType, bytes: bytes).response
        case "csv":
            let bytes = Array(UnitWorkbook.templateText(language).utf8)
            return Attachment(name: "\(name).csv", type: BankFormat.csv.mediaType, bytes: bytes).response
        default: throw Problem.invalid("format", "Tệp mẫu chỉ có dạng xlsx hoặc csv.", "A template is xlsx or csv.")
        }
    }

    private func describeUnit(_ context: APIContext) async throws -> Response {
        _ = try registrar(context, .seeUnits)
        let unit = try knownUnit(context)
        let history = try await store.headcounts(of: unit.code)
        let register = store.register
        let day = CalendarDay(of: now())
        return .json(
            JSONText { json in
                json.describe(unit, in: register, .administrative, on: day)
                json.list("current", register.current(of: unit.code, on: day)) { json, unit in json.value(unit.code) }
                json.list("headcounts", history) { json, entered in
                    json.object { json in
                        json.field("group", entered.headcount.group)
                        json.field("count", entered.headcount.count)
                        json.field("on", entered.headcount.countedOn?.text)
                        json.field("source", entered.headcount.source)
                        json.field("enteredAt", entered.enteredAt)
                        if !entered.enteredBy.isEmpty { json.field("enteredBy", entered.enteredBy) }
                    }
                }
            }
        )
    }

    private func enterHeadcount(_ request: Request, _ context: APIContext) async throws -> Response {
        let member = try registrar(context, .changeUnits)
        let unit = try knownUnit(context)
        let body = try await StrictBody(request, keys: ["group", "count", "on", "source"])
        let (headcount, faults) = HeadcountForm(
            group: try body.text("group"),
            count: try body.integer("count"),
            day: try body.text("on"),
            source: try body.text("source")
        ).check(groups: vocabulary.groups.map(\.code))
        guard let headcount else { throw Problem.invalid(faults) }
        guard try await store.enter(headcount, of: unit.code, by: member.name) else { throw Problem.notFound }
        return try await describeUnit(context)
    }

    private func mergeUnit(_ request: Request, _ context: APIContext) async throws -> Response {
        let member = try registrar(context, .changeUnits)
        let unit = try knownUnit(context)
        let body = try await StrictBody(request, keys: ["successor", "from", "contests", "reason"])
        let contests = try body.texts("contests") ?? []
        for contest in contests {
            guard store.definition(of: contest) != nil,
                Authorization.allows(member, .moveContestants, contest: contest, unitPath: nil)
            else { throw Problem.notFound }
        }
        let successor = try body.requiredText("successor")
        guard store.register[successor] != nil else {
            throw Problem.invalid("successor", "Hãy chọn một đơn vị trong danh mục.", "Choose a unit of the register.")
        }
        guard let from = CalendarDay(iso: try body.requiredText("from")) else {
            throw Problem.invalid("from", "Ngày viết như 2025-07-01.", "A day is written as 2025-07-01.")
        }
        let merge = UnitMerge(
            unit: unit.code,
            successor: successor,
            from: from,
            contests: Set(contests).sorted(),
            reason: try reason(body)
        )
        switch try await store.merge(merge, by: member.name) {
        case .unknown: throw Problem.notFound
        case .refused(let reason): throw Problem.notPossible(reason)
        case .merged(let moves):
            return .json(
                JSONText { json in
                    json.field("moved", moves.people)
                    json.field("listed", moves.listed)
                }
            )
        }
    }

    // MARK: Units that the register lacks

    private func listOtherUnits(_ context: APIContext) async throws -> Response {
        let contest = try movedContest(context).contest
        let groups = OtherUnit.grouped(try await store.otherUnits(of: contest.id))
        let register = store.register
        let day = CalendarDay(of: now())
        return .json(
            JSONText { json in
                json.field("people", groups.reduce(0) { $0 + $1.people })
                json.list("items", groups.prefix(500)) { json, group in
                    json.object { json in
                        json.field("people", group.people)
                        json.list("texts", group.texts) { json, one in
                            json.object { json in
                                json.field("text", one.text)
                                json.field("people", one.people)
                            }
                        }
                        let text = group.texts.first?.text ?? ""
                        json.list("suggestions", register.find(UnitQuery(text: text, day: day, limit: 3))) {
                            json,
                            line in
                            json.object { json in
                                json.field("code", line.unit.code)
                                json.field("title", line.unit.title)
                                json.field("path", line.path.joined(separator: " › "))
                            }
                        }
                    }
                }
                json.field("left", max(0, groups.count - 500))
            }
        )
    }

    private func mapOtherUnits(_ request: Request, _ context: APIContext) async throws -> Response {
        let (contest, member) = try movedContest(context)
        let body = try await StrictBody(request, keys: ["texts", "unit", "reason", "correctResults"])
        let texts = try body.texts("texts") ?? []
        guard (1...1_000).contains(texts.count) else {
            throw Problem.invalid("texts", "Hãy chọn ít nhất một tên đã ghi.", "Choose one written name at least.")
        }
        let code = try body.requiredText("unit")
        guard let unit = store.register[code], unit.code != Unit.other else {
            throw Problem.invalid("unit", "Hãy chọn một đơn vị trong danh mục.", "Choose a unit of the register.")
        }
        let mapping = OtherUnitMapping(
            texts: texts,
            unit: unit.code,
            reason: try reason(body),
            correctsResults: try body.flag("correctResults")
        )
        guard let moves = try await store.map(mapping, of: contest.id, by: member.name) else { throw Problem.notFound }
        return .json(
            JSONText { json in
                json.field("moved", moves.people)
                json.field("attempts", moves.attempts)
            }
        )
    }

    private func movedContest(_ context: APIContext) throws -> (contest: Contest, member: StaffMember) {
        let member = try staff(context)
        let contest = try definition(context).contest
        guard Authorization.allows(member, .moveContestants, contest: contest.id, unitPath: nil) else {
            throw Problem.notFound
        }
        return (contest, member)
    }

    /// Why something is done: one line, as the log keeps it.
    private func reason(_ body: StrictBody) throws -> String {
        let reason = try body.requiredText("reason").composed.trimmed
        guard (3...500).contains(reason.count), !reason.unicodeScalars.contains(where: { $0.isRefused || $0 == "\n" })
        else {
            throw Problem.invalid(
                "reason",
                "Hãy ghi lý do, 3 đến 500 ký tự.",
                "Give the reason in 3 to 500 characters."
            )
        }
        return reason
    }

    // MARK: Who belongs where

    private func listClaims(_ request: Request, _ context: APIContext) async throws -> Response {
        let (_, unit, definition) = try await ownUnit(request, context, .confirmUnits)
        let contest = definition.contest
        let claims = try await store.claims(of: unit.code, contest: contest.id)
        let people = try await store.claimants(of: unit.code, contest: contest.id, limit: 500)
        let register = store.register
        return .json(
            JSONText { json in
                json.field("unit", unit.code)
                json.field("contest", contest.id)
                json.field("claimed", claims.reduce(0) { $0 + $1.claimed })
                json.field("confirmed", claims.reduce(0) { $0 + $1.confirmed })
                json.list("units", claims) { json, line in
                    json.object { json in
                        json.field("code", line.unit)
                        json.field("title", register[line.unit]?.title ?? line.unit)
                        json.field("claimed", line.claimed)
                        json.field("confirmed", line.confirmed)
                    }
                }
                json.list("items", people) { json, person in
                    json.object { json in
                        json.field("contestant", person.id.hex)
                        json.field("name", person.name)
                        json.field("group", person.group)
                        json.field("unit", person.unit)
                        json.field("registeredAt", person.registeredAt)
                    }
                }
            }
        )
    }

    private func confirmClaims(_ request: Request, _ context: APIContext) async throws -> Response {
        _ = try staff(context)
        let body = try await StrictBody(request, keys: ["contest", "contestants"])
        let (member, unit, definition) = try await ownUnit(
            context,
            contest: try body.requiredText("contest"),
            .confirmUnits
        )
        let texts = try body.texts("contestants") ?? []
        let people = texts.compactMap { PublicID(hex: $0) }
        guard (1...500).contains(texts.count), people.count == texts.count else {
            throw Problem.invalid("contestants", "Hãy gửi 1 đến 500 mã thí sinh.", "Send 1 to 500 ids of contestants.")
        }
        let outcome = try await store.confirm(people, of: unit.code, contest: definition.contest.id, by: member.name)
        return .json(
            JSONText { json in
                json.field("confirmed", outcome.confirmed)
                json.field("already", outcome.already)
                json.list("unknown", outcome.unknown) { json, id in json.value(id.hex) }
            }
        )
    }
}

extension JSONText {
    /// The facts of a unit, with what stands around it.
    fileprivate mutating func describe(
        _ unit: Unit,
        in register: UnitRegister,
        _ tree: UnitTreeName,
        on day: CalendarDay
    ) {
        field("code", unit.code)
        field("title", unit.title)
        field("type", unit.type)
        field("path", register.titles(above: unit.code).joined(separator: " › "))
        field("parent", unit.parent)
        field("educationParent", unit.educationParent)
        field("validFrom", unit.validFrom?.text)
        field("validTo", unit.validTo?.text)
        list("successors", unit.successors) { json, code in json.value(code) }
        field("isValid", unit.isValid(on: day))
        field("below", register.children(of: unit.code, in: tree).count)
        let counted = Headcount.newest(of: unit.headcounts, on: day)
        field("headcount", counted.first { $0.group == nil }?.count)
    }
}
