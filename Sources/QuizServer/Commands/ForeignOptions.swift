import ArgumentParser
import Foundation
import QuizFormats

/// What a file leaves open; what it says itself comes first.
struct ForeignOptions: ParsableArguments {
    @Option(help: "yaml, zip, csv, xlsx, gift, aiken, moodle-xml, qti or docx; otherwise by the file's name.")
    var format: BankFormat?
    @Option(help: "The bank's id; a file that says its own must say this one.")
    var bank: String?
    @Option(help: "The bank's title.")
    var title: String?
    @Option(help: "A topic of the vocabulary, for questions without one.")
    var topic: String?
    @Option(help: "easy, medium or hard, for questions without a difficulty.")
    var difficulty: String?
    @Option(help: "Codes of groups with commas between them, for questions without any.")
    var groups: String?
    @Option(help: "Where the questions come from, for those that do not say it.")
    var source: String?
    @Flag(help: "Leaves out questions of kinds that there are none of here, such as essays, and tells each.")
    var skipUnsupported = false

    func format(of file: String, _ data: Data) throws -> BankFormat {
        if let format = format ?? BankFormat.guess(name: file, Array(data)) { return format }
        throw Refusal(
            vi: "Không nhận ra định dạng của \(file). Hãy thêm --format, chẳng hạn --format xlsx.",
            en: "The format of \(file) is not known by its name. Add --format, such as --format xlsx."
        )
    }

    /// Without an id a foreign file is named after itself.
    func settings(for file: String, _ format: BankFormat) -> ImportSettings {
        var settings = ImportSettings()
        settings.bank = bank
        settings.fallbackBank = ImportSettings.id(from: file)
        settings.title = title
        settings.topic = topic
        settings.difficulty = difficulty
        settings.groups = groups.map { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }
        settings.source = source
        settings.skipsUnsupported = skipUnsupported
        return settings
    }
}

extension BankFormat: ExpressibleByArgument {}
