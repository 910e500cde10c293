import Foundation
import Logging
import QuizServer
import Testing

@Suite struct FolderCheckTests {
    let path = FileManager.default.temporaryDirectory.appending(path: "doctor-\(UUID().uuidString)").path

    private func levels(_ folder: DataFolder) -> [String: CheckResult.Level] {
        let results = FolderChecks(folder: folder).all()
        return Dictionary(results.map { ($0.check, $0.level) }, uniquingKeysWith: { first, _ in first })
    }

    private func allow(_ mode: Int, _ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    @Test func eachFaultOfAFolderIsFoundAndGoesAgain() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = try DataFolder(path: path)
        _ = try folder.serverKey()
        let healthy = levels(folder)
        #expect(healthy.filter { $0.key != "disk-space" }.values.allSatisfy { $0 == .ok })
        #expect(!FileManager.default.fileExists(atPath: path + "/probe"))

        try allow(0o755, path)
        try allow(0o640, folder.keys + "/server.key")
        #expect(levels(folder)["folder"] == .warning)
        #expect(levels(folder)["keys"] == .error)
        try allow(0o700, path)
        try allow(0o600, folder.keys + "/server.key")

        try FileManager.default.createDirectory(atPath: path + "/restoring", withIntermediateDirectories: true)
        #expect(levels(folder)["restore"] == .error)
        try Data().write(to: URL(fileURLWithPath: folder.database))
        #expect(levels(folder)["restore"] == .ok)

        let right = KeyCheck.of(try folder.serverKey(), named: "server")
        let file = folder.keys + "/lost-keys"
        try folder.write("server \(right)\n", to: file)
        #expect(levels(folder)["lost-keys"] == .ok)
        try folder.write("server \(right)\ncontest-c \(right)\n", to: file)
        #expect(levels(folder)["lost-keys"] == .warning)
    }

    @Test func anErrorStopsAStartUnlessItIsAccepted() throws {
        let error = CheckResult.fault("clock", .error, vi: "v", en: "e", remedy: ("rv", "re"))
        let warning = CheckResult.fault("folder", .warning, vi: "v", en: "e", remedy: ("rv", "re"))
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        #expect(throws: Refusal.self) { try StartCheck(accepted: [], logger: logger).pass([warning, error]) }
        try StartCheck(accepted: ["clock"], logger: logger).pass([warning, error])
        try StartCheck(accepted: [], logger: logger).pass([warning])
    }

    @Test func theReportIsJSONAndTellsByItsExitCode() throws {
        let results = SystemChecks.all()
        let reply = DoctorReport(results: results).reply(json: true)
        let list = try #require(try JSONSerialization.jsonObject(with: reply.output) as? [[String: Any]])
        #expect(list.compactMap { $0["check"] as? String } == results.map(\.check))
        let error = CheckResult.fault("clock", .error, vi: "v", en: "e", remedy: ("rv", "re"))
        #expect(DoctorReport(results: [error]).reply(json: false).exitCode == 1)
        #expect(DoctorReport(results: []).reply(json: false).exitCode == 0)
    }
}
