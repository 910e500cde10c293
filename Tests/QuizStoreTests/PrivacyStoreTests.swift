import Foundation
import QuizCore
import QuizStore
import Testing

/// What people agreed to, asked for and are erased from, over a real file.
struct PrivacyStoreTests {
    private static let calendar = WorkingCalendar(holidays: [])
    private static let closing = """
        contest: c
        mode: contest
        acceptPublicBank: true
        title: C
        banks: [b]
        rounds: [{ id: r, title: R, opens: 2026-01-01T00:00, closes: 2026-11-30T00:00 }]
        rules: { minutes: 10, attempts: { limit: 1, per: contest } }
        groups: [{ id: g, title: G, blueprint: [{ topic: t, count: 5 }] }]
        retention: { daysAfterClose: 30 }
        """

    private func request(
        _ name: String,
        _ kind: DataRequest.Kind,
        _ contestant: Contestant?,
        _ fixture: Fixture,
        _ store: Store
    ) -> NewDataRequest {
        NewDataRequest(
            id: fixture.id(name),
            contestKey: store.definition(of: "c")?.contestKey ?? 0,
            contestant: contestant?.key,
            kind: kind,
            channel: .web,
            wish: "Xin \(name)",
            calendar: Self.calendar
        )
    }

    private func kept(_ outcome: DataRequestOutcome) throws -> DataRequest {
        guard case .kept(let request) = outcome else { throw CocoaError(.featureUnsupported) }
        return request
    }

    /// Everything on disk, the write-ahead log too.
    private func bytes(of fixture: Fixture) throws -> Data {
        let names = try FileManager.default.contentsOfDirectory(atPath: fixture.folder)
        return names.reduce(into: Data()) { data, name in
            data.append(FileManager.default.contents(atPath: fixture.folder + "/" + name) ?? Data())
        }
    }

