import ArgumentParser

struct ResultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results",
        abstract: "Results.",
        subcommands: [Export.self]
    )

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the counted results, by round, group and place."
        )
        @OptionGroup var options: ListOptions

        func run() async throws {
            try await options.run("results")
        }
    }
}
