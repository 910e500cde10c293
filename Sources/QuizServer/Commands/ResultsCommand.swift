import ArgumentParser

struct ResultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results",
        abstract: "Results.",
        subcommands: [Export.self]
    )

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Writes the counted results, by given name.")
        @Option(help: "Id of the contest.") var contest: String
        @Option(help: "Only this round.") var round: String?
        @Option(help: "Only this group.") var group: String?
        @Option(help: "Only this unit and below.") var unit: String?
        @Option(help: "csv or json.") var format = "csv"
        @Option(name: .shortAndLong, help: "A file; otherwise the terminal.") var output: String?
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            try await folder.run(
                .exportResults(contest: contest, round: round, group: group, unit: unit, format: format),
                output: output
            )
        }
    }
}
