import HTTPTypes
import QuizAPI
import QuizCore
import Synchronization
import Testing

struct RegistrationTests {
    private final class Register: Sendable {
        let last = Mutex<Registration?>(nil)
        let outcome: RegistrationOutcome

        init(_ outcome: RegistrationOutcome) {
            self.outcome = outcome
        }
    }

    private func server(_ register: Register, _ contest: Contest = Example.contest()) throws -> TestServer {
        var store = StubStore()
        store.known = [Example.definition(contest)]
        store.onUnit = { code in
            switch code {
            case "u1": Example.unit
            case "other": Unit(code: "other", title: "Khác", type: "v", parent: nil)
            case Unit.other: Unit(code: Unit.other, title: "Khác", type: Unit.other, parent: nil)
            default: nil
            }
        }
        store.onRegister = { registration in
            register.last.withLock { $0 = registration }
            return register.outcome
        }
        return try TestServer(store)
    }

    private func registered() throws -> Register {
        Register(.registered(try #require(Example.contestant())))
    }

    private func send(_ server: TestServer, _ fields: String) async throws -> TestServer.Reply {
        try await server.send(.post, "/api/v1/contests/c/registrations", "{\(fields)}", signedIn: false)
    }

    private static let good =
        #""name":"Nguyễn  Thị Minh Khai","group":"g","unit":"u1","birthYear":1990,"phone":"+84 912 345 678","#
        + #""consents":["participation"]"#
    private static let key = #","requestKey":"0102030405060708090a0b0c0d0e0f10""#

    @Test func anAdultRegisters() async throws {
        let register = try registered()
        let reply = try await send(server(register), Self.good)
        #expect(reply.status == 201)
        let registration = try #require(register.last.withLock { $0 })
        #expect(registration.name == "Nguyễn Thị Minh Khai")
        #expect(registration.displayName == "Khai N.T.M.")
        #expect(registration.phone == "0912345678")
        #expect(registration.consents.map(\.purpose) == [.participation])
        let code = try #require(reply.json["entryCode"] as? String)
        let letters = try #require(EntryCode(code)).letters
        // I9: hashes only.
        #expect(registration.entryCodeHash == TestCryptography().sha256(Array(letters.utf8)))
        let cookie = try #require(reply.headers[.setCookie])
        let token = cookie.dropFirst("__Host-quiz=".count).prefix(43)
        #expect(registration.session.hash == TestCryptography().sha256(Array(token.utf8)))
        #expect(reply.text.contains(#""unit":{"code":"u1","title":"Xã Một"}"#))
    }

    /// I5: the same key gives the same code and the same session.
    @Test func aRepetitionGivesTheSameReply() async throws {
        let server = try server(registered())
        let first = try await send(server, Self.good + Self.key)
        let second = try await send(server, Self.good + Self.key)
        #expect(first.text == second.text)
        #expect(first.headers[.setCookie] == second.headers[.setCookie])
        let other = try await send(server, Self.good)
        #expect(other.json["entryCode"] as? String != first.json["entryCode"] as? String)
    }

    @Test(
        arguments: [(.identityTaken, 409, "identity-taken"), (.requestKeyReused, 422, "request-key-reused")]
            as [(RegistrationOutcome, Int, String)]
    )
    func theStoreRefuses(_ outcome: RegistrationOutcome, _ status: Int, _ code: String) async throws {
        let reply = try await send(server(Register(outcome)), Self.good)
        #expect(reply.status == status)
        #expect(reply.code == code)
        #expect(reply.headers[.setCookie] == nil)
    }

    @Test func onePersonHasOneIdentityHoweverThePhoneIsWritten() async throws {
        let register = try registered()
        let server = try server(register)
        var hashes: Set<[UInt8]> = []
        for phone in ["0912345678", "84912345678", "0912.345.678"] {
            let body = Self.good.replacing("+84 912 345 678", with: phone)
            #expect(try await send(server, body).status == 201)
            hashes.insert(try #require(register.last.withLock { $0 }).identityHash)
        }
        #expect(hashes.count == 1)
    }

    @Test func allFaultsComeAtOnce() async throws {
        let body =
            #""name":"A1","group":"x","unit":"nowhere","birthYear":20,"position":"king","phone":"12","consents":["x"]"#
        let reply = try await send(server(registered()), body)
        #expect(reply.code == "invalid")
        let faults = try #require(reply.json["faults"] as? [[String: String]])
        let fields = Set(faults.compactMap { $0["field"] })
        #expect(fields == ["name", "group", "unit", "birthYear", "position", "phone", "consents"])
        for fault in faults { #expect(fault["message"] != fault["messageEn"]) }
    }

    @Test func anEmptyFormIsAllFaults() async throws {
        let reply = try await send(server(registered()), "")
        let faults = try #require(reply.json["faults"] as? [[String: String]])
        #expect(Set(faults.compactMap { $0["field"] }).isSuperset(of: ["name", "group", "unit", "birthYear"]))
    }

    /// No number that somebody types may end the process.
    @Test(arguments: ["-9223372036854775808", "9223372036854775807", "0", "-1", "3000"])
    func anyYearIsSurvived(_ year: String) async throws {
        let reply = try await send(server(registered()), Self.good.replacing("1990", with: year))
        #expect(reply.code == "invalid")
        #expect(reply.text.contains("birthYear"))
    }

    /// I15.
    @Test func aChildNeedsAGuardianAndNoPhone() async throws {
        let server = try server(registered())
        let child = Self.good.replacing("1990", with: "2010")
        let refused = try await send(server, child)
        let faults = try #require(refused.json["faults"] as? [[String: String]])
        #expect(Set(faults.compactMap { $0["field"] }) == ["phone", "consents"])
        let register = try registered()
        let accepted = try await send(
            self.server(register),
            child.replacing(#""phone":"+84 912 345 678","#, with: "")
                .replacing(#"["participation"]"#, with: #"["guardian","participation","publishName"]"#)
        )
        #expect(accepted.status == 201)
        let registration = try #require(register.last.withLock { $0 })
        #expect(registration.displayName == "Khai N.T.M.")
        #expect(registration.phone == nil)
    }

    @Test func whoIsOldEnoughMayBeNamed() async throws {
        let register = try registered()
        let body = Self.good.replacing(#"["participation"]"#, with: #"["participation","publishName"]"#)
        #expect(try await send(server(register), body).status == 201)
        #expect(register.last.withLock { $0 }?.displayName == "Nguyễn Thị Minh Khai")
    }

    @Test func aUnitOfAnotherTypeIsRefused() async throws {
        let reply = try await send(server(registered()), Self.good.replacing("u1", with: "other"))
        #expect(reply.text.contains(#""field":"unit""#))
    }

    @Test func aUnitThatTheRegisterLacksIsWrittenDown() async throws {
        let register = try registered()
        let other = Self.good.replacing(#""unit":"u1""#, with: #""unit":"khac","otherUnit":"Công ty  Một""#)
        #expect(try await send(server(register), other).text.contains(#""field":"unit""#))
        let server = try server(register, Example.contest(otherUnits: true))
        #expect(try await send(server, other).status == 201)
        #expect(register.last.withLock { $0 }?.otherUnit == "Công ty Một")
        let without = try await send(server, Self.good.replacing("u1", with: "khac"))
        #expect(without.text.contains(#""field":"otherUnit""#))
    }

    @Test func aGroupByRosterTakesNobodyElse() async throws {
        let reply = try await send(server(registered(), Example.contest(rosterOnly: true)), Self.good)
        #expect(reply.text.contains(#""field":"group""#))
    }
}
