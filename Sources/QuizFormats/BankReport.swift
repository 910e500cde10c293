package import QuizCore

/// What reading a file came to, in a form that travels between processes.
package struct BankReport: Codable, Hashable, Sendable {
    /// A word about one place of the file.
    package struct Line: Codable, Hashable, Sendable {
        /// Line, or row of a sheet, counted from 1; 0: the file as a whole.
        package let line: Int
        package let column: Int
        package let vi: String
        package let en: String
        /// The beginning of what stands there.
        package let original: String

        package var fault: Fault { Fault(line: line, column: column, message: Message(vi: vi, en: en)) }
    }

    /// In the native format; `nil` where there are faults.
    package let yaml: String?
    package let faults: [Line]
    /// What the format says and ours has no room for.
    package let notices: [Line]
    /// The pictures of the bank, each once.
    package let images: [ReportedImage]

    /// Reads a file and judges it.
    package init(
        _ bytes: [UInt8],
        _ format: BankFormat,
        _ settings: ImportSettings,
        vocabulary: Vocabulary,
        by cryptography: any Cryptography
    ) {
        // Packages of several programs end in `.zip`, and are told apart by what is in them.
        let format = format == .zip ? BankFormat.guess(name: ".zip", bytes) ?? .zip : format
        if let foreign = Self.takenApart(bytes, format, vocabulary) {
            let stock = ImageStock(files: foreign.images, by: cryptography)
            self.init(foreign, stock) { () throws(Faults) in
                try foreign.bank(settings, vocabulary: vocabulary, images: stock, by: cryptography)
            }
            return
        }
        do throws(Faults) {
            let package = format == .zip ? try BankPackage(bytes) : nil
            let stock = try package?.stock(by: cryptography) ?? .none
            self.init(nil, stock) { () throws(Faults) in
                try Bank(yaml: package?.yaml ?? bytes, vocabulary: vocabulary, images: stock)
            }
        } catch {
            self.init(nil, .none) { () throws(Faults) in throw error }
        }
    }

    /// A file of which nothing else can be said.
    package init(fault: Message) {
        yaml = nil
        faults = [Line(line: 0, column: 0, vi: fault.vi, en: fault.en, original: "")]
        notices = []
        images = []
    }

    /// The same with pictures that came apart from it.
    init(_ report: BankReport, images: [ReportedImage]) {
        yaml = report.yaml
        faults = report.faults
        notices = report.notices
        self.images = images
    }

    private init(_ foreign: ForeignBank?, _ stock: ImageStock, _ bank: () throws(Faults) -> Bank) {
        let told = foreign ?? ForeignBank()
        do throws(Faults) {
            let bank = try bank()
            images = try ReportedImage.all(of: bank, stock)
            yaml = bank.yaml()
            faults = []
            notices = told.lines(told.notices + stock.notices(used: Set(bank.images.keys)))
        } catch {
            yaml = nil
            images = []
            faults = told.lines(Array(error.faults.prefix(FaultList.maximumTold)))
            notices = told.lines(told.notices)
        }
    }

    /// - Returns: `nil` for the native format, which is read as it is.
    private static func takenApart(
        _ bytes: [UInt8],
        _ format: BankFormat,
        _ vocabulary: Vocabulary
    ) -> ForeignBank? {
        switch format {
        case .yaml, .zip: nil
        case .csv: CSVBank.read(bytes, vocabulary: vocabulary)
        case .xlsx: XLSXBank.read(bytes, vocabulary: vocabulary)
        case .gift: GIFT.read(bytes)
        case .aiken: Aiken.read(bytes)
        case .moodleXML: MoodleXML.read(bytes)
        }
    }
}

extension ForeignBank {
    /// Faults or notices with the beginning of the question that each stands in.
    fileprivate func lines(_ faults: [Fault]) -> [BankReport.Line] {
        let sorted = questions.sorted { $0.place < $1.place }
        return faults.map { fault in
            let place = SourcePlace(line: fault.line, column: fault.column)
            let question = fault.line == 0 ? nil : sorted.last { $0.place <= place || $0.place.line == place.line }
            return BankReport.Line(
                line: fault.line,
                column: fault.column,
                vi: fault.message.vi,
                en: fault.message.en,
                original: question?.original ?? ""
            )
        }
    }
}
