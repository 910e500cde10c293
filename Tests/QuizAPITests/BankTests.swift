import Foundation
import HTTPTypes
import QuizAPI
import QuizCore
import QuizFormats
import Synchronization
import Testing

/// Banks over HTTP: who may take them, in which form, and that it is noted.
struct BankTests {
    /// What the store was told.
    private final class Notes: Sendable {
        let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
    }

    private static func grants(_ role: Grant.Role, contest: String? = nil, unit: String? = nil) -> StaffMember {
        StaffMember(key: 3, name: "an", grants: [Grant(role: role, contest: contest, unit: unit)])
    }

    private let notes = Notes()

    private func server(_ member: StaffMember? = grants(.organizer), other: Bank? = nil) throws -> TestServer {
        var store = StubStore(known: [Example.definition(Example.contest())])
        store.bankVersions =
            [Example.version(Example.bank(isPublic: false))] + (other.map { [Example.version($0)] } ?? [])
        store.onPrincipal = { _ in member.map { .staff($0) } }
        store.onKeep = { _, _ in }
        store.onReading = { [notes] version, format, actor in
            notes.lines.withLock { $0.append("\(actor) \(version.bank.id) \(format)") }
        }
        return try TestServer(store)
    }

    @Test(arguments: BankFormat.allCases.filter(\.isWritten))
    func everyFormatComesAsAFile(_ format: BankFormat) async throws {
        let reply = try await server().get("/api/v1/banks/b?format=\(format.rawValue)")
        #expect(reply.status == 200)
        #expect(reply.headers[.contentType] == format.mediaType)
        let name = "b.\(format.fileExtension)"
        #expect(reply.headers[.contentDisposition] == "attachment; filename=\"\(name)\"; filename*=UTF-8''\(name)")
        #expect(reply.headers[.cacheControl] == "no-store")
        #expect(reply.headers[.xContentTypeOptions] == "nosniff")
        #expect(reply.bytes == (try Example.bank(isPublic: false).written(as: format)).bytes)
        #expect(notes.all == ["an b \(format.rawValue)"])
    }

    @Test func whatIsOnlyReadIsNotWritten() async throws {
        let reply = try await server().get("/api/v1/banks/b?format=docx")
        #expect(reply.status == 422)
        #expect(notes.all.isEmpty)
    }

    @Test func whatAFormatCannotHoldIsToldBeforeAndNotNotedAsReading() async throws {
        let reply = try await server().get("/api/v1/banks/b?format=aiken&dryRun=true")
        #expect(reply.status == 200 && reply.headers[.contentDisposition] == nil)
        let notices = try #require(reply.json["notices"] as? [[String: String]])
        #expect(notices.count == 1 && notices.first?["messageEn"]?.contains("Aiken holds no ids") == true)
        #expect(reply.json["questions"] as? Int == 10)
        #expect(!reply.text.contains("Phương án"))
        #expect(notes.all.isEmpty)
    }

    @Test(
        arguments: [
            (grants(.admin), 200), (grants(.organizer), 200), (grants(.organizer, contest: "c"), 200),
            (grants(.admin, contest: "c"), 200), (grants(.organizer, contest: "khac"), 404), (grants(.auditor), 404),
            (grants(.organizer, unit: "u1"), 404), (grants(.coordinator, unit: "u1"), 404),
            (StaffMember(key: 1, name: "x", grants: []), 404), (nil, 401),
        ] as [(StaffMember?, Int)]
    )
    func theKeyIsForStaffOfAContestThatUsesIt(_ member: StaffMember?, _ status: Int) async throws {
        let server = try server(member)
        for path in ["b?format=yaml", "b?format=gift&dryRun=true"] {
            #expect(try await server.get("/api/v1/banks/\(path)").status == status)
        }
        #expect(notes.all.count == (status == 200 ? 1 : 0))
    }

    @Test func foreignAndAbsentAreAlike() async throws {
        let foreign = try await server(Self.grants(.organizer, contest: "khac")).get("/api/v1/banks/b")
        let absent = try await server(Self.grants(.organizer, contest: "khac")).get("/api/v1/banks/nothing")
        let version = try await server().get("/api/v1/banks/b?version=2")
        #expect([foreign, absent, version].allSatisfy { $0.status == 404 && $0.code == "not-found" })
        #expect(foreign.json["detail"] as? String == absent.json["detail"] as? String)
    }

