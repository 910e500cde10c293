import HTTPTypes
import QuizAPI
import QuizCore
import Synchronization
import Testing

struct PrivacyTests {
    private static let base = "/api/v1/contests/c"
    private static let person = "07070707070707070707070707070707"

    private func record(birthYear: Int = 1990) throws -> PersonRecord {
        PersonRecord(
            key: 7,
            id: try #require(Example.id(7)),
            contest: "c",
            name: "Nguyễn Văn An",
            displayName: "An N.V.",
            group: "g",
            unitCode: "u1",
            unitTitle: "Xã Một",
            isUnitConfirmed: false,
            birthYear: birthYear,
            position: nil,
            phone: "0912345678",
            hasIDNumber: true,
            registeredAt: Timestamp(milliseconds: TestClock.start),
            erasedAt: nil
        )
    }

    private func server(
        as principal: Principal?,
        _ contest: Contest = Example.contest(),
        _ change: (inout StubStore) -> Void = { _ in }
    ) throws -> (TestServer, PrivacyHandlers.Notes) {
        var store = StubStore()
        store.known = [Example.definition(contest)]
        store.onPrincipal = { _ in principal }
        store.onUnit = { $0 == "u1" ? Example.unit : nil }
        store.onKeep = { _, _ in }
        store.onAttempts = { _ in [] }
        store.privacy.record = try record()
        change(&store)
        return (try TestServer(store), store.privacy.notes)
    }

