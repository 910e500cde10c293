import CertificatePDF
import HTTPTypes
import Hummingbird
import NIOCore
import QuizCore
import QuizFormats

extension API {
    /// More pages than that are asked for by unit.
    private static var mostPages: Int { 5_000 }

    func addCertificateRoutes(to api: inout RouteTable) {
        api.get("certificates/key") { _, _ in try certificateKey() }
        api.get("certificates/:certificate") { _, context in try await certificate(context) }
        api.post("certificates/checks") { request, _ in try await checkCertificate(request) }
        api.get("attempts/:id/certificate") { _, context in try await ownCertificate(context) }
        api.get("contests/:contest/certificates/me") { _, context in try await listOwnCertificates(context) }
        api.get("contests/:contest/certificates") { request, context in
            try await contestCertificates(request, context)
        }
        api.get("units/:unit/certificates") { request, context in try await unitCertificates(request, context) }
    }

    private func signer() throws -> CertificateSigner {
        guard let signer = keys.certificates else { throw Problem.notFound }
        return signer
    }

    private func certificateKey() throws -> Response {
        let key = try signer().publicKey
        return .json(
            JSONText { json in
                json.field("algorithm", "Ed25519")
                json.field("publicKey", Base64URL.encode(key))
                json.field("publicKeyHex", key.hex)
            }
        )
    }

    // MARK: Checking, by anybody

    /// Whoever has the number of a certificate may know whether the result behind it is still kept.
    private func certificate(_ context: APIContext) async throws -> Response {
        guard let id = context.path.get("certificate").flatMap({ PublicID(hex: $0) }),
            let result = try await store.certified(id), let issue = issue(result)
        else { throw Problem.certificateNotKept }
        return .json(JSONText { json in write(issue.statement, &json) })
    }

    /// For browsers that do not know Ed25519.
    private func checkCertificate(_ request: Request) async throws -> Response {
        let body = try await StrictBody(request, keys: ["signed"])
        let statement = try signer().statement(of: try body.requiredText("signed"))
        return .json(
            JSONText { json in
                json.field("valid", statement != nil)
                if let statement { json.object("statement") { write(statement, &$0) } }
            }
        )
    }

    private func write(_ statement: CertificateStatement, _ json: inout JSONText) {
        json.field("id", statement.id.hex)
        json.field("contest", statement.contest)
        json.field("title", statement.title)
        json.field("name", statement.name)
        json.field("unit", statement.unit)
        json.field("group", statement.group)
        json.field("result", statement.result)
        json.field("date", statement.date.text)
    }

    // MARK: Making

    private func issue(_ result: CertifiedResult) -> CertificateIssue? {
        guard let definition = store.definition(of: result.contest) else { return nil }
        let state = store.results(of: result.contest, round: result.round).state
        return CertificateIssue(result, of: definition.contest, state: state, disclosure(definition))
    }

    private func sheet(_ issue: CertificateIssue, _ signer: CertificateSigner) -> CertificateSheet {
        CertificateSheet(
            issue.statement,
            rules: issue.rules,
            name: issue.name,
            link: "\(settings.publicURL)/chung-nhan/#\(signer.signed(issue.statement))"
        )
    }

    private func ownCertificate(_ context: APIContext) async throws -> Response {
        let attempt = try await owned(context)
        guard store.definition(of: attempt.contest)?.contest.certificates != nil else { throw Problem.notFound }
        guard let result = try await store.certified(attempt.id), let issue = issue(result) else {
            throw Problem.certificateWithheld
        }
        let place = try places.enter()
        defer { withExtendedLifetime(place) {} }
        let sheet = sheet(issue, try signer())
        let document = try PDFDocument(
            width: CertificateSheet.width,
            height: CertificateSheet.height,
            title: issue.rules.title
        )
        var bytes = try await document.add(try sheet.svg())
        bytes += try await document.finish()
        return Attachment(name: "chung-nhan-\(attempt.contest).pdf", type: "application/pdf", bytes: bytes).response
    }

    private func listOwnCertificates(_ context: APIContext) async throws -> Response {
        let contest = try definition(context).contest
        let contestant = try contestant(context, in: contest.id)
        guard contest.certificates != nil else { throw Problem.notFound }
        var lines: [(attempt: Attempt, issue: CertificateIssue?)] = []
        for attempt in try await store.attempts(of: contestant.key) where attempt.seal != nil {
            lines.append((attempt, try await store.certified(attempt.id).flatMap { issue($0) }))
        }
        return .json(
            JSONText { json in
                json.list("items", lines) { json, line in
                    json.object { json in
                        json.field("attempt", line.attempt.id.hex)
                        json.field("round", line.attempt.round)
                        json.field("ready", line.issue != nil)
                        if let issue = line.issue { json.field("result", issue.statement.result) }
                    }
                }
            }
        )
    }

    private func contestCertificates(_ request: Request, _ context: APIContext) async throws -> Response {
        let member = try staff(context)
        let contest = try definition(context).contest
        guard Authorization.allows(member, .exportResults, contest: contest.id, unitPath: nil) else {
            throw Problem.notFound
        }
        return try await certificates(request, contest, unit: nil, by: member)
    }

    private func unitCertificates(_ request: Request, _ context: APIContext) async throws -> Response {
        let (member, unit, definition) = try await ownUnit(request, context, .exportUnitResults)
        return try await certificates(request, definition.contest, unit: unit.code, by: member)
    }

    /// All of a round as one document, a page each, sent while it is made.
    private func certificates(
        _ request: Request,
        _ contest: Contest,
        unit: String?,
        by member: StaffMember
    ) async throws -> Response {
        guard let rules = contest.certificates else { throw Problem.notFound }
        let round = request.uri.queryParameters.get("round") ?? contest.currentRound(at: now()).id
        guard contest.round(round) != nil else { throw Problem.notFound }
        let issues = try await store.certified(contest: contest.id, round: round, unit: unit).compactMap { issue($0) }
        guard !issues.isEmpty else { throw Problem.certificateWithheld }
        guard issues.count <= Self.mostPages else { throw Problem.tooManyCertificates(Self.mostPages) }
        let signer = try signer()
        let place = try places.enter()
        try await store.noteCertificates(
            issues.count,
            of: contest.id,
            "round \(round), unit \(unit ?? "-")",
            by: member.name
        )
        let document = try PDFDocument(
            width: CertificateSheet.width,
            height: CertificateSheet.height,
            title: rules.title
        )
        let name = "chung-nhan-\(contest.id)-\(round)\(unit.map { "-\($0)" } ?? "").pdf"
        var headers = Attachment(name: name, type: "application/pdf", bytes: []).response.headers
        headers[.contentLength] = nil
        let body = ResponseBody { writer in
            defer { withExtendedLifetime(place) {} }
            for issue in issues {
                let bytes = try await document.add(try sheet(issue, signer).svg())
                if !bytes.isEmpty { try await writer.write(ByteBuffer(bytes: bytes)) }
            }
            try await writer.write(ByteBuffer(bytes: try await document.finish()))
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }
}
