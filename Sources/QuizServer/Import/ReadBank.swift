import ArgumentParser
import Foundation
import QuizCore
import QuizFormats

/// The other side of ``BankReadingProcess``: reads one file from its input within limits, and writes a report.
struct ReadBank: ParsableCommand {
    static let name = "read-bank"
    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Reads a bank from standard input within limits; what imports run.",
        shouldDisplay: false
    )

    /// Unit: bytes that are written to; with some 30 MiB of the program and its libraries that is 256 MiB.
    private static let memory: rlim_t = 224 << 20
    /// Unit: bytes of addresses; most of them are libraries, and room that glibc sets aside for threads.
    private static let addresses: rlim_t = 1 << 30
    /// Unit: seconds.
    private static let processor: rlim_t = 10

    @Option(help: "The format of the file.") var format: String
    @Option(help: "The folder with vocabulary.yaml.") var banks = "QuestionBanks"
    @Option(help: "What the file leaves open, as JSON.") var settings: String

    func run() throws {
        guard let format = BankFormat(rawValue: format) else { throw ValidationError("unknown format") }
        let settings = try JSONDecoder().decode(ImportSettings.self, from: Data(settings.utf8))
        let vocabulary = try SourceFile.vocabulary(in: banks)
        Self.limit()
        let file = try Self.input()
        let report = BankReport(file, format, settings, vocabulary: vocabulary, by: SystemCryptography())
        try report.send { try FileHandle.standardOutput.write(contentsOf: $0) }
        // At once: to go on to the main thread may take one thread more, and where the limits leave no room for it libdispatch
        // sleeps for seconds.
        Foundation.exit(0)
    }

    /// By itself, so that nothing else of it stays in memory.
    static func input() throws -> [UInt8] {
        Array(try FileHandle.standardInput.readToEnd() ?? Data())
    }

    /// No more memory and time than any honest file needs, and no file to write (design: limits of imports).
    static func limit() {
        func set(_ resource: __rlimit_resource, _ value: rlim_t) {
            var limit = rlimit(rlim_cur: value, rlim_max: value)
            _ = unsafe setrlimit(Int32(resource.rawValue), &limit)
        }
        set(RLIMIT_DATA, memory)
        set(RLIMIT_AS, addresses)
        set(RLIMIT_CPU, processor)
        set(RLIMIT_CORE, 0)
        set(RLIMIT_FSIZE, 0)
    }
}
