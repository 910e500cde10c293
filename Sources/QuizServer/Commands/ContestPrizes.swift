import ArgumentParser

extension ContestCommand {
    struct Prizes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes who gets the prizes by what is known now, undecided ones included."
        )
        @Argument(help: "Id of the contest.") var id: String
        @Option(help: "Only this round; 'total' for the board over all of them.") var round: String?
        @Option(help: "csv, xlsx or json.") var format = "csv"
        @Option(name: .shortAndLong, help: "A file; otherwise the terminal.") var output: String?
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            try await folder.run(.exportPrizes(contest: id, round: round, format: format), output: output)
        }
    }
}
