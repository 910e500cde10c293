import HTTPTypes
import Hummingbird
import NIOCore
import QuizCore

extension API {
    func addStaffRoutes(to api: inout RouteTable) {
        api.get("staff/contests") { _, context in try listStaffContests(context) }
        api.get("staff/units") { _, context in try await listStaffUnits(context) }
        api.get("contests/:contest/dashboard") { _, context in try await dashboard(context) }
        api.get("contests/:contest/results") { request, context in try await contestResults(request, context) }
        api.get("units/:unit/participation") { request, context in try await participation(request, context) }
        api.get("units/:unit/results") { request, context in try await unitResults(request, context) }
    }

    private func listStaffContests(_ context: APIContext) throws -> Response {
        let member = try staff(context)
        let now = now()
        let definitions = store.definitions().filter { definition in
            member.grants.contains { $0.contest == nil || $0.contest == definition.contest.id }
        }
        return .json(
            JSONText { json in
                json.list("items", definitions) { json, definition in
                    json.object { json in
                        json.field("id", definition.contest.id)
                        json.field("title", definition.contest.title)
                        json.field("mode", definition.contest.mode.rawValue)
                        json.field("state", state(definition.contest, now))
                        let held = member.grants.filter { $0.contest == nil || $0.contest == definition.contest.id }
                        json.list("roles", Set(held.map(\.role.rawValue)).sorted()) { $0.value($1) }
                    }
                }
            }
        )
    }

    private func listStaffUnits(_ context: APIContext) async throws -> Response {
        let member = try staff(context)
        var lines: [(unit: Unit, contest: String?)] = []
        for grant in member.grants {
            guard let code = grant.unit, let unit = try await store.unit(code: code) else { continue }
            lines.append((unit, grant.contest))
        }
        let contests = store.definitions().map(\.contest.id)
        return .json(
            JSONText { json in
                json.list("items", lines) { json, line in
                    json.object { json in
                        json.field("code", line.unit.code)
                        json.field("title", line.unit.title)
                        json.field("type", line.unit.type)
                        json.list("contests", line.contest.map { [$0] } ?? contests) { $0.value($1) }
                    }
                }
            }
        )
    }

    private func dashboard(_ context: APIContext) async throws -> Response {
        let member = try staff(context)
        let contest = try definition(context).contest
        guard Authorization.allows(member, .seeDashboard, contest: contest.id, unitPath: nil) else {
            throw Problem.notFound
        }
        let round = contest.currentRound(at: now())
        let figures = try await store.figures(of: contest.id)
        func sum(_ value: (ContestFigures.Line) -> Int) -> Int { figures.groups.reduce(0) { $0 + value($1) } }
        return .json(
            JSONText { json in
                json.field("serverTime", now())
                json.field("registered", sum(\.registered))
                json.field("started", sum(\.started))
                json.field("open", sum(\.open))
                json.field("submitted", sum(\.submitted))
                json.list("groups", contest.groups) { json, group in
                    let line = figures.groups.first { $0.id == group.id }
                    json.object { json in
                        json.field("id", group.id)
                        json.field("title", group.title)
                        json.field("registered", line?.registered ?? 0)
                        json.field("started", line?.started ?? 0)
                        json.field("open", line?.open ?? 0)
                        json.field("submitted", line?.submitted ?? 0)
                        if let line, line.submitted > 0 { json.field("meanScore", line.scoreSum / line.submitted) }
                        let questions = contest.questionCount(of: group, in: round)
                        json.field("maxScore", questions * contest.rules.scoring.right)
                    }
                }
                json.list("perHour", figures.hours) { json, hour in
                    json.object { json in
                        json.field("hour", hour.begins)
                        json.field("started", hour.started)
                        json.field("submitted", hour.submitted)
                    }
                }
                json.list("rounds", contest.rounds) { json, round in
                    let line = figures.rounds.first { $0.id == round.id }
                    json.object { json in
                        json.field("id", round.id)
                        json.field("title", round.title)
                        json.field("started", line?.started ?? 0)
                        json.field("submitted", line?.submitted ?? 0)
                    }
                }
            }
        )
    }