    @Test func whatWasAgreedToIsKeptInItsWords() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let contestant = try await fixture.register(1, in: store)
            let record = try #require(try await store.record(of: contestant.key))
            let consent = try #require(record.consents.first)
            let text = try #require(ConsentText.standard.first { $0.purpose == .participation })
            #expect(record.consents.count == 1 && consent.text == text.text && consent.version == text.version)
            #expect(consent.textHash == text.hash(by: fixture.cryptography) && consent.channel == "web")
            #expect(record.sessions.count == 1 && record.name == "Người 1")
        }
    }

    @Test func requestsAreNumberedAndRepeatable() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let one = try await fixture.register(1, in: store)
            let first = try kept(try await store.add(request("a", .access, one, fixture, store)))
            let again = try kept(try await store.add(request("a", .access, one, fixture, store)))
            let erasure = try kept(try await store.add(request("b", .erasure, one, fixture, store)))
            let sameErasure = try kept(try await store.add(request("c", .erasure, one, fixture, store)))
            #expect(first.number == 1 && again == first && erasure.number == 2 && sameErasure == erasure)
            for name in "defghijk" {
                _ = try await store.add(request(String(name), .objection, one, fixture, store))
            }
            #expect(try await store.add(request("l", .objection, one, fixture, store)) == .tooMany)
            let open = try await store.dataRequests(of: "c", closed: false, limit: 100)
            #expect(open.count == 10 && open.map(\.terms.doneBy) == open.map(\.terms.doneBy).sorted())
            let late = try kept(
                try await store.handle(.extend(reason: "Đông"), request: 1, of: "c", by: "an")
            )
            #expect(late.terms.doneBy.milliseconds - first.terms.doneBy.milliseconds == 10 * 86_400_000)
            #expect(try await store.handle(.extend(reason: "Nữa"), request: 1, of: "c", by: "an") == .notPossible)
            let done = try kept(try await store.handle(.finish(reply: "Xong"), request: 1, of: "c", by: "an"))
            #expect(done.state == .done && done.reply == "Xong" && done.answeredAt != nil)
            #expect(try await store.handle(.refuse(reason: "x"), request: 1, of: "c", by: "an") == .notPossible)
            #expect(try await store.handle(.answer, request: 99, of: "c", by: "an") == .notFound)
        }
    }

    @Test func aWithdrawalActsAtOnce() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let one = try await fixture.register(1, in: store)
            func withdraw(_ purpose: ConsentText.Purpose) async throws -> WithdrawalOutcome {
                try await store.withdraw(
                    Withdrawal(
                        contestant: one.key,
                        contest: "c",
                        purpose: purpose,
                        request: request("w", .erasure, one, fixture, store)
                    )
                )
            }
            #expect(try await withdraw(.contact) == .notGiven)
            guard case .requested(let first) = try await withdraw(.participation) else {
                Issue.record("no request")
                return
            }
            #expect(try await withdraw(.participation) == .requested(first), "13 times the same")
            let record = try #require(try await store.record(of: one.key))
            #expect(record.consents.first?.withdrawnAt != nil && record.requests.map(\.number) == [first.number])
        }
    }

    @Test func erasureLeavesMarksAndNoBytes() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let contest = Self.closing
        try await fixture.running(contest: contest) { store in
            let one = try await fixture.register(1, in: store)
            let two = try await fixture.register(2, in: store)
            for contestant in [one, two] {
                let attempt = try await fixture.started(contestant, "a\(contestant.key)", in: store)
                #expect(
                    try await store.erase(
                        Erasure(person: contestant.id, contest: "c", isForced: false, reason: "x", request: nil),
                        by: "an"
                    ) == .attemptOpen
                )
                _ = try await store.submit(attempt.id, of: contestant.key)
            }
            _ = try await store.exclude(
                one.id,
                of: "c",
                as: NewExclusion(kind: .staff, reason: "Người 1 là thư ký"),
                by: "an"
            )
            let wish = try kept(try await store.add(request("Người 1", .erasure, one, fixture, store)))
            let before = try await store.board(
                BoardID(contest: "c", round: "r", group: "g"),
                unit: nil,
                asOf: nil,
                from: 0,
                limit: 10
            )
            let wrong = Erasure(person: two.id, contest: "c", isForced: false, reason: "x", request: wish.number)
            #expect(try await store.erase(wrong, by: "an") == .wrongRequest)
            let erasure = Erasure(
                person: one.id,
                contest: "c",
                isForced: false,
                reason: "Rút lui",
                request: wish.number
            )
            guard case .erased(let sessions) = try await store.erase(erasure, by: "an") else {
                Issue.record("not erased")
                return
            }
            #expect(sessions.count == 1)
            let after = try await store.board(
                BoardID(contest: "c", round: "r", group: "g"),
                unit: nil,
                asOf: nil,
                from: 0,
                limit: 10
            )
            #expect(after.total == before.total && after.lines.map(\.place) == before.lines.map(\.place))
            #expect(Set(after.lines.map(\.name)) == [ErasedPerson.name, two.displayName])
            let record = try #require(try await store.record(of: one.key))
            #expect(record.erasedAt != nil && record.phone == nil && record.birthYear == 0 && record.sessions.isEmpty)
            #expect(record.requests.first?.state == .done)
            // The same person may come anew: nothing of them is known.
            guard
                case .registered(let anew) = try await store.register(fixture.registration(1, in: store, request: 9))
            else {
                Issue.record("known")
                return
            }
            #expect(anew.key != one.key)
        }
        let disk = try bytes(of: fixture)
        #expect(disk.range(of: Data("Người 1 là".utf8)) == nil && disk.range(of: Data("Xin Người 1".utf8)) == nil)
        #expect(disk.range(of: Data("Người 2".utf8)) != nil)
    }

    @Test func aPersonIsCorrectedOnceAndNeverIntoAnother() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let one = try await fixture.register(1, in: store)
            let two = try await fixture.register(2, in: store)
            func correction(_ name: String, _ identity: String) -> PersonCorrection {
                PersonCorrection(
                    contestant: one.key,
                    contest: "c",
                    name: name,
                    displayName: name,
                    sortKey: Array(name.utf8),
                    birthYear: 1991,
                    unit: "u1",
                    phone: nil,
                    identityHash: fixture.cryptography.sha256(Array(identity.utf8)),
                    reason: "Theo CCCD"
                )
            }
            #expect(try await store.correct(correction("Lê An", "identity 2"), by: "an") == .identityTaken)
            #expect(try await store.record(of: one.key)?.name == "Người 1", "nothing was changed")
            #expect(try await store.correct(correction("Lê An", "identity 7"), by: "an") == .corrected)
            #expect(try await store.correct(correction("Lê An", "identity 7"), by: "an") == .unchanged)
            #expect(try await store.record(of: one.key)?.name == "Lê An")
            #expect(try await store.record(of: two.key)?.name == "Người 2")
        }
    }

    @Test func accessesAreKnownToThoseTheyConcern() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let one = try await fixture.register(1, in: store)
            let two = try await fixture.register(2, in: store)
            func access(_ kind: DataAccess.Kind, unit: String? = nil, people: [PublicID]? = nil) -> DataAccess {
                DataAccess(
                    kind: kind,
                    contest: "c",
                    unit: unit,
                    actor: "an",
                    role: "organizer",
                    purpose: "Kiểm tra",
                    people: people,
                    count: 1
                )
            }
            try await store.note(access(.search, people: [one.id]))
            try await store.note(access(.participation, unit: "u1"))
            #expect(try await store.record(of: one.id, as: access(.record, people: [one.id]))?.accesses.count == 3)
            #expect(try await store.record(of: two.key)?.accesses.map(\.kind) == ["participation"])
            #expect(try await store.record(of: fixture.id("nobody"), as: access(.record)) == nil)
            #expect(try await store.affected(by: access(.affected)).map(\.id) == [one.id, two.id])
            #expect(try await store.dataAccesses(of: "c", limit: 10).count == 4)
        }
    }

    @Test func whoPeopleAreGoesWhenTheDayHasCome() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let contest = Self.closing
        try await fixture.running(contest: contest) { store in
            for number in 1...45 { _ = try await fixture.register(number, in: store) }
            await store.eraseDue()
            #expect(try await store.retention(of: "c")?.kept == 45, "not yet")
            fixture.clock.advance(40 * 86_400_000)
            await store.eraseDue()
            let report = try #require(try await store.retention(of: "c"))
            #expect(report.kept == 0 && report.erased == 45 && report.erasedInAll == 45 && report.finishedAt != nil)
            let erased = try #require(try await store.record(of: 1))
            #expect(erased.exclusion != nil, "the results of the contest are not final")
        }
        let disk = try bytes(of: fixture)
        #expect(disk.range(of: Data("Người 3".utf8)) == nil)
    }
}