    @Test func whatCannotBeNotedIsNotHandedOver() async throws {
        var store = StubStore(known: [Example.definition(Example.contest())])
        store.bankVersions = [Example.version(Example.bank())]
        store.onPrincipal = { _ in .staff(Self.grants(.admin)) }
        store.onKeep = { _, _ in }
        store.onReading = { (_, _, _) throws(StoreError) in throw .full }
        let reply = try await TestServer(store).get("/api/v1/banks/b")
        #expect(reply.status >= 500 && !reply.text.contains("Phương án"))
    }

    @Test func theListSaysWhoPinsAVersionAndWhoMayTakeIt() async throws {
        let own = Example.definition(Example.contest(), key: 1)
        let pinning = Definition(key: 1, contestKey: 1, contest: own.contest, pool: own.pool, pins: [1])
        var store = StubStore(known: [pinning])
        store.bankVersions = [Example.version(Example.bank())]
        store.onPrincipal = { _ in .staff(Self.grants(.auditor)) }
        store.onKeep = { _, _ in }
        let reply = try await TestServer(store).get("/api/v1/banks")
        let item = try #require((reply.json["items"] as? [[String: Any]])?.first)
        #expect(item["contests"] as? [String] == ["c"])
        #expect(item["mayExport"] as? Bool == false && item["questions"] as? Int == 10)
        #expect((item["digest"] as? String)?.count == 64 && item["importedAt"] != nil)
    }

    @Test(arguments: ["xlsx", "csv"]) func aTemplateIsAFile(_ format: String) async throws {
        let reply = try await server().get("/api/v1/banks/template?format=\(format)")
        #expect(reply.status == 200)
        let header =
            "attachment; filename=\"mau ngan hang cau hoi.\(format)\"; filename*=UTF-8''"
            + "M%E1%BA%ABu%20ng%C3%A2n%20h%C3%A0ng%20c%C3%A2u%20h%E1%BB%8Fi.\(format)"
        #expect(reply.headers[.contentDisposition] == header)
        #expect(reply.bytes.count > 200)
        #expect(try await server().get("/api/v1/banks/template?format=gift").status == 422)
        #expect(try await server().get("/api/v1/banks/template?language=fr").status == 422)
        #expect(try await server(Self.grants(.coordinator, unit: "u")).get("/api/v1/banks/template").status == 404)
        #expect(try await server(nil).get("/api/v1/banks/template").status == 401)
    }
}

/// Files that come in.
struct BankImportTests {
    private static let csv = """
        Mã,Chủ đề,Mức độ,Đối tượng,Câu hỏi,A,B,Đáp án
        q0,t,Dễ,g,Câu hỏi thứ nhất của bài này nói gì?,Một,Hai,A
        q99,t,Dễ,g,Câu hỏi khác hẳn,Ba,Bốn,A

        """

    private func server(
        _ grant: Grant = Grant(role: .organizer, contest: nil, unit: nil),
        stored: [Bank] = []
    ) throws -> TestServer {
        var store = StubStore(known: [Example.definition(Example.contest())])
        store.bankVersions = stored.map { Example.version($0) }
        store.onPrincipal = { _ in .staff(StaffMember(key: 3, name: "an", grants: [grant])) }
        store.onKeep = { _, _ in }
        return try TestServer(store)
    }

    private func post(
        _ server: TestServer,
        _ path: String,
        _ body: String,
        type: String = "text/csv"
    ) async throws
        -> TestServer.Reply
    {
        try await server.send(.post, "/api/v1/banks\(path)", body, headers: [.contentType: type])
    }

    private func copy(_ id: String, isPublic: Bool) throws -> Bank {
        var settings = ImportSettings()
        settings.bank = id
        settings.isPublic = isPublic
        return try CSVBank.read(Array(Self.csv.utf8), vocabulary: Example.vocabulary)
            .bank(settings, vocabulary: Example.vocabulary, by: TestCryptography())
    }

    @Test func aDryRunCountsEverything() async throws {
        let reply = try await post(
            server(stored: [Example.bank(), copy("khac", isPublic: true)]),
            "?format=csv&dryRun=true&bank=b",
            Self.csv
        )
        #expect(reply.status == 200)
        let counts = ["questions", "new", "changed", "same", "removed", "nearDuplicates", "faulty"]
            .map { reply.json[$0] as? Int }
        #expect(counts == [2, 1, 1, 0, 9, 2, 0])
        let notices = try #require(reply.json["notices"] as? [[String: Any]])
        #expect(notices.map { $0["kind"] as? String } == ["nearDuplicate", "nearDuplicate"])
        #expect(notices.map { $0["line"] as? Int } == [2, 3])
    }

