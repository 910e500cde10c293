import ArgumentParser

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Checks the database.")
    @OptionGroup var folder: FolderOptions

    func run() async throws {
        try await folder.run(.doctor)
    }
}
