import ArgumentParser
import Foundation
import QuizFormats

struct UnitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit",
        abstract: "The register of units.",
        subcommands: [Import.self, Template.self, Merge.self]
    )

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds and changes units by code: all or nothing.")
        @Argument(help: "A YAML, CSV or XLSX file of units.") var file: String
        @Flag(help: "Only says what would change.") var dryRun = false
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            try await folder.run(.importUnits(source: try SourceFile.read(file), dryRun: dryRun), file: file)
        }
    }

    struct Template: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Writes a sheet of units to be filled in.")
        @Option(help: "xlsx or csv.") var format = "xlsx"
        @Option(name: .shortAndLong, help: "The file to write.") var output: String?
        @Option(help: "The folder with vocabulary.yaml.") var banks = "QuestionBanks"

        func run() throws {
            let vocabulary = try SourceFile.vocabulary(in: banks)
            let bytes: [UInt8]
            switch format {
            case "xlsx": bytes = try UnitWorkbook.template(.vietnamese, vocabulary: vocabulary)
            case "csv": bytes = Array(UnitWorkbook.templateText(.vietnamese).utf8)
            default:
                throw Refusal(vi: "Tệp mẫu chỉ có dạng xlsx hoặc csv.", en: "A template is xlsx or csv.")
            }
            if let output {
                try Data(bytes).write(to: URL(fileURLWithPath: output))
            } else {
                try FileHandle.standardOutput.write(contentsOf: Data(bytes))
            }
        }
    }

    struct Merge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ends a unit whose place another takes; results stay where they are."
        )
        @Argument(help: "Code of the unit that ends.") var unit: String
        @Argument(help: "Code of the unit that takes its place.") var successor: String
        @Option(help: "The first day of that, such as 2025-07-01.") var from: String
        @Option(help: "A contest whose people are moved; may be given several times.") var contest: [String] = []
        @Option(help: "Why, for the log.") var reason: String
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            let request = AdminRequest.mergeUnits(
                unit: unit,
                successor: successor,
                from: from,
                contests: contest,
                reason: reason
            )
            try await folder.run(request)
        }
    }
}
