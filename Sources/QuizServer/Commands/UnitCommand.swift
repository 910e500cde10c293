import ArgumentParser

struct UnitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit",
        abstract: "The register of units.",
        subcommands: [Import.self]
    )

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds and changes units by code: all or nothing.")
        @Argument(help: "A YAML or CSV file of units.") var file: String
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            try await folder.run(.importUnits(source: try SourceFile.read(file)), file: file)
        }
    }
}
