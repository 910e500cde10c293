import ArgumentParser
import Foundation
import QuizCore

struct RosterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster",
        abstract: "Who a unit has told us may take part.",
        subcommands: [Import.self, Codes.self]
    )

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds the people of a list: all, or with --skip-faulty those without faults."
        )
        @Argument(help: "An XLSX, CSV or tab-separated file with a heading: name, day of birth, class.") var file:
            String
        @Option(help: "Code of the unit that the list is for.") var unit: String
        @Option(help: "Id of the contest.") var contest: String
        @Option(help: "The group of people whose unit does not say it.") var group: String?
        @Flag(help: "Only look.") var dryRun = false
        @Flag(help: "Take the rows without faults.") var skipFaulty = false
        @Flag(help: "Write names in capitals as Nguyễn Văn An.") var titleCase = false
        @Flag(help: "Make the classes that are not there yet, below the unit.") var makeClasses = false
        @Option(help: "A workbook to be written with the faulty rows and what to mend.") var faults: String?
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            let source = try SourceFile.read(file)
            var options = AdminRequest.RosterOptions(unit: unit, contest: contest)
            options.settings.group = group
            options.settings.changesCapitals = titleCase
            options.settings.makesClasses = makeClasses
            options.isDryRun = dryRun
            options.skipsFaulty = skipFaulty
            if let faults {
                try await folder.run(.rosterFaults(source: source, options: options), output: faults)
            }
            try await folder.run(.importRoster(source: source, options: options), file: file)
        }
    }

    struct Codes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes class, name and entry code of everybody on the roster whose code is in force."
        )
        @Option(help: "Code of the unit.") var unit: String
        @Option(help: "Id of the contest.") var contest: String
        @Option(name: .shortAndLong, help: "A file; otherwise the terminal.") var output: String?
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            try await folder.run(.rosterCodes(unit: unit, contest: contest), output: output)
        }
    }
}
