import ArgumentParser
import Foundation
import OpenSSL
import QuizCore

struct ContestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contest",
        abstract: "Contest definitions.",
        subcommands: [Check.self, Apply.self, List.self, Simulate.self, Statistics.self, Prizes.self, Retention.self]
    )

    /// Bank files beside a definition.
    struct Files: ParsableArguments {
        @Argument(help: "A contest file.") var file: String
        @Option(help: "The folder with vocabulary.yaml and the bank files.") var banks = "QuestionBanks"

        /// Reads the definition and its banks; prints faults and stops at any.
        func load() throws -> (contest: Contest, banks: [Bank]) {
            let vocabulary = try SourceFile.vocabulary(in: banks)
            do throws(Faults) {
                guard let source = try? SourceFile.read(file) else {
                    throw Faults([
                        Fault(
                            line: 0,
                            column: 0,
                            message: Message(vi: "không đọc được tệp", en: "the file cannot be read")
                        )
                    ])
                }
                let document = try ContestDocument(yaml: Array(source), vocabulary: vocabulary)
                let loaded = Self.banks(in: banks, vocabulary).filter { document.contest.banks.contains($0.id) }
                let faults = document.feasibilityFaults(banks: loaded, today: CalendarDay(of: SystemClock.now()))
                guard faults.isEmpty else { throw Faults(faults) }
                return (document.contest, loaded)
            } catch {
                SourceFile.report(error.faults, in: file)
                throw ExitCode(1)
            }
        }

        static func banks(in folder: String, _ vocabulary: Vocabulary) -> [Bank] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return names.sorted().filter { $0.hasSuffix(".yaml") && $0 != "vocabulary.yaml" }.compactMap { name in
                let path = "\(folder)/\(name)"
                guard let data = try? SourceFile.read(path), let files = try? BankFile.images(beside: path) else {
                    return nil
                }
                let images = ImageStock(files: files, by: SystemCryptography())
                return try? Bank(yaml: Array(data), vocabulary: vocabulary, images: images)
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Is the definition sound, and every section fillable? Looks at files only."
        )
        @OptionGroup var files: Files

        func run() throws {
            let (contest, _) = try files.load()
            for round in contest.rounds where round.isClosed(at: SystemClock.now()) {
                print(
                    "\(files.file): warning: "
                        + Message(vi: "đợt “\(round.id)” đã đóng", en: "round '\(round.id)' has closed already").local
                )
            }
            print("\(files.file): \(contest.id)")
        }
    }

    struct Apply: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes or changes a contest, pinning its banks.")
        @Argument(help: "A contest file.") var file: String
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            try await folder.run(.applyContest(source: try SourceFile.read(file)), file: file)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists contests: id, mode, title.")
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            try await folder.run(.listContests)
        }
    }

    struct Simulate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draws papers: how often questions come, where they are few, how difficulty is spread."
        )
        @OptionGroup var files: Files
        @Option(help: "Papers per group and round.") var papers = 10_000
        @Option(help: "Warns of questions that are on more than so many per cent of the papers.") var share = 25
        @Option(help: "32 bytes in hex that the seeds are derived from.") var seed: String?
        @Flag(help: "For programs.") var json = false

        func run() throws {
            guard papers > 0, (1...100).contains(share),
                let key = seed.map({ [UInt8](hex: $0) }) ?? SecureRandom.bytes(32)
            else {
                throw ValidationError("--papers must be positive, --share 1 to 100, --seed 64 hex digits")
            }
            let (contest, banks) = try files.load()
            let today = CalendarDay(of: SystemClock.now())
            let simulation = Simulation(contest: contest, banks: banks, today: today)
            let reports = simulation.run(papers: papers, key: key, share: Double(share) / 100)
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
                print(String(decoding: try encoder.encode(reports), as: UTF8.self))
            } else {
                for report in reports { print(report.text) }
            }
        }
    }
}
