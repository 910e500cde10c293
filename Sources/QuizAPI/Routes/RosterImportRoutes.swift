import Hummingbird
import QuizCore
import QuizFormats

extension API {
    /// What lists are sent as; what is pasted comes as plain text.
    static var rosterTypes: Set<String> {
        ["text/csv", "text/tab-separated-values", "text/plain", String(BankFormat.xlsx.mediaType)]
    }

    func addRosterImportRoutes(to api: inout RouteTable) {
        api.post("units/:unit/roster") { request, context in try await importRoster(request, context) }
        api.post("units/:unit/roster/faults") { request, context in try await rosterFaults(request, context) }
    }

    var rosterIntake: RosterIntake<Store> {
        RosterIntake(store: store, secret: secret, random: random, lane: slowLane)
    }

    /// Derives entry codes and what tells people apart.
    var secret: ServerSecret { ServerSecret(key: keys.serverKey, cryptography: cryptography) }

    private func importRoster(_ request: Request, _ context: APIContext) async throws -> Response {
        let read = try await readRoster(request, context)
        let query = request.uri.queryParameters
        let isDryRun = query.get("dryRun") == "true"
        let judged = read.judged
        // A file that could not be read to its end has no good rows.
        let isWhole = !read.table.rows.isEmpty && !read.table.faults.contains { $0.row == 0 }
        let skips = query.get("skip") == "faulty" && isWhole
        if !judged.faults.isEmpty, !skips { throw Problem.faulty(read.table, judged) }
        let added =
            isDryRun
            ? nil
            : try await rosterIntake.take(judged, unit: read.unit.code, contest: read.contest.id, by: read.member.name)
        return .json(
            JSONText { json in
                json.field("unit", read.unit.code)
                json.field("contest", read.contest.id)
                json.field("dryRun", isDryRun)
                json.counts(read.table, judged)
                json.field("added", added)
                json.list("faults", judged.faults) { json, line in json.object { $0.fields(of: line) } }
            },
            status: isDryRun ? .ok : .created
        )
    }

    /// The rows that were not taken, with what to do about each; nothing is stored.
    private func rosterFaults(_ request: Request, _ context: APIContext) async throws -> Response {
        let language = try sheetLanguage(request.uri.queryParameters)
        let read = try await readRoster(request, context)
        let bytes = try await slowLane.run { try RosterWorkbook.bytes(read.table, read.judged, language) }
        let name = language == .vietnamese ? "Danh sách cần sửa.xlsx" : "List to mend.xlsx"
        return Attachment(name: name, type: BankFormat.xlsx.mediaType, bytes: bytes).response
    }

    private struct ReadRoster: Sendable {
        let member: StaffMember
        let unit: Unit
        let contest: Contest
        let table: RosterTable
        let judged: JudgedRoster
    }

    private func readRoster(_ request: Request, _ context: APIContext) async throws -> ReadRoster {
        let (member, unit, definition) = try await ownUnit(request, context, .importRoster)
        let contest = definition.contest
        let settings = try rosterSettings(request.uri.queryParameters, contest)
        let buffer = try await request.whole(upTo: RosterFile.maximumSize)
        let table = try await rosterReading.table(Array(buffer.readableBytesView))
        let judged = try await rosterIntake.judged(
            table,
            unit: unit.code,
            contest: contest,
            settings: settings,
            at: now()
        )
        guard let judged else { throw Problem.notFound }
        return ReadRoster(member: member, unit: unit, contest: contest, table: table, judged: judged)
    }

    private func rosterSettings(_ query: Parameters, _ contest: Contest) throws -> RosterSettings {
        var settings = RosterSettings()
        if let group = query.get("group"), !group.isEmpty {
            guard contest.group(group) != nil else {
                throw Problem.invalid("group", "Cuộc thi không có bảng này.", "The contest has no such group.")
            }
            settings.group = group
        }
        settings.changesCapitals = query.get("names") == "title"
        settings.makesClasses = query.get("classes") == "make"
        return settings
    }
}

extension JSONText {
    fileprivate mutating func fields(of line: RosterLine) {
        field("sheet", line.sheet)
        field("row", line.row)
        field("column", line.column)
        field("message", line.vi)
        field("messageEn", line.en)
        field("original", line.original)
    }

    fileprivate mutating func counts(_ table: RosterTable, _ judged: JudgedRoster) {
        field("rows", judged.rows)
        field("new", judged.people.count)
        field("unchanged", judged.unchanged)
        field("faulty", judged.faulty.count)
        field("children", judged.children)
        object("capitals") { json in
            json.field("count", judged.capitals.count)
            json.field("example", judged.capitals.example)
            json.field("becomes", judged.capitals.becomes)
        }
        list("classes", judged.classes) { $0.value($1.title) }
        list("ignored", table.ignored) { $0.value($1) }
        list("notices", judged.notices) { json, line in json.object { $0.fields(of: line) } }
    }
}

extension Problem {
    /// A list with faults; nothing of it was stored.
    fileprivate static func faulty(_ table: RosterTable, _ judged: JudgedRoster) -> Problem {
        var problem = Problem(
            "invalid",
            .unprocessableContent,
            "Danh sách có lỗi",
            "Danh sách có \(judged.faults.count) lỗi; chưa lưu gì.",
            "The list has \(judged.faults.count) faults; nothing was stored."
        )
        let counts = JSONText { $0.counts(table, judged) }
        let faults = JSONText { json in
            json.list("faults", judged.faults) { json, line in json.object { $0.fields(of: line) } }
        }
        let list = String(decoding: faults.bytes, as: UTF8.self).dropFirst("{\"faults\":".count).dropLast()
        problem.extra = [("counts", String(decoding: counts.bytes, as: UTF8.self)), ("faults", String(list))]
        return problem
    }
}
