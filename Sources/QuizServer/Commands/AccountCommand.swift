import ArgumentParser
import Foundation
import QuizCore

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Accounts of staff.",
        subcommands: [
            Add.self, List.self, Disable.self, Enable.self, Reset.self, GrantRole.self, RevokeRole.self, Rules.self,
        ]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds an account; the password comes from a prompt or from stdin, at least 15 characters."
        )
        @Argument(help: "User name.") var name: String
        @OptionGroup var scope: GrantOptions
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            if isatty(STDIN_FILENO) != 0 {
                let prompt = Message(vi: "Mật khẩu: ", en: "Password: ").local
                try FileHandle.standardError.write(contentsOf: Data(prompt.utf8))
            }
            let name = name.precomposed
            guard AccountName.isValid(name) else { throw Refusal(AccountName.fault) }
            let password = readLine(strippingNewline: true) ?? ""
            if let fault = PasswordPolicy.fault(in: password, account: name) { throw Refusal(fault) }
            let secret = AdminRequest.Secret(try Passwords.hash(password))
            try await folder.run(
                .addAccount(
                    name: name,
                    password: secret,
                    role: scope.role,
                    contest: scope.contest,
                    unit: scope.unit
                )
            )
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists accounts: name, state, second factor, grants."
        )
        @Flag(help: "For programs.") var json = false
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            try await folder.run(.account(.list(asJSON: json)))
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Disables an account; its sessions end at once.")
        @Argument(help: "User name.") var name: String
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            try await folder.run(.account(.disable(name: name.precomposed)))
        }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Enables an account again.")
        @Argument(help: "User name.") var name: String
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            try await folder.run(.account(.enable(name: name.precomposed)))
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sets a temporary password and prints it; or with --totp removes the second factor."
        )
        @Argument(help: "User name.") var name: String
        @Flag(help: "Removes the second factor instead, for who has lost phone and recovery codes.") var totp = false
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            let name = name.precomposed
            guard !totp else { return try await folder.run(.account(.removeTOTP(name: name))) }
            let password = Passwords.random()
            let secret = AdminRequest.Secret(try Passwords.hash(password))
            try await folder.run(.account(.reset(name: name, password: secret)))
            print(password)
        }
    }

    struct GrantRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "grant",
            abstract: "Gives an account one more role."
        )
        @Argument(help: "User name.") var name: String
        @OptionGroup var scope: GrantOptions
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            let request = AccountRequest.grant(
                name: name.precomposed,
                role: scope.role,
                contest: scope.contest,
                unit: scope.unit
            )
            try await folder.run(.account(request))
        }
    }

    struct RevokeRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke",
            abstract: "Takes a role away, named just as it was given."
        )
        @Argument(help: "User name.") var name: String
        @OptionGroup var scope: GrantOptions
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            let request = AccountRequest.revoke(
                name: name.precomposed,
                role: scope.role,
                contest: scope.contest,
                unit: scope.unit
            )
            try await folder.run(.account(request))
        }
    }

    struct Rules: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows which roles need a second factor, or says which do."
        )
        @Option(help: "Roles with commas between them; none for no role.") var requireTotp: String?
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            guard let requireTotp else { return try await folder.run(.account(.showRules)) }
            let names = requireTotp == "none" ? [] : requireTotp.split(separator: ",").map { String($0).trimmed }
            try await folder.run(.account(.setRules(roles: names)))
        }
    }
}

/// A role and its scope.
struct GrantOptions: ParsableArguments {
    @Option(help: "admin, organizer, coordinator or auditor.") var role: String
    @Option(help: "Only this contest.") var contest: String?
    @Option(help: "Only this unit and below.") var unit: String?
}
