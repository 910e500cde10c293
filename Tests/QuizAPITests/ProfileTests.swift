import HTTPTypes
import QuizCore
import Synchronization
import Testing

/// Data that are corrected over HTTP, and who may.
struct ProfileTests {
    private final class Seen: Sendable {
        let change = Mutex<ProfileChange?>(nil)
    }

    private func server(
        _ principal: Principal?,
        locked: Bool = false,
        rosterOnly: Bool = false,
        idNumber: Bool = false,
        seen: Seen = Seen(),
        outcome: ProfileOutcome? = nil
    ) throws -> (server: TestServer, person: Contestant) {
        let person = try #require(Example.contestant())
        var store = StubStore(known: [Example.definition(Example.contest(rosterOnly: rosterOnly, idNumber: idNumber))])
        store.onPrincipal = { _ in principal ?? .contestant(person) }
        store.onKeep = { _, _ in }
        store.onUnit = { $0 == "u1" ? Example.unit : nil }
        store.profiles.profile = Profile(
            contestant: person,
            birthYear: 1990,
            position: "staff",
            phone: idNumber ? nil : "0912345678",
            consents: ["participation"],
            identityHash: [1],
            isLocked: locked
        )
        store.profiles.onChange = { change in
            seen.change.withLock { $0 = change }
            return outcome ?? .changed(person)
        }
        store.profiles.onAllow = { words in words.hasSuffix("by an") }
        return (try TestServer(store), person)
    }

    private func staff(_ role: Grant.Role = .organizer, contest: String? = "c") -> Principal {
        .staff(StaffMember(key: 3, name: "an", grants: [Grant(role: role, contest: contest, unit: nil)]))
    }

    @Test func onlyWhatIsSentChanges() async throws {
        let seen = Seen()
        let (server, person) = try server(nil, seen: seen)
        let reply = try await server.send(.patch, "/api/v1/contests/c/me", #"{"name":"Trần  Bình","position":""}"#)
        #expect(reply.status == 200)
        let change = try #require(seen.change.withLock { $0 })
        #expect(change.checked.name.text == "Trần Bình" && change.form.position == nil)
        #expect(change.checked.phone?.digits == "0912345678" && change.form.unit == person.unitCode)
        let words = change.words
        #expect(words.count == 2 && words[1] == "position: “staff” → “”")
    }

    /// The number is kept as a hash, which stays what makes the person one.
    @Test func whoGaveAnIDNumberIsNotAskedAgain() async throws {
        let seen = Seen()
        let (server, _) = try server(nil, idNumber: true, seen: seen)
        let reply = try await server.send(.patch, "/api/v1/contests/c/me", #"{"name":"Trần Bình"}"#)
        #expect(reply.status == 200)
        #expect(seen.change.withLock { $0?.identityHash } == [1])
    }

    @Test func afterTheFirstSubmissionItIsLocked() async throws {
        let reply = try await server(nil, locked: true).server.send(
            .patch,
            "/api/v1/contests/c/me",
            #"{"name":"Trần Bình"}"#
        )
        #expect(reply.status == 409 && reply.code == "profile-locked")
    }

    @Test(
        arguments: [(.locked, "profile-locked"), (.identityTaken, "identity-taken"), (.outdated, "profile-outdated")]
            as [(ProfileOutcome, String)]
    )
    func theStoreRefuses(_ outcome: ProfileOutcome, _ code: String) async throws {
        let reply = try await server(nil, outcome: outcome).server.send(
            .patch,
            "/api/v1/contests/c/me",
            #"{"phone":"0987654321"}"#
        )
        #expect(reply.status == 409 && reply.code == code)
    }

    @Test func faultsAreToldByField() async throws {
        let reply = try await server(nil).server.send(
            .patch,
            "/api/v1/contests/c/me",
            #"{"name":"1","unit":"nowhere","phone":"12"}"#
        )
        let faults = try #require(reply.json["faults"] as? [[String: String]])
        #expect(Set(faults.compactMap { $0["field"] }) == ["name", "unit", "phone"])
        let unknown = try await server(nil).server.send(.patch, "/api/v1/contests/c/me", #"{"group":"g"}"#)
        #expect(unknown.code == "unknown-field")
    }

    @Test func peopleOfARosterKeepItsNames() async throws {
        let (server, _) = try server(nil, rosterOnly: true)
        let name = try await server.send(.patch, "/api/v1/contests/c/me", #"{"name":"Trần Bình"}"#)
        #expect(name.code == "profile-locked")
        let phone = try await server.send(.patch, "/api/v1/contests/c/me", #"{"phone":"0987654321"}"#)
        #expect(phone.status == 200)
    }

    @Test(arguments: [#"{"minutes":0,"reason":"x"}"#, #"{"minutes":5,"percent":5,"reason":"x"}"#, #"{"reason":"x"}"#])
    func moreTimeIsOneSoundAmount(_ body: String) async throws {
        let (server, person) = try server(staff())
        let path = "/api/v1/contests/c/contestants/\(person.id.hex)/time-allowance"
        #expect(try await server.send(.put, path, body).code == "invalid")
        #expect(try await server.send(.put, path, #"{"percent":50,"reason":"x"}"#).status == 200)
        #expect(try await server.send(.delete, path, "").status == 200)
    }

    @Test(
        arguments: [(Grant.Role.coordinator, "c"), (.auditor, "c"), (.organizer, "other")] as [(Grant.Role, String)]
    )
    func othersReadAndChangeNothing(_ role: Grant.Role, _ contest: String) async throws {
        let (server, person) = try server(staff(role, contest: contest))
        let path = "/api/v1/contests/c/contestants/\(person.id.hex)"
        let replies = [
            try await server.get(path + "/time-allowance"),
            try await server.send(.put, path + "/time-allowance", #"{"minutes":5,"reason":"x"}"#),
            try await server.send(.delete, path + "/time-allowance", ""),
        ]
        #expect(replies.map(\.status) == [404, 404, 404])
    }
}
