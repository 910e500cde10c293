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

    /// Reads a file and judges it.
    package init(
        _ bytes: [UInt8],
        _ format: BankFormat,
        _ settings: ImportSettings,
        vocabulary: Vocabulary,
        by cryptography: any Cryptography
    ) {
        guard let foreign = Self.takenApart(bytes, format, vocabulary) else {
            self.init(nil) { () throws(Faults) in try Bank(yaml: bytes, vocabulary: vocabulary) }
            return
        }
        self.init(foreign) { () throws(Faults) in
            try foreign.bank(settings, vocabulary: vocabulary, by: cryptography)
        }
    }

    /// A file of which nothing else can be said.
    package init(fault: Message) {
        yaml = nil
        faults = [Line(line: 0, column: 0, vi: fault.vi, en: fault.en, original: "")]
        notices = []
    }

    private init(_ foreign: ForeignBank?, _ bank: () throws(Faults) -> Bank) {
        notices = foreign.map { $0.lines($0.notices) } ?? []
        do throws(Faults) {
            yaml = try bank().yaml()
            faults = []
        } catch {
            yaml = nil
            faults = (foreign ?? ForeignBank()).lines(Array(error.faults.prefix(FaultList.maximumTold)))
        }
    }

    /// - Returns: `nil` for the native format, which is read as it is.
    private static func takenApart(
        _ bytes: [UInt8],
        _ format: BankFormat,
        _ vocabulary: Vocabulary
    ) -> ForeignBank? {
        switch format {
        case .yaml: nil
        case .csv: CSVBank.read(bytes, vocabulary: vocabulary)
        case .xlsx: XLSXBank.read(bytes, vocabulary: vocabulary)
        case .gift: GIFT.read(bytes)
        case .aiken: Aiken.read(bytes)
        case .moodleXML: MoodleXML.read(bytes)
        case .docx: DOCX.read(bytes, vocabulary: vocabulary)
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
