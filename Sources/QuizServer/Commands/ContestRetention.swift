import ArgumentParser

extension ContestCommand {
    struct Retention: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What is kept of people and until when, and what was erased; one contest, or all."
        )
        @Option(help: "Id of a contest.") var contest: String?
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            try await folder.run(.retention(contest: contest))
        }
    }
}
