import OpenSSL
import QuizCore
import QuizFormats

/// What must hold of every file that is read as a bank: the way of an import, and back.
struct BankCheck {
    private let format: BankFormat
    /// Beyond, the other formats are not tried: many short runs find more than few long ones.
    private static let mostQuestions = 12

    init(_ format: BankFormat) {
        self.format = format
    }

    func report(_ bytes: [UInt8]) -> BankReport {
        BankReport(bytes, format, .whole, vocabulary: House.vocabulary, by: LibCrypto())
    }

    func check(_ bytes: [UInt8]) {
        let report = report(bytes)
        demand((report.yaml == nil) == !report.faults.isEmpty, "neither a bank nor faults, or both")
        // In UTF-16 the lines are others than in the bytes.
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let lines = isText && !isWide ? Lines(bytes, isXML: format == .moodleXML) : nil
        for line in report.faults + report.notices {
            demandTold(line.vi, line.en)
            let isWithin = lines?.holds(line.line, line.column) ?? (line.line >= 0 && line.column >= 0)
            demand(isWithin, "a fault at \(line.line):\(line.column): \(line.en)")
            demand(line.original.utf8.count < 4_096, "an original of \(line.original.utf8.count) bytes")
        }
        if let yaml = report.yaml { comesBack(yaml) }
    }

    /// Whether places are lines and characters, not rows and cells.
    private var isText: Bool {
        switch format {
        case .yaml, .gift, .aiken, .moodleXML: true
        case .csv, .xlsx, .zip, .qti, .qti21, .qti30, .docx: false
        }
    }

    /// The bank reads the same from what it is written as, in every format that has room for it.
    private func comesBack(_ yaml: String) {
        demandComposed(yaml)
        guard let bank = try? Bank(yaml: Array(yaml.utf8), vocabulary: House.vocabulary) else {
            return demand(false, "what was written is not read again: \(yaml)")
        }
        demand(bank.yaml().utf8.elementsEqual(yaml.utf8), "not the same again: \(yaml)")
        guard bank.questions.count <= Self.mostQuestions else { return }
        // One at a time, by the length, since to write a workbook takes as long as a hundred readings.
        let formats = BankFormat.allCases.filter { $0 != .yaml && $0 != .aiken && $0.isWritten }
        BankCheck(formats[yaml.utf8.count % formats.count]).holds(bank, yaml)
    }

    private func holds(_ bank: Bank, _ yaml: String) {
        guard let written = try? bank.written(as: format) else {
            return demand(false, "\(format.rawValue) cannot be written: \(yaml)")
        }
        guard written.notices.isEmpty else { return }
        // A few words in an old encoding pass as part of much, and are told on their own.
        guard
            ![.yaml, .csv, .gift, .aiken, .moodleXML].contains(format) || (try? SourceText.decode(written.bytes)) != nil
        else { return }
        let again = BankReport(written.bytes, format, .like(bank), vocabulary: House.vocabulary, by: LibCrypto())
        demand(
            again.yaml.map { $0.utf8.elementsEqual(yaml.utf8) } ?? false,
            "does not come back from \(format.rawValue): \(again.faults.first?.en ?? "") \(again.yaml ?? "") \(yaml)"
        )
    }
}

extension ImportSettings {
    /// All that a file may leave open.
    fileprivate static var whole: ImportSettings {
        var settings = ImportSettings()
        settings.fallbackBank = "b"
        settings.topic = House.vocabulary.topics.first?.code
        settings.difficulty = "easy"
        settings.groups = House.vocabulary.groups.first.map { [$0.code] }
        return settings
    }

    /// What some formats cannot say of a bank.
    fileprivate static func like(_ bank: Bank) -> ImportSettings {
        var settings = ImportSettings()
        settings.bank = bank.id
        settings.title = bank.title
        settings.language = bank.language
        settings.licence = bank.licence
        settings.isPublic = bank.isPublic
        return settings
    }
}
