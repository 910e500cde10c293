import ArgumentParser

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes a list of people: results, participation, unregistered or unfinished."
    )
    @Argument(help: "results, participation, unregistered (on a roster, never came) or unfinished (no sealed attempt).")
    var list: String
    @OptionGroup var options: ListOptions

    func run() async throws {
        try await options.run(list)
    }
}

/// What all lists of people are written with.
struct ListOptions: ParsableArguments {
    @Option(help: "Id of the contest.") var contest: String
    @Option(help: "Only this round.") var round: String?
    @Option(help: "Only this group.") var group: String?
    @Option(help: "Only this unit and below.") var unit: String?
    @Option(help: "csv, xlsx or json.") var format = "csv"
    @Option(help: "Of CSV: comma or semicolon.") var separator = "comma"
    @Flag(help: "Adds years of birth and phone numbers; needs --purpose.") var contact = false
    @Option(help: "What the list is for; it goes into the log.") var purpose: String?
    @Option(name: .shortAndLong, help: "A file; otherwise the terminal.") var output: String?
    @OptionGroup var folder: FolderOptions

    func run(_ list: String) async throws {
        let export = AdminRequest.ListExport(
            kind: list,
            contest: contest,
            round: round,
            group: group,
            unit: unit,
            format: format,
            separator: separator,
            hasContact: contact,
            purpose: purpose
        )
        try await folder.run(.exportList(export), output: output)
    }
}
