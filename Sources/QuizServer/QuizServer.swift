import ArgumentParser

/// The option of a command; a question has options too.
typealias Option = ArgumentParser.Option

/// The program: one binary, one data folder.
@main
struct QuizServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quizserver",
        abstract: "Bảng Vàng: cuộc thi trực tuyến về an toàn thông tin, ai cũng kiểm tra được.",
        discussion: "Exit codes: 0 done, 1 faults in the input, 2 or 64 wrong usage, 70 internal.",
        subcommands: [
            Serve.self, BankCommand.self, ContestCommand.self, UnitCommand.self, AccountCommand.self,
            ResultsCommand.self, RosterCommand.self, ExportCommand.self, ReportCommand.self, AuditCommand.self,
            Doctor.self,
            Backup.self, Restore.self, ReadBank.self, ReadRoster.self,
        ]
    )
}