    private func contestant() throws -> Principal { .contestant(try #require(Example.contestant())) }

    private func staff(_ role: Grant.Role = .organizer, contest: String? = nil) -> Principal {
        .staff(StaffMember(key: 1, name: "an", grants: [Grant(role: role, contest: contest, unit: nil)]))
    }

    @Test func ownDataHoldsAllThatIsKeptAndNoHash() async throws {
        let (server, _) = try server(as: contestant())
        let reply = try await server.get(Self.base + "/me/data")
        #expect(reply.status == 200)
        let person = try #require(reply.json["person"] as? [String: Any])
        #expect(person["phone"] as? String == "0912345678" && person["hasIdNumber"] as? Bool == true)
        #expect(reply.headers[.contentDisposition] == nil)
        let file = try await server.get(Self.base + "/me/data?download=1")
        #expect(file.headers[.contentDisposition]?.contains("attachment") == true)
        let (nobody, _) = try self.server(as: nil)
        #expect(try await nobody.get(Self.base + "/me/data").status == 401)
        let other = Principal.contestant(try #require(Example.contestant(in: "d")))
        let (foreign, _) = try self.server(as: other)
        #expect(try await foreign.get(Self.base + "/me/data").status == 404)
    }

    @Test func aRequestIsTheSameHoweverOftenItIsSent() async throws {
        let ids = Mutex<[PublicID]>([])
        let (server, _) = try server(as: contestant()) { store in
            store.privacy.onRequest = { new in
                ids.withLock { $0.append(new.id) }
                return .tooMany
            }
        }
        let body = #"{"requestKey":"0102030405060708090a0b0c0d0e0f10","kind":"access"}"#
        for _ in 0..<3 { #expect(try await server.send(.post, Self.base + "/me/requests", body).status == 409) }
        #expect(Set(ids.withLock { $0 }).count == 1)
        for bad in [#"{"kind":"all"}"#, #"{"kind":"correction"}"#, #"{"kind":"access","wish":"\u0000"}"#] {
            #expect(
                [400, 422].contains(try await server.send(.post, Self.base + "/me/requests", bad).status),
                "\(bad)"
            )
        }
    }

    @Test func withdrawingWhatDoesNotExistIsNotFound() async throws {
        let (server, _) = try server(as: contestant()) { store in
            store.privacy.onWithdraw = { $0.purpose == .contact ? .withdrawn : .notGiven }
        }
        #expect(try await server.send(.delete, Self.base + "/me/consents/contact").status == 200)
        #expect(try await server.send(.delete, Self.base + "/me/consents/guardian").status == 404)
        #expect(try await server.send(.delete, Self.base + "/me/consents/everything").status == 404)
    }

    @Test(arguments: [("organizer", true), ("admin", true), ("auditor", false), ("coordinator", false)])
    func recordsAreForThoseInCharge(_ role: String, _ mayRead: Bool) async throws {
        let role = try #require(Grant.Role(rawValue: role))
        let (server, notes) = try server(as: staff(role))
        let path = Self.base + "/contestants/\(Self.person)"
        let reply = try await server.get(path + "?purpose=Xem+don+thu")
        #expect(reply.status == (mayRead ? 200 : 404))
        #expect(notes.all.withLock { $0.map(\.purpose) } == (mayRead ? ["Xem don thu"] : []))
        if mayRead { #expect(try await server.get(path).code == "invalid", "without a purpose nothing is read") }
        let (foreign, _) = try self.server(as: staff(role, contest: "d"))
        #expect(try await foreign.get(path + "?purpose=Xem+don+thu").status == 404)
    }

    @Test func aCorrectionKeepsWhatIsNotNamed() async throws {
        let last = Mutex<PersonCorrection?>(nil)
        let (server, _) = try server(as: staff()) { store in
            store.privacy.onCorrect = { correction in
                last.withLock { $0 = correction }
                return .corrected
            }
        }
        let path = Self.base + "/contestants/\(Self.person)"
        #expect(try await server.send(.put, path, #"{"name":"Nguyễn Văn Ân","reason":"Sai dấu"}"#).status == 200)
        let first = try #require(last.withLock { $0 })
        #expect(first.name == "Nguyễn Văn Ân" && first.birthYear == 1990 && first.phone == "0912345678")
        #expect(first.displayName == "Ân N.V." && first.identityHash != nil)
        #expect(try await server.send(.put, path, #"{"birthYear":2012,"reason":"Nhầm"}"#).status == 200)
        #expect(last.withLock { $0 }?.phone == nil, "children have no phone (I15)")
        for bad in [
            #"{"name":"A1","reason":"x"}"#, #"{"birthYear":-9223372036854775808,"reason":"x"}"#,
            #"{"unit":"u9","reason":"x"}"#, #"{"phone":"12","reason":"x"}"#, #"{"name":"Lê An"}"#,
        ] {
            #expect(try await server.send(.put, path, bad).code == "invalid", "\(bad)")
        }
    }

    @Test func theReasonOfAnErasureNamesNobody() async throws {
        let forced = Mutex<[Bool]>([])
        let (server, _) = try server(as: staff()) { store in
            store.privacy.onErase = { erasure in
                forced.withLock { $0.append(erasure.isForced) }
                return erasure.isForced ? .erased(sessions: []) : .prizeUnsettled
            }
        }
        let path = Self.base + "/contestants/\(Self.person)/erasure"
        #expect(try await server.send(.post, path, #"{"reason":"nguyen van an xin"}"#).code == "invalid")
        #expect(try await server.send(.post, path, #"{"reason":"Đơn số 3"}"#).code == "prize-unsettled")
        #expect(try await server.send(.post, path, #"{"reason":"Đơn số 3","force":true}"#).status == 200)
        #expect(forced.withLock { $0 } == [false, true])
    }

    @Test func theListOfAllNeedsAPurposeAndHasNoFormulas() async throws {
        var person = try record()
        person.exclusion = nil
        let people = [person]
        let (server, notes) = try server(as: staff()) { $0.privacy.affected = people }
        #expect(try await server.get(Self.base + "/affected").code == "invalid")
        let reply = try await server.get(Self.base + "/affected?purpose=Bao+su+co")
        #expect(reply.status == 200 && reply.text.contains("Nguyễn Văn An") && reply.text.contains("0912345678"))
        #expect(notes.all.withLock { $0.map(\.kind) } == [.affected])
    }

    // MARK: Proof of work

    private static let registration =
        #""name":"Trần An","group":"g","unit":"u1","birthYear":1990,"phone":"0912345678","consents":["participation"]"#

    private func contest(_ proof: Int?) -> Contest {
        let plain = Example.contest()
        return Contest(
            id: plain.id,
            mode: plain.mode,
            acceptsPublicBank: true,
            title: plain.title,
            banks: plain.banks,
            rounds: plain.rounds,
            rules: plain.rules,
            groups: plain.groups,
            prediction: nil,
            registration: RegistrationRules(fields: .init(phone: .required), proofOfWork: proof)
        )
    }

    private func solution(_ reply: TestServer.Reply) throws -> String {
        let text = try #require(reply.json["challenge"] as? String)
        let id = try #require((reply.json["id"] as? String).flatMap { PublicID(hex: $0) })
        let bits = try #require(reply.json["bits"] as? Int)
        let nonces = (0..<UInt8(Challenge.parts)).map { part in
            var nonce: UInt32 = 0
            func hash() -> UInt8 {
                let bytes = (0..<4).map { UInt8(truncatingIfNeeded: nonce >> UInt32(24 - $0 * 8)) }
                return TestCryptography().sha256(id.bytes + [0, 0, 0, part] + bytes)[0]
            }
            while hash() >> UInt8(8 - bits) != 0 { nonce += 1 }
            return String(nonce)
        }
        return text + ":" + nonces.joined(separator: ",")
    }

    @Test func oneSolutionLetsOneRegistrationIn() async throws {
        let contestant = try #require(Example.contestant())
        let (server, _) = try server(as: nil, contest(8)) { $0.onRegister = { _ in .registered(contestant) } }
        func send(_ more: String) async throws -> TestServer.Reply {
            try await server.send(.post, Self.base + "/registrations", "{\(Self.registration)\(more)}", signedIn: false)
        }
        #expect(try await send("").code == "proof-needed")
        #expect(try await send(#","proof":"nonsense""#).code == "proof-wrong")
        let proof = try solution(try await server.get(Self.base + "/challenge", signedIn: false))
        let one = #","requestKey":"0102030405060708090a0b0c0d0e0f10","proof":"\#(proof)""#
        for _ in 0..<3 { #expect(try await send(one).status == 201, "the same registration again (I5)") }
        let two = #","requestKey":"0102030405060708090a0b0c0d0e0f11","proof":"\#(proof)""#
        #expect(try await send(two).code == "proof-used")
        let other = try solution(try await server.get(Self.base + "/challenge", signedIn: false))
        server.clock.advance(Challenge.lifetime)
        #expect(try await send(#","proof":"\#(other)""#).code == "proof-expired")
    }

    @Test func withoutARuleThereIsNoChallenge() async throws {
        let (server, _) = try server(as: nil, contest(nil))
        #expect(try await server.get(Self.base + "/challenge", signedIn: false).status == 404)
    }

    @Test func whatWasShownMustBeWhatIsKept() async throws {
        let contestant = try #require(Example.contestant())
        let (server, _) = try server(as: nil) { $0.onRegister = { _ in .registered(contestant) } }
        let shown = try await server.get(Self.base, signedIn: false)
        let texts = try #require(shown.json["consentTexts"] as? String)
        let path = Self.base + "/registrations"
        func send(_ texts: String) async throws -> TestServer.Reply {
            try await server.send(.post, path, #"{\#(Self.registration),"consentTexts":"\#(texts)"}"#, signedIn: false)
        }
        #expect(try await send(texts).status == 201)
        #expect(try await send("0000").text.contains(#""field":"consents""#))
        let consents = try #require(shown.json["consents"] as? [[String: Any]])
        for consent in consents {
            let text = try #require(consent["text"] as? String)
            #expect(consent["sha256"] as? String == TestCryptography().sha256(Array(text.utf8)).hex)
        }
    }
}
