import HTTPTypes
import Hummingbird
import NIOCore
import QuizCore

extension API {
    func addListRoutes(to api: inout RouteTable) {
        api.get("contests/:contest/results") { try await contestList(.results, $0, $1) }
        api.get("contests/:contest/participation") { try await contestList(.participation, $0, $1) }
        api.get("contests/:contest/unregistered") { try await contestList(.unregistered, $0, $1) }
        api.get("contests/:contest/unfinished") { try await contestList(.unfinished, $0, $1) }
        api.get("units/:unit/results") { try await unitList(.results, $0, $1) }
        api.get("units/:unit/unregistered") { try await unitList(.unregistered, $0, $1) }
        api.get("units/:unit/unfinished") { try await unitList(.unfinished, $0, $1) }
    }

    private func contestList(_ kind: ListKind, _ request: Request, _ context: APIContext) async throws -> Response {
        let member = try staff(context)
        let contest = try definition(context).contest
        guard Authorization.allows(member, .exportResults, contest: contest.id, unitPath: nil) else {
            throw Problem.notFound
        }
        let list = try ListRequest(kind, of: contest, unit: nil, request.uri.queryParameters, hiddenPlaces: [])
        return try await send(list, of: contest, unit: nil, to: member)
    }

    func unitList(_ kind: ListKind, _ request: Request, _ context: APIContext) async throws -> Response {
        let action: StaffAction = kind == .results ? .exportUnitResults : .seeParticipation
        let (member, unit, definition) = try await ownUnit(request, context, action)
        let contest = definition.contest
        let isOrganizer = Authorization.allows(member, .exportResults, contest: contest.id, unitPath: nil)
        let list = try ListRequest(
            kind,
            of: contest,
            unit: unit.code,
            request.uri.queryParameters,
            hiddenPlaces: isOrganizer ? [] : hiddenPlaces(definition)
        )
        return try await send(list, of: contest, unit: unit, to: member)
    }

    /// Rounds whose places only the organizers see: as long as the public sees no board, a place would tell coordinators
    /// how many there are (I8).
    private func hiddenPlaces(_ definition: Definition) -> Set<String> {
        Set(
            definition.contest.rounds.map(\.id).filter { round in
                definition.contest.groups.contains { group in
                    let board = BoardID(contest: definition.contest.id, round: round, group: group.id)
                    let status = status(of: board, definition)
                    return status.hiddenReason != nil || status.asOf != nil
                }
            }
        )
    }

    /// Notes who takes the list, then sends it piece by piece: what cannot be noted is not handed over.
    private func send(
        _ list: ListRequest,
        of contest: Contest,
        unit: Unit?,
        to member: StaffMember
    ) async throws
        -> Response
    {
        if list.selection.kind == .results, contest.mode == .practice { throw Problem.unranked }
        guard let place = exports.enter() else { throw Problem.busy }
        guard let pages = try await store.list(list.selection) else { throw Problem.notFound }
        try await store.noteExport(
            of: list.selection,
            as: list.format.rawValue,
            purpose: list.purpose,
            by: member.name
        )
        // The people on it may ask who read about them.
        try await store.note(
            access(
                list.selection.kind == .results ? .results : .participation,
                member,
                contest.id,
                unit: unit?.code,
                purpose: list.purpose ?? "",
                count: 0
            )
        )
        let document = ListDocument(
            list.selection,
            of: contest,
            unitTitle: unit?.title,
            by: member.name,
            at: now(),
            purpose: list.purpose
        )
        var headers: HTTPFields = [.contentType: list.format.mediaType]
        headers[.contentDisposition] = "attachment; filename=\"\(document.fileName(as: list.format))\""
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody { writer in
                defer { _ = place }
                try await document.write(pages, as: list.format, separator: list.separator) { bytes in
                    try await writer.write(ByteBuffer(bytes: bytes))
                }
                try await writer.finish(nil)
            }
        )
    }

    /// The unit of the address if it is within what was granted; foreign and absent alike are not found (I7).
    func ownUnit(
        _ request: Request,
        _ context: APIContext,
        _ action: StaffAction
    ) async throws -> (StaffMember, Unit, Definition) {
        try await ownUnit(context, contest: request.uri.queryParameters.get("contest"), action)
    }

    /// The same where the contest stands elsewhere than in the address.
    func ownUnit(
        _ context: APIContext,
        contest id: String?,
        _ action: StaffAction
    ) async throws -> (StaffMember, Unit, Definition) {
        let member = try staff(context)
        guard let code = context.path.get("unit"), let unit = try await store.unit(code: code),
            let definition = id.flatMap({ store.definition(of: $0) }),
            Authorization.allows(
                member,
                action,
                contest: definition.contest.id,
                unitPath: store.register.path(up: unit.code)
            )
        else { throw Problem.notFound }
        return (member, unit, definition)
    }
}
