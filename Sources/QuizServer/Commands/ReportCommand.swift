import ArgumentParser
import Foundation

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Reports without names: how far contests reached.",
        subcommands: [Coverage.self, Yearly.self]
    )

    struct Coverage: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Participation against each unit's headcount and the plan's targets."
        )
        @Option(help: "Id of the contest.") var contest: String?
        @Option(help: "In place of a contest: the contests of this year.") var year: Int?
        @OptionGroup var options: ReportOptions

        func validate() throws {
            guard (contest == nil) != (year == nil) else { throw ValidationError("Give --contest or --year.") }
            try ReportCommand.check(year)
        }

        func run() async throws {
            try await options.run(contest: contest, year: year, isYearly: false)
        }
    }

    struct Yearly: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The report of a year: totals, audiences, coverage, topics."
        )
        @Option(help: "The year.") var year: Int
        @OptionGroup var options: ReportOptions

        func validate() throws {
            try ReportCommand.check(year)
        }

        func run() async throws {
            try await options.run(contest: nil, year: year, isYearly: true)
        }
    }

    private static func check(_ year: Int?) throws {
        guard let year, !(2000...2199).contains(year) else { return }
        throw ValidationError("The year must be between 2000 and 2199.")
    }
}

struct ReportOptions: ParsableArguments {
    @Option(help: "Only this unit and below.") var unit: String?
    @Option(help: "Only attempts begun by the end of this day; of a yearly report 14 December unless given.")
    var until: String?
    @Option(help: "csv (the table of units), xlsx or json.") var format = "xlsx"
    @Option(help: "Of CSV: comma or semicolon.") var separator = "comma"
    @Option(help: "The file with the targets to compare with.") var targets = "Contests/plans/qd-1907.yaml"
    @Option(name: .shortAndLong, help: "A file; otherwise the terminal.") var output: String?
    @OptionGroup var folder: FolderOptions

    func run(contest: String?, year: Int?, isYearly: Bool) async throws {
        let request = AdminRequest.ReportRequest(
            contest: contest,
            year: year,
            isYearly: isYearly,
            until: until,
            unit: unit,
            format: format,
            separator: separator,
            targets: try SourceFile.read(targets)
        )
        try await folder.run(.report(request), file: targets, output: output)
    }
}
