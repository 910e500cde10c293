import Hummingbird
import QRCode
import QuizCore

/// Codes of people on a roster: shown for printing, issued anew, revoked.
extension API {
    /// More slips than this are printed class by class.
    private static var slipLimit: Int { 1_000 }

    func addRosterSlipRoutes(to api: inout RouteTable) {
        api.post("units/:unit/roster/slips") { request, context in try await slips(request, context) }
        api.post("units/:unit/roster/:person/code") { request, context in try await reissue(request, context) }
        api.delete("units/:unit/roster/:person/code") { request, context in try await revoke(request, context) }
    }

    private struct Slip: Sendable {
        let line: RosterLineEntry
        let code: EntryCode
        let qr: QRCode
    }

    private func slips(_ request: Request, _ context: APIContext) async throws -> Response {
        let (member, unit, definition) = try await ownUnit(request, context, .readCodes)
        let contest = definition.contest
        let body = try await StrictBody(request, keys: ["person"])
        let query = RosterQuery(
            unit: unit.code,
            contest: contest.id,
            person: try body.token("person"),
            limit: Self.slipLimit
        )
        guard let lines = try await store.rosterForCodes(query, by: member.name) else {
            throw Problem.notPossible(
                Message(
                    vi: "Mỗi lần in nhiều nhất \(Self.slipLimit) phiếu. Hãy chọn từng lớp.",
                    en: "At most \(Self.slipLimit) slips are printed at a time. Choose one class after the other."
                )
            )
        }
        if query.person != nil, lines.isEmpty { throw Problem.notFound }
        let slips = try await made(lines, contest)
        return .json(
            JSONText { json in
                json.object("unit") { json in
                    json.field("code", unit.code)
                    json.field("title", unit.title)
                }
                json.object("contest") { json in
                    json.field("id", contest.id)
                    json.field("title", contest.title)
                }
                json.field("address", settings.publicURL)
                json.field("withoutCode", lines.count - slips.count)
                json.list("items", slips) { json, slip in json.object { Self.describe(slip, &$0) } }
            }
        )
    }

    /// Slips of those whose code is in force: one that was revoked, or made with another server key, is not printed.
    private func made(_ lines: [RosterLineEntry], _ contest: Contest) async throws -> [Slip] {
        let secret = secret
        let address = settings.publicURL
        return try await slowLane.run {
            try lines.compactMap { line in
                let code = secret.rosterCode(contest: contest.id, entry: line.id, issue: line.issue)
                guard line.codeHash == secret.hash(of: code) else { return nil }
                // The code stands in the fragment, which no server sees (I9).
                return Slip(line: line, code: code, qr: try QRCode("\(address)/#code=\(code.text)"))
            }
        }
    }

    private static func describe(_ slip: Slip, _ json: inout JSONText) {
        describe(slip.line, &json)
        json.field("entryCode", slip.code.text)
        json.field("qr", slip.qr)
    }

    private func reissue(_ request: Request, _ context: APIContext) async throws -> Response {
        let change = try await rosterChange(request, context)
        let (_, _, definition) = try await ownUnit(request, context, .readCodes)
        let contest = definition.contest
        let body = try await StrictBody(request, keys: ["issue"])
        guard let issue = try body.integer("issue").flatMap({ Int(exactly: $0) }), (1...1_000_000).contains(issue)
        else {
            throw body.missing("issue")
        }
        let secret = secret
        let outcome = try await store.reissueCode(change, issue: issue) { issue in
            secret.hash(of: secret.rosterCode(contest: contest.id, entry: change.person, issue: issue))
        }
        guard let slip = try await made([try changed(outcome)], contest).first else { throw Problem.internal }
        return .json(JSONText { Self.describe(slip, &$0) })
    }

    private func revoke(_ request: Request, _ context: APIContext) async throws -> Response {
        let change = try await rosterChange(request, context)
        _ = try changed(try await store.revokeCode(change))
        return Response(status: .noContent)
    }
}