    private func contestResults(_ request: Request, _ context: APIContext) async throws -> Response {
        let member = try staff(context)
        let contest = try definition(context).contest
        guard Authorization.allows(member, .exportResults, contest: contest.id, unitPath: nil) else {
            throw Problem.notFound
        }
        return try await export(request, contest, unit: nil)
    }

    private func unitResults(_ request: Request, _ context: APIContext) async throws -> Response {
        let (unit, contest) = try await ownUnit(request, context, .exportUnitResults)
        return try await export(request, contest, unit: unit.code)
    }

    private func export(_ request: Request, _ contest: Contest, unit: String?) async throws -> Response {
        guard contest.mode != .practice else { throw Problem.unranked }
        let query = request.uri.queryParameters
        let filter = ResultFilter(
            contest: contest.id,
            round: query.get("round"),
            group: query.get("group"),
            unit: unit
        )
        let rows = try await store.results(filter)
        var headers = HTTPFields()
        let bytes: [UInt8]
        switch query.get("format") ?? "csv" {
        case "csv":
            let separator: CSVWriter.Separator = query.get("separator") == "semicolon" ? .semicolon : .comma
            bytes = Array(ResultsExport(contest: contest, rows: rows).csv(separator: separator).utf8)
            headers[.contentType] = "text/csv; charset=utf-8"
            headers[.contentDisposition] = "attachment; filename=\"ket-qua-\(unit ?? contest.id).csv\""
        case "json":
            bytes = try ResultsExport(contest: contest, rows: rows).json()
            headers[.contentType] = "application/json; charset=utf-8"
        default: throw Problem.invalid("format", "Định dạng phải là csv hoặc json.", "The format must be csv or json.")
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func participation(_ request: Request, _ context: APIContext) async throws -> Response {
        let (unit, contest) = try await ownUnit(request, context, .seeParticipation)
        let people = try await store.participation(unit: unit.code, contest: contest.id)
        let children = Dictionary(grouping: people, by: \.unitCode).sorted { $0.key < $1.key }
        return .json(
            JSONText { json in
                json.object("unit") { json in
                    json.field("code", unit.code)
                    json.field("title", unit.title)
                }
                json.field("contest", contest.id)
                json.list("children", children) { json, child in
                    json.object { json in
                        json.field("code", child.key)
                        json.field("title", child.value.first?.unitTitle ?? child.key)
                        json.field("registered", child.value.count)
                        json.field("started", child.value.count { $0.attempts > 0 })
                        json.field("submitted", child.value.count { $0.submitted > 0 })
                    }
                }
                json.list("people", people) { json, person in
                    json.object { json in
                        json.field("name", person.name)
                        json.field("group", person.group)
                        json.field("unit", person.unitTitle)
                        json.field(
                            "state",
                            person.submitted > 0 ? "submitted" : person.open > 0 ? "open" : "registered"
                        )
                        json.field("attempts", person.attempts)
                    }
                }
            }
        )
    }

    /// The unit of the address if it is within what was granted; foreign and absent alike are not found (I7).
    func ownUnit(
        _ request: Request,
        _ context: APIContext,
        _ action: StaffAction
    ) async throws -> (Unit, Contest) {
        let member = try staff(context)
        guard let code = context.path.get("unit"), let unit = try await store.unit(code: code),
            let id = request.uri.queryParameters.get("contest"), let contest = store.definition(of: id)?.contest
        else { throw Problem.notFound }
        var path = [unit.code]
        var parent = unit.parent
        while let above = parent, path.count < 16 {
            path.append(above)
            parent = try await store.unit(code: above)?.parent
        }
        guard Authorization.allows(member, action, contest: contest.id, unitPath: path) else { throw Problem.notFound }
        return (unit, contest)
    }
}
