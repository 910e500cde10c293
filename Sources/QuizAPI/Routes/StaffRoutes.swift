import Hummingbird
import QuizCore

extension API {
    func addStaffRoutes(to api: inout RouteTable) {
        api.get("staff/contests") { _, context in try listStaffContests(context) }
        api.get("staff/units") { _, context in try await listStaffUnits(context) }
        api.get("contests/:contest/dashboard") { _, context in try await dashboard(context) }
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
}
