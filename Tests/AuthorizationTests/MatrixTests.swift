import Testing

/// I7: every operation of docs/openapi.yaml, in every role, on own, foreign and absent things; all of them are asked.
struct MatrixTests {
    /// There, and for the role, but not yet to be told or done: each with the reason.
    private static let notYet: Set<String> = [
        // Winners are not announced.
        "getWinners",
        // The contest asks for no prediction, and is no practice.
        "savePrediction", "revealAnswer",
        // No picture, session, request and person on a roster has the id that is asked for.
        "getMedia", "endOwnSession", "handleDataRequest", "reissueRosterCode", "removeFromRoster", "revokeRosterCode",
        // The contests give no certificates, and ask for no work before a registration.
        "getCertificateKey", "checkCertificate", "exportCertificates", "exportUnitCertificates", "getOwnCertificate",
        "listOwnCertificates", "getChallenge",
        // Without a year there is no report.
        "getYearCoverage", "getYearReport",
    ]

    /// Where a body is read before the thing is looked for, it must be sound for the thing to count.
    private static let bodies = [
        "confirmClaims": #"{"contest":"c","contestants":["00000000000000000000000000000000"]}"#,
        "saveAnswer": #"{"choice":[],"sequence":1}"#, "savePrediction": #"{"value":"1","sequence":1}"#,
    ]

    private struct Cell: Sendable {
        let operation: Operation
        let role: Role
        let thing: Thing
        let reply: World.Reply
    }

    @Test func everyOperationSaysWhomItIsFor() throws {
        let operations = try Operation.all()
        #expect(operations.count > 60)
        let known: Set<String> = ["anyone", "contestant", "admin", "organizer", "coordinator", "auditor"]
        for operation in operations {
            let roles = operation.roles ?? []
            #expect(!roles.isEmpty, "\(operation.id) has no x-roles")
            #expect(roles.isSubset(of: known), "\(operation.id): \(roles)")
        }
        #expect(Set(operations.map(\.id)).count == operations.count)
    }

    @Test func everyCellIsAsDesigned() async throws {
        let cells = try await World.running { world in
            let population = try await Population(world)
            var cells: [Cell] = []
            for operation in try Operation.all() {
                for role in Role.allCases {
                    for thing in Thing.allCases {
                        let token = try await population.token(role, cells.count, in: world.store)
                        let path = population.path(operation, thing)
                        let body = Self.bodies[operation.id] ?? "{}"
                        let reply = try await world.send(operation.method, path, body, token: token)
                        cells.append(Cell(operation: operation, role: role, thing: thing, reply: reply))
                    }
                }
            }
            return cells
        }
        for cell in cells { check(cell) }
        compareForeignWithAbsent(cells)
        // Not all of what is allowed may come to nothing.
        let done = Set(cells.filter { $0.reply.status < 300 }.map(\.operation.id))
        #expect(done.count >= 30, "\(done.sorted())")
    }

    private func check(_ cell: Cell) {
        let (status, code) = (cell.reply.status, cell.reply.code)
        let name = "\(cell.operation.id) by \(cell.role) on \(cell.thing): \(status) \(code ?? "")"
        #expect(status < 500, "\(name)")
        switch Expectation(cell.operation, cell.role, cell.thing) {
        case .allowed:
            let isHidden = status == 404 && code == "not-found" && !Self.notYet.contains(cell.operation.id)
            // Signing in is open to all, and what was sent is wrong.
            #expect(!isHidden && (status != 401 || cell.operation.id == "signIn"), "\(name)")
        case .unauthorized(let orNotFound):
            #expect(status == 401 && code == "unauthorized" || orNotFound && status == 404, "\(name)")
        case .notFound: #expect(status == 404 && code == "not-found", "\(name)")
        }
    }

    /// What belongs to others cannot be told from what is not there.
    private func compareForeignWithAbsent(_ cells: [Cell]) {
        let groups = Dictionary(grouping: cells) { "\($0.operation.id) by \($0.role)" }
        for (name, group) in groups {
            let foreign = group.first { $0.thing == .foreign }
            let absent = group.first { $0.thing == .absent }
            guard let foreign, let absent else { continue }
            guard case .notFound = Expectation(foreign.operation, foreign.role, .foreign) else { continue }
            #expect(foreign.reply.text == absent.reply.text, "\(name)")
            #expect(foreign.reply.status == absent.reply.status, "\(name)")
        }
    }
}