    /// Else a bank could be felt out question by question by whoever may import.
    @Test func banksWhoseKeyTheyMayNotReadAreNotLookedInto() async throws {
        let grant = Grant(role: .organizer, contest: "c", unit: nil)
        for (isPublic, count) in [(false, 0), (true, 2)] {
            let server = try server(grant, stored: [copy("khac", isPublic: isPublic)])
            let reply = try await post(server, "?format=csv&dryRun=true&bank=moi", Self.csv)
            #expect(reply.json["nearDuplicates"] as? Int == count)
        }
    }

    @Test func faultsComeWithCountsOfTheRest() async throws {
        let reply = try await post(
            server(),
            "?format=csv&dryRun=true&bank=b",
            Self.csv.replacing("q99,t", with: "q99,")
        )
        #expect(reply.status == 422)
        let counts = try #require(reply.json["counts"] as? [String: Int])
        #expect(counts == ["questions": 2, "new": 1, "changed": 0, "same": 0, "nearDuplicates": 0, "faulty": 1])
        let faults = try #require(reply.json["faults"] as? [[String: Any]])
        #expect(faults.count == 1 && faults.first?["line"] as? Int == 3 && faults.first?["column"] as? Int == 2)
        #expect((faults.first?["message"] as? String)?.hasPrefix("câu này chưa có chủ đề: điền cột “Chủ đề”") == true)
    }

    @Test func aFileWithoutASoundQuestionIsToldAllTheSame() async throws {
        let all = Self.csv.replacing(",t,", with: ",khong-co,")
        let reply = try await post(server(), "?format=csv&dryRun=true&bank=b", all)
        #expect(reply.status == 422 && reply.json["counts"] as? [String: Int] == ["questions": 2, "faulty": 2])
        let yaml = "bank: b\ntitle: B\nlanguage: vi\nlicence: x\nquestions:\n  - id: a\n"
        let native = try await post(server(), "?dryRun=true", yaml, type: "application/yaml")
        #expect(native.status == 422 && native.json["counts"] as? [String: Int] == ["questions": 1, "faulty": 1])
    }

    @Test func unsupportedKindsAreLeftOutWhenAskedFor() async throws {
        let gift = "Viết {}\n\nHai? {=b ~c}\n"
        let query = "?format=gift&dryRun=true&bank=b&topic=t&difficulty=easy&groups=g"
        let refused = try await post(server(), query, gift, type: "text/plain")
        let faults = try #require(refused.json["faults"] as? [[String: Any]])
        #expect(refused.status == 422 && faults.map { $0["isUnsupportedKind"] as? Bool } == [true])
        let taken = try await post(server(), query + "&skip=unsupported", gift, type: "text/plain")
        #expect(taken.status == 200 && taken.json["questions"] as? Int == 1)
        let notices = try #require(taken.json["notices"] as? [[String: Any]])
        #expect(notices.map { $0["kind"] as? String } == ["leftOut"])
    }

    @Test func faultyRowsComeAsAWorkbook() async throws {
        let faulty = Self.csv.replacing("q99,t", with: "q99,")
        let reply = try await post(server(), "/faults?format=csv&file=%C4%90%E1%BB%81%20%221%22.csv", faulty)
        #expect(reply.status == 200)
        #expect(reply.headers[.contentType] == BankFormat.xlsx.mediaType)
        #expect(
            reply.headers[.contentDisposition]
                == "attachment; filename=\"de -1- - loi.xlsx\"; filename*=UTF-8''%C4%90%E1%BB%81%20-1-%20-%20l%E1%BB%97i.xlsx"
        )
        #expect(reply.bytes.starts(with: "PK".utf8))
        let read = XLSXBank.read(reply.bytes, vocabulary: Example.vocabulary)
        #expect(read.questions.count == 1 && read.id == "de-1")
        let all = try await post(server(), "/faults?format=csv&rows=all&language=en", faulty)
        #expect(XLSXBank.read(all.bytes, vocabulary: Example.vocabulary).questions.count == 2)
    }

    @Test func faultsAreForThoseWhoMayImport() async throws {
        let auditor = Grant(role: .auditor, contest: nil, unit: nil)
        #expect(try await post(server(auditor), "/faults?format=csv", Self.csv).status == 404)
        #expect(try await post(server(), "/faults?format=csv&rows=some", Self.csv).status == 422)
        #expect(try await post(server(), "/faults?format=csv", Self.csv, type: "image/png").status == 415)
    }
}
