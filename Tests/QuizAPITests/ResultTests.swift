import HTTPTypes
import QuizCore
import Testing

/// Results over HTTP: who may change them, what is asked for, what everybody sees.
struct ResultTests {
    private static let key = "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a"
    private static let attempt = "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"

    private static func record() throws -> CorrectionRecord {
        CorrectionRecord(
            correction: Correction(
                id: try #require(PublicID(hex: key)),
                change: .question(QuestionCorrection(bank: "b", question: "q1", accept: ["B"])),
                reason: "Đáp án in nhầm"
            ),
            number: 1,
            appliedAt: Timestamp(milliseconds: 0),
            actor: "an",
            isApplying: false,
            remarked: 12,
            moved: 3
        )
    }

    private func server(_ role: Grant.Role?, contest: String? = "c") throws -> TestServer {
        var store = StubStore(known: [Example.definition(Example.contest())])
        let member = role.map {
            StaffMember(key: 3, name: "an", grants: [Grant(role: $0, contest: contest, unit: nil)])
        }
        store.onPrincipal = { _ in member.map { .staff($0) } }
        store.onKeep = { _, _ in }
        let record = try Self.record()
        store.correctionRecords = [record]
        store.onPreview = { correction, _ in
            .previewed(
                CorrectionEffect(
                    remarked: 2,
                    boards: [
                        .init(
                            board: BoardID(contest: "c", round: "r", group: "g"),
                            moved: 1,
                            moves: [.init(contestant: 7, name: "Trần An", unit: "Lớp 9", from: 2, to: nil)]
                        )
                    ],
                    truths: ["r": 1_234_500_000]
                )
            )
        }
        store.onApply = { correction, _, actor throws(StoreError) in
            guard actor == "an" else { throw StoreError.broken(actor) }
            if case .outage = correction.change { return .refused(Message(vi: "Chưa hết", en: "Not over")) }
            return .applied(record)
        }
        store.onAdvance = { step, _, _ in
            step.state == .final
                ? .refused(Message(vi: "Chưa", en: "Not yet"))
                : .done(RoundResults(state: step.state, objectionsUntil: step.objectionsUntil))
        }
        store.onGrant = { grant, _, _ in grant.minutes == 5 ? Timestamp(milliseconds: 60_000) : nil }
        store.onAttemptsOf = { _, _ in nil }
        return try TestServer(store)
    }

    private static let void = """
        {"requestKey":"\(key)","kind":"questionVoided","reason":"Câu sai","bank":"b","question":"q1"}
        """

    @Test func everybodySeesWhatWasCorrectedAndNobodyIsNamed() async throws {
        let reply = try await server(nil).get("/api/v1/contests/c/corrections", signedIn: false)
        let items = try #require(reply.json["items"] as? [[String: Any]])
        #expect(items.first?["kind"] as? String == "keyCorrected")
        #expect(items.first?["reason"] as? String == "Đáp án in nhầm")
        #expect(!reply.text.contains("an\"") && !reply.text.contains(Self.key))
    }

    @Test(
        arguments: [
            (Grant.Role.coordinator, "c"), (.auditor, "c"), (.organizer, "other"), (nil, nil),
        ] as [(Grant.Role?, String?)]
    )
    func othersCannotChangeResults(_ role: Grant.Role?, _ contest: String?) async throws {
        let server = try server(role, contest: contest)
        let status = role == nil ? 401 : 404
        let correct = try await server.send(.post, "/api/v1/contests/c/corrections", Self.void)
        let advance = try await server.send(
            .put,
            "/api/v1/contests/c/rounds/r/results",
            #"{"state":"provisional","objectionsUntil":"2026-12-01T08:00"}"#
        )
        let grant = try await server.send(
            .post,
            "/api/v1/contests/c/time-grants",
            #"{"requestKey":"\#(Self.key)","attempt":"\#(Self.attempt)","minutes":5,"reason":"x"}"#
        )
        let list = try await server.get("/api/v1/contests/c/contestants/\(Self.attempt)/attempts")
        #expect([correct, advance, grant, list].map(\.status) == [status, status, status, status])
    }

