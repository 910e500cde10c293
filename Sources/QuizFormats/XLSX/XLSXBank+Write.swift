package import QuizCore
package import XLSXWriter

extension XLSXBank {
    /// The bank as a workbook: its questions, and a second sheet that says what the bank is.
    package static func bytes(_ bank: Bank, language: SheetLanguage? = nil) throws(XLSXWriterError) -> [UInt8] {
        let language = language ?? SheetLanguage(tag: bank.language)
        return try Workbook.bytes([questions(bank.questions, language), about(bank, language)])
    }

    /// A workbook with two questions as an example.
    package static func template(
        _ language: SheetLanguage,
        vocabulary: Vocabulary
    ) throws(XLSXWriterError) -> [UInt8] {
        let isVietnamese = language == .vietnamese
        let bank = Bank(
            id: "ngan-hang-moi",
            isPublic: false,
            title: isVietnamese ? "Ngân hàng mới" : "New bank",
            language: isVietnamese ? "vi" : "en",
            licence: isVietnamese ? "Chưa chọn" : "not chosen",
            questions: SheetTemplate.questions(language, vocabulary)
        )
        let sheets = [questions(bank.questions, language), legend(language, vocabulary), about(bank, language)]
        return try Workbook.bytes(sheets)
    }

    /// The words that the columns for topics and groups take.
    private static func legend(_ language: SheetLanguage, _ vocabulary: Vocabulary) -> Sheet {
        let isVietnamese = language == .vietnamese
        let columns = [SheetField.topic, .groups].map { $0.heading(language) }
        let kinds = zip(columns, [vocabulary.topics, vocabulary.groups])
        let rows = kinds.flatMap { column, terms in
            terms.map { [column, $0.code, isVietnamese ? $0.title.vi : $0.title.en] }
        }
        return Sheet(
            name: isVietnamese ? "Mã dùng được" : "Codes",
            columns: [.init(width: 14), .init(width: 24), .init(width: 60)],
            rows: [isVietnamese ? ["Cột", "Mã", "Tên"] : ["Column", "Code", "Title"]] + rows
        )
    }

    private static func questions(_ questions: [Question], _ language: SheetLanguage) -> Sheet {
        let table = SheetTable.rows(questions, language)
        return Sheet(
            name: language == .vietnamese ? "Câu hỏi" : "Questions",
            columns: table.fields.map { column($0, language) },
            rows: table.rows
        )
    }

    private static func column(_ field: SheetField, _ language: SheetLanguage) -> Sheet.Column {
        switch field {
        case .difficulty: .init(width: 12, choices: Difficulty.allCases.map { SheetWords.name($0, language) })
        case .kind: .init(width: 14, choices: QuestionKind.allCases.map { SheetWords.name($0, language) })
        case .prompt, .explanation: .init(width: 50)
        case .option, .source: .init(width: 28)
        case .topic, .groups: .init(width: 20)
        default: .init(width: 12)
        }
    }

    private static func about(_ bank: Bank, _ language: SheetLanguage) -> Sheet {
        Sheet(
            name: BankSheet.name(language),
            columns: [.init(width: 20), .init(width: 60)],
            rows: BankSheet.rows(bank, language)
        )
    }
}
