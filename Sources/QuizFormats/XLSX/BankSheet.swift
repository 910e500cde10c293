import QuizCore

/// The sheet that says what the bank as a whole is: a word and its value in each row.
struct BankSheet {
    private var values: [Field: String] = [:]

    enum Field: CaseIterable {
        case bank, title, language, licence, isPublic

        func name(_ language: SheetLanguage) -> String {
            switch self {
            case .bank: language == .vietnamese ? "Mã ngân hàng" : "Bank"
            case .title: language == .vietnamese ? "Tiêu đề" : "Title"
            case .language: language == .vietnamese ? "Ngôn ngữ" : "Language"
            case .licence: language == .vietnamese ? "Giấy phép" : "Licence"
            case .isPublic: language == .vietnamese ? "Công khai" : "Public"
            }
        }
    }

    private static let names: [String: Field] = [
        "bank": .bank, "id": .bank, "ma": .bank, "ma ngan hang": .bank, "title": .title, "tieu de": .title,
        "ten": .title, "ten ngan hang": .title, "language": .language, "ngon ngu": .language, "licence": .licence,
        "license": .licence, "giay phep": .licence, "ban quyen": .licence, "public": .isPublic, "cong khai": .isPublic,
    ]

    static func isNamed(_ name: String) -> Bool {
        ["bank", "ngan hang"].contains(name.folded)
    }

    static func name(_ language: SheetLanguage) -> String {
        language == .vietnamese ? "Ngân hàng" : "Bank"
    }

    static func rows(_ bank: Bank, _ language: SheetLanguage) -> [[String]] {
        let heading = language == .vietnamese ? ["Mục", "Nội dung"] : ["Field", "Value"]
        return [heading]
            + Field.allCases.map { field in
                switch field {
                case .bank: [field.name(language), bank.id]
                case .title: [field.name(language), bank.title]
                case .language: [field.name(language), bank.language]
                case .licence: [field.name(language), bank.licence]
                case .isPublic:
                    [
                        field.name(language),
                        language == .vietnamese ? (bank.isPublic ? "Có" : "Không") : "\(bank.isPublic)",
                    ]
                }
            }
    }

    /// What is known of the bank of a file that cannot be taken yet, so that it comes to the same bank once it is mended.
    static func rows(of bank: ForeignBank, _ settings: ImportSettings, _ language: SheetLanguage) -> [[String]] {
        let isPublic = (bank.isPublic ?? settings.isPublic).map { $0 ? "true" : "false" }
        let values: [(Field, String?)] = [
            (.bank, bank.id ?? settings.bank ?? settings.fallbackBank), (.title, bank.title ?? settings.title),
            (.language, bank.language ?? settings.language), (.licence, bank.licence ?? settings.licence),
            (.isPublic, isPublic),
        ]
        let rows = values.compactMap { field, value in value.map { [field.name(language), $0] } }
        return rows.isEmpty ? [] : [language == .vietnamese ? ["Mục", "Nội dung"] : ["Field", "Value"]] + rows
    }

    mutating func take(_ row: SheetRow) {
        guard let field = row[1].flatMap({ Self.names[$0.text.folded] }), let value = row[2]?.text else { return }
        values[field] = value
    }

    func fill(_ bank: inout ForeignBank) {
        bank.id = values[.bank]
        bank.title = values[.title]
        bank.language = values[.language]
        bank.licence = values[.licence]
        bank.isPublic = values[.isPublic].flatMap { SheetWords.truth($0) }
    }
}