    @Test func aPreviewSaysWhoMovesWhere() async throws {
        let reply = try await server(.organizer).send(.post, "/api/v1/contests/c/corrections?dryRun=true", Self.void)
        #expect(reply.status == 200 && reply.json["remarked"] as? Int == 2)
        let board = try #require((reply.json["boards"] as? [[String: Any]])?.first)
        let move = try #require((board["moves"] as? [[String: Any]])?.first)
        #expect(move["name"] as? String == "Trần An" && move["from"] as? Int == 2 && move["to"] == nil)
        #expect(((reply.json["truths"] as? [[String: Any]])?.first?["value"] as? String) == "12345")
    }

    @Test func aCorrectionIsAppliedOrRefusedInWords() async throws {
        let server = try server(.organizer)
        let applied = try await server.send(.post, "/api/v1/contests/c/corrections", Self.void)
        #expect(applied.status == 200 && applied.json["number"] as? Int == 1)
        let refused = try await server.send(
            .post,
            "/api/v1/contests/c/corrections",
            #"{"requestKey":"\#(Self.key)","kind":"outage","reason":"Mất điện","from":"2026-11-24T08:00","to":"2026-11-24T09:00"}"#
        )
        #expect(refused.status == 409 && refused.code == "not-possible")
        #expect(refused.json["detail"] as? String == "Chưa hết")
    }

    @Test(arguments: [
        (#"{"kind":"questionVoided","reason":"x","bank":"b","question":"q1"}"#, 400),
        (#"{"requestKey":"\#(key)","kind":"void","reason":"x"}"#, 422),
        (#"{"requestKey":"\#(key)","kind":"questionVoided","reason":" ","bank":"b","question":"q1"}"#, 422),
        (#"{"requestKey":"\#(key)","kind":"keyCorrected","reason":"x","bank":"b","question":"q1"}"#, 400),
        (#"{"requestKey":"\#(key)","kind":"outage","reason":"x","from":"hôm qua","to":"2026-11-24T09:00"}"#, 422),
        (#"{"requestKey":"\#(key)","kind":"attemptVoided","reason":"x","attempt":"1"}"#, 400),
        (#"{"requestKey":"\#(key)","kind":"attemptVoided","reason":"x","who":"An"}"#, 400),
    ])
    func aBodyThatSaysTooLittleIsRefused(_ body: String, _ status: Int) async throws {
        let reply = try await server(.organizer).send(.post, "/api/v1/contests/c/corrections", body)
        #expect(reply.status == status)
    }

    @Test func statesAreTakenStepByStep() async throws {
        let server = try server(.organizer)
        let path = "/api/v1/contests/c/rounds/r/results"
        let published = try await server.send(
            .put,
            path,
            #"{"state":"provisional","objectionsUntil":"2026-12-01T08:00:00+07:00"}"#
        )
        #expect(published.json["objectionsUntil"] as? String == "2026-12-01T01:00:00.000Z")
        #expect(try await server.send(.put, path, #"{"state":"final"}"#).code == "not-possible")
        #expect(try await server.send(.put, path, #"{"state":"live?"}"#).status == 422)
        let other = try await server.send(.put, "/api/v1/contests/c/rounds/x/results", #"{"state":"verified"}"#)
        #expect(other.status == 404)
    }

    @Test func timeIsGivenToWhoeverIsThere() async throws {
        let server = try server(.organizer)
        func grant(_ minutes: Int) async throws -> TestServer.Reply {
            try await server.send(
                .post,
                "/api/v1/contests/c/time-grants",
                #"{"requestKey":"\#(Self.key)","attempt":"\#(Self.attempt)","minutes":\#(minutes),"reason":"Khiếm thị"}"#
            )
        }
        #expect(try await grant(5).json["deadline"] as? String == "1970-01-01T00:01:00.000Z")
        #expect(try await grant(6).status == 404)
        #expect(try await grant(0).status == 422)
        #expect(try await server.get("/api/v1/contests/c/contestants/\(Self.attempt)/attempts").status == 404)
    }
}
