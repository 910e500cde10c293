import ArgumentParser

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "What staff did.",
        subcommands: [Export.self]
    )

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the log of what staff did, the newest first; the export is logged with its purpose."
        )
        @Option(help: "Only what was about this contest.") var contest: String?
        @Option(help: "Only what this account did.") var actor: String?
        @Option(help: "Only acts of this kind, such as account.added.") var kind: String?
        @Option(help: "From this day or moment on.") var from: String?
        @Option(help: "Up to this day, included, or moment.") var to: String?
        @Option(help: "Words that stand in the entry, with or without marks.") var text: String?
        @Option(help: "What it is for.") var purpose: String
        @Option(help: "csv, or json with an entry on each line.") var format = "csv"
        @Option(name: .shortAndLong, help: "A file; otherwise the terminal.") var output: String?
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            let request = AuditRequest(
                contest: contest,
                actor: actor,
                kind: kind,
                from: from,
                to: to,
                text: text,
                purpose: purpose,
                format: format
            )
            try await folder.run(.audit(request), output: output)
        }
    }
}
