import ArgumentParser
import Foundation
import QuizCore

struct BankCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bank",
        abstract: "Question banks.",
        subcommands: [Check.self, Import.self, Export.self, List.self]
    )

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Reads bank files and lists their faults.")
        @Argument(help: "Bank files.") var files: [String]
        @Option(help: "The folder with vocabulary.yaml.") var banks = "QuestionBanks"

        func run() throws {
            let vocabulary = try SourceFile.vocabulary(in: banks)
            var isSound = true
            for file in files {
                do throws(Faults) {
                    let data = try? SourceFile.read(file)
                    guard let data else {
                        isSound = false
                        print(
                            "\(file):0:0: error: \(Message(vi: "không đọc được tệp", en: "the file cannot be read").local)"
                        )
                        continue
                    }
                    let bank = try Bank(yaml: Array(data), vocabulary: vocabulary)
                    print("\(file): \(bank.id), \(bank.questions.count)")
                } catch {
                    isSound = false
                    SourceFile.report(error.faults, in: file)
                }
            }
            guard isSound else { throw ExitCode(1) }
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds a version of a bank: all or nothing.")
        @Argument(help: "A bank file.") var file: String
        @Option(help: "The id the file must have.") var bank: String?
        @Flag(help: "Only look.") var dryRun = false
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            let source = try SourceFile.read(file)
            try await folder.run(.importBank(source: source, expected: bank, dryRun: dryRun), file: file)
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Writes the newest version of a bank as YAML.")
        @Argument(help: "Id of the bank.") var id: String
        @Option(name: .shortAndLong, help: "A file; otherwise the terminal.") var output: String?
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            try await folder.run(.exportBank(id: id), output: output)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists bank versions: id, version, questions, digest, title."
        )
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            try await folder.run(.listBanks)
        }
    }
}
