import ArgumentParser
import Foundation
import QuizCore

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Accounts of staff.",
        subcommands: [Add.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds an account; the password comes from a prompt or from stdin, at least 15 characters."
        )
        @Argument(help: "User name.") var name: String
        @Option(help: "admin, organizer, coordinator or auditor.") var role: String
        @Option(help: "Only this contest.") var contest: String?
        @Option(help: "Only this unit and below.") var unit: String?
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            if isatty(STDIN_FILENO) != 0 {
                let prompt = Message(vi: "Mật khẩu: ", en: "Password: ").local
                try FileHandle.standardError.write(contentsOf: Data(prompt.utf8))
            }
            guard let password = readLine(strippingNewline: true), password.count >= 15 else {
                throw Refusal(
                    vi: "Mật khẩu cần ít nhất 15 ký tự, ví dụ bốn năm từ ngẫu nhiên.",
                    en: "A password needs at least 15 characters, four or five random words for example."
                )
            }
            let secret = AdminRequest.Secret(try Passwords.hash(password))
            try await folder.run(
                .addAccount(name: name.precomposed, password: secret, role: role, contest: contest, unit: unit)
            )
        }
    }
}
