import Foundation
import QuizAPI
import QuizCore
import QuizFormats
import QuizStore

/// Has files from outside read by a process of their own, so that a hostile one costs an import and never the contest.
///
/// One at a time: what waits is a person at a desk, and the contest has the machine.
actor BankReadingProcess {
    private let executor = QueueExecutor(label: "quiz.import")
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    /// The folder with vocabulary.yaml.
    private let banks: String

    init(banks: String) {
        self.banks = banks
    }

    /// Reads a file in a child with the limits of ``ReadBank``.
    ///
    /// - Returns: What it says; where the child did not live to say anything, one fault that says so.
    func report(_ file: [UInt8], _ format: BankFormat, _ settings: ImportSettings) throws -> BankReport {
        let arguments = [
            ReadBank.name, "--format", format.rawValue, "--banks", banks,
            "--settings", String(decoding: try JSONEncoder().encode(settings), as: UTF8.self),
        ]
        guard let reply = try Self.reply(to: file, arguments) else { return .tooMuch }
        return try BankReport(received: reply)
    }

    /// Reads a list of people in the same way.
    func roster(_ file: [UInt8]) throws -> RosterTable {
        guard let reply = try Self.reply(to: file, [ReadRoster.name]) else {
            var table = RosterTable()
            table.faults = BankReport.tooMuch.faults.map { RosterLine(row: 0, column: 0, $0.fault.message) }
            return table
        }
        return try RosterTable(received: Array(reply))
    }

    /// What a child writes that gets the file as its input; `nil` if it did not live to its end.
    private static func reply(to file: [UInt8], _ arguments: [String]) throws -> Data? {
        let process = Process()
        process.executableURL = URL(
            filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        )
        process.arguments = arguments
        // Nothing of ours: secrets may stand there.
        process.environment = ProcessInfo.processInfo.environment.filter { $0.key == "LD_LIBRARY_PATH" }
        let input = try unnamed(file)
        defer { try? input.close() }
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let reply = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0, process.terminationReason == .exit else { return nil }
        return reply
    }

    /// A file without a name that holds the bytes, at its beginning: a pipe would end this process if the child ended first.
    private static func unnamed(_ bytes: [UInt8]) throws -> FileHandle {
        let path = FileManager.default.temporaryDirectory.path + "/quiz-import-" + UUID().uuidString
        _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard let file = FileHandle(forUpdatingAtPath: path) else { throw CocoaError(.fileWriteUnknown) }
        try file.write(contentsOf: Data(bytes))
        try file.seek(toOffset: 0)
        return file
    }
}

extension BankReport {
    /// What is told of a file whose reader was ended by its limits, or ended itself.
    static let tooMuch = BankReport(
        fault: Message(
            vi:
                "tệp quá lớn hoặc quá phức tạp để đọc; hãy chia nhỏ tệp hoặc lưu lại bằng chương trình khác",
            en: "the file is too large or too complex to be read; split it, or save it anew with another program"
        )
    )
}
