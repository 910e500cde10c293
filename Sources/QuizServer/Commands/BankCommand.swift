import ArgumentParser
import Foundation
import QuizCore
import QuizFormats

struct BankCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bank",
        abstract: "Question banks.",
        subcommands: [Check.self, Import.self, Export.self, Template.self, List.self]
    )

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Reads bank files of any format and lists their faults."
        )
        @Argument(help: "Bank files.") var files: [String]
        @Option(help: "The folder with vocabulary.yaml.") var banks = "QuestionBanks"
        @Option(help: "A workbook to be written with the faulty rows of the one file, or its faults.") var faults:
            String?
        @OptionGroup var foreign: ForeignOptions

        func validate() throws {
            guard faults == nil || files.count == 1 else { throw ValidationError("--faults goes with one file") }
        }

        func run() async throws {
            let vocabulary = try SourceFile.vocabulary(in: banks)
            let reading = BankReadingProcess(banks: banks)
            var isSound = true
            for file in files {
                guard let data = try? SourceFile.read(file) else {
                    isSound = false
                    let message = Message(vi: "không đọc được tệp", en: "the file cannot be read")
                    print("\(file):0:0: error: \(message.local)")
                    continue
                }
                let format = try foreign.format(of: file, data)
                let source = try BankFile(file, data, format)
                var settings = foreign.settings(for: file, format)
                if faults != nil { settings.rows = .faulty }
                let report = try await reading.report(Array(source.data), source.format, settings)
                SourceFile.report(report.notices.map(\.fault), in: file, "warning")
                SourceFile.report(report.faults.map(\.fault), in: file)
                guard let (bank, images) = try report.bank(vocabulary: vocabulary, by: SystemCryptography()) else {
                    isSound = false
                    if let faults { try write(report, to: faults) }
                    continue
                }
                let pictures = images.isEmpty ? "" : ", \(images.count) images"
                print("\(file): \(bank.id), \(bank.questions.count)\(pictures)")
            }
            guard isSound else { throw ExitCode(1) }
        }

        private func write(_ report: BankReport, to file: String) throws {
            try Data(FaultWorkbook.bytes(report, Terminal.isEnglish ? .english : .vietnamese))
                .write(to: URL(fileURLWithPath: file))
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds a version of a bank: all or nothing.")
        @Argument(help: "A bank file: yaml, zip, csv, xlsx, gift, aiken, moodle-xml, qti or docx.") var file: String
        @Flag(help: "Only look.") var dryRun = false
        @OptionGroup var foreign: ForeignOptions
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            let data = try SourceFile.read(file)
            let format = try foreign.format(of: file, data)
            let source = try BankFile(file, data, format)
            let settings = foreign.settings(for: file, format)
            try await folder.run(
                .importBank(source: source.data, format: source.format, settings: settings, dryRun: dryRun),
                file: file
            )
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Writes the newest version of a bank.")
        @Argument(help: "Id of the bank.") var id: String
        @Option(
            help:
                "yaml, zip, csv, xlsx, gift, aiken, moodle-xml, qti-2.1 or qti-3.0; else zip for such an output, or yaml."
        )
        var format: BankFormat?
        @Option(name: .shortAndLong, help: "A file; otherwise the terminal.") var output: String?
        @OptionGroup var folder: FolderOptions

        func run() async throws {
            let isArchive = output?.lowercased().hasSuffix(".zip") ?? false
            try await folder.run(.exportBank(id: id, format: format ?? (isArchive ? .zip : .yaml)), output: output)
        }
    }

    struct Template: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a sheet to be filled in, with two questions as an example."
        )
        @Option(help: "xlsx or csv.") var format: BankFormat = .xlsx
        @Option(name: .shortAndLong, help: "A file; otherwise the terminal.") var output: String?
        @Option(help: "The folder with vocabulary.yaml.") var banks = "QuestionBanks"

        func run() throws {
            let vocabulary = try SourceFile.vocabulary(in: banks)
            let language: SheetLanguage = Terminal.isEnglish ? .english : .vietnamese
            guard let bytes = try BankTemplate.bytes(format, language, vocabulary: vocabulary) else {
                throw ValidationError("a template is xlsx or csv")
            }
            if let output {
                try Data(bytes).write(to: URL(fileURLWithPath: output))
            } else {
                try FileHandle.standardOutput.write(contentsOf: Data(bytes))
            }
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
