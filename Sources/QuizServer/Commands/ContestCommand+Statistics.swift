import ArgumentParser

extension ContestCommand {
    struct Statistics: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What the answers say about the questions: facility, discrimination, options, time, drift."
        )
        @Argument(help: "Id of the contest.") var id: String
        @Option(help: "Only this round.") var round: String?
        @Option(help: "Only this group.") var group: String?
        @Option(help: "first (of each person), counted (on the boards) or all.") var attempts = "first"
        @Option(help: "csv, xlsx or json.") var format = "csv"
        @Option(name: .shortAndLong, help: "A file; otherwise the terminal.") var output: String?
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            try await folder.run(
                .itemStatistics(contest: id, round: round, group: group, attempts: attempts, format: format),
                output: output
            )
        }
    }
}
