import Hummingbird
import QuizCore

extension API {
    /// How many people a page has.
    private static var pageLimit: Int { 100 }

    func addParticipationRoutes(to api: inout RouteTable) {
        api.get("units/:unit/participation") { request, context in try await participation(request, context) }
    }

    /// A page of people with what is counted above it; with `format` the whole list as a file.
    private func participation(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = request.uri.queryParameters
        if query.get("format") != nil { return try await unitList(.participation, request, context) }
        let (_, unit, definition) = try await ownUnit(request, context, .seeParticipation)
        let wanted = try participationQuery(query, unit: unit.code, definition.contest)
        guard let page = try await store.participation(wanted) else { throw Problem.notFound }
        return .json(
            JSONText { json in
                json.object("unit") { json in
                    json.field("code", unit.code)
                    json.field("title", unit.title)
                }
                json.field("contest", definition.contest.id)
                json.counts(of: page.unit)
                json.list("children", page.children) { json, child in
                    json.object { json in
                        json.field("code", child.code)
                        json.field("title", child.title)
                        json.field("type", child.type)
                        json.counts(of: child)
                    }
                }
                json.list("people", page.people) { json, person in json.object { $0.fields(of: person) } }
                json.field("next", page.next?.hex)
            }
        )
    }

    private func participationQuery(
        _ query: Parameters,
        unit: String,
        _ contest: Contest
    ) throws -> ParticipationQuery {
        let state = try ListRequest.named("state", query).map { text in
            guard let state = ParticipationQuery.State(rawValue: text) else {
                throw Problem.invalid(
                    "state",
                    "Tình trạng phải là registered, open, submitted, not hoặc unregistered.",
                    "The state must be registered, open, submitted, not or unregistered."
                )
            }
            return state
        }
        let after = try ListRequest.named("after", query).map { text in
            guard let id = PublicID(hex: text) else { throw Problem.notFound }
            return id
        }
        return ParticipationQuery(
            contest: contest.id,
            unit: unit,
            round: try ListRequest.round(query, of: contest),
            group: try ListRequest.group(query, of: contest),
            state: state,
            name: ListRequest.named("q", query).flatMap { NameQuery($0) },
            after: after,
            limit: Self.pageLimit
        )
    }
}

extension JSONText {
    fileprivate mutating func counts(of line: ParticipationPage.Line) {
        field("registered", line.registered)
        field("confirmed", line.confirmed)
        field("started", line.started)
        field("submitted", line.submitted)
        field("roster", line.roster)
        field("headcount", line.headcount)
        field("denominator", line.denominator)
    }

    fileprivate mutating func fields(of person: ParticipationPage.Person) {
        field("id", person.id.hex)
        field("name", person.row.name)
        field("group", person.row.group)
        field("unit", person.row.unitTitle)
        switch person.row.facts {
        case .progress(let progress):
            field("state", progress.state.rawValue)
            field("attempts", progress.attempts)
            if let isConfirmed = person.row.isUnitConfirmed { field("unitConfirmed", isConfirmed) }
        case .roster, .result:
            field("state", "unregistered")
            field("attempts", 0)
        }
    }
}
