package import QuizCore
package import XLSXWriter

/// Sheets of units that are made: a template, the register, the faults of a file.
package enum UnitWorkbook {
    /// The columns of a register: with those of groups that anything was counted of, or of all.
    private static func columns(_ groups: [String]) -> [UnitColumn] {
        UnitColumn.written + groups.map { .groupCount($0) }
    }

    /// A sheet to be filled in, with a second one that explains its columns and lists the codes.
    package static func template(
        _ language: SheetLanguage,
        vocabulary: Vocabulary
    ) throws(XLSXWriterError) -> [UInt8] {
        let columns = columns([])
        return try Workbook.bytes([
            Sheet(
                name: language == .vietnamese ? "Đơn vị" : "Units",
                columns: columns.map { Sheet.Column(width: $0 == .title ? 44 : 20) },
                rows: [columns.map { $0.heading(language) }]
            ),
            Sheet(
                name: language == .vietnamese ? "Hướng dẫn" : "Help",
                columns: [.init(width: 34), .init(width: 90)],
                rows: UnitHelp.rows(language, vocabulary)
            ),
        ])
    }

    package static func templateText(_ language: SheetLanguage) -> String {
        var writer = CSVWriter(separator: .comma)
        writer.append(columns([]).map { .text($0.heading(language)) })
        return writer.text
    }

    /// All units in the layout that can be read again; of the headcounts the newest.
    package static func register(_ units: [Unit], _ language: SheetLanguage) throws(XLSXWriterError) -> [UInt8] {
        let table = table(units, language)
        return try Workbook.bytes([
            Sheet(
                name: language == .vietnamese ? "Đơn vị" : "Units",
                columns: (table.first ?? []).map { _ in Sheet.Column(width: 22) },
                rows: table
            )
        ])
    }

    package static func registerText(_ units: [Unit], _ language: SheetLanguage) -> String {
        var writer = CSVWriter(separator: .comma)
        for row in table(units, language) { writer.append(row.map { .text($0) }) }
        return writer.text
    }

    private static func table(_ units: [Unit], _ language: SheetLanguage) -> [[String]] {
        let units = units.filter { $0.code != Unit.other }
        let columns = columns([])
        return [columns.map { $0.heading(language) }]
            + units.map { unit in
                let counted = Headcount.newest(of: unit.headcounts).first { $0.group == nil }
                return columns.map { cell(of: $0, unit, counted) }
            }
    }

    private static func cell(of column: UnitColumn, _ unit: Unit, _ counted: Headcount?) -> String {
        switch column {
        case .code: unit.code
        case .title: unit.title
        case .type: unit.type
        case .parent: unit.parent ?? ""
        case .educationParent: unit.educationParent ?? ""
        case .validFrom: unit.validFrom?.text ?? ""
        case .validTo: unit.validTo?.text ?? ""
        case .successors: unit.successors.joined(separator: ", ")
        case .headcount: counted.map { "\($0.count)" } ?? ""
        case .headcountOn: counted?.countedOn?.text ?? ""
        case .headcountSource: counted?.source ?? ""
        case .groupCount, .ignored: ""
        }
    }

    /// The faulty rows of a table, in the columns that they had, with one more that says what is wrong; of any other file a
    /// list of faults.
    package static func faults(
        _ faults: [Fault],
        in document: UnitDocument?,
        _ language: SheetLanguage
    ) throws(XLSXWriterError) -> [UInt8] {
        let numbers = Set(document?.sheet?.rows.map(\.number) ?? [])
        let others = faults.filter { !numbers.contains($0.line) }
        var sheets: [Sheet] = []
        if let sheet = document?.sheet, others.count < faults.count {
            sheets.append(rows(sheet, faults, language))
        }
        if !others.isEmpty || sheets.isEmpty { sheets.append(list(others, language)) }
        return try Workbook.bytes(sheets)
    }

    private static func rows(_ sheet: UnitSheet, _ faults: [Fault], _ language: SheetLanguage) -> Sheet {
        let messages = Dictionary(grouping: faults, by: \.line)
        let faulty = sheet.rows.filter { messages[$0.number] != nil }
        let width = min(200, ([sheet.heading] + faulty).flatMap(\.cells).map(\.column).max() ?? 1)
        func texts(_ row: SheetRow, _ last: String) -> [String] {
            var texts = [String](repeating: "", count: width) + [last]
            for cell in row.cells where cell.column <= width { texts[cell.column - 1] = cell.text }
            return texts.map { String($0.prefix(2_000)) }
        }
        let rows = faulty.map { row in
            texts(row, (messages[row.number] ?? []).map { words($0, language) }.joined(separator: "\n"))
        }
        return Sheet(
            name: language == .vietnamese ? "Đơn vị" : "Units",
            columns: [Sheet.Column](repeating: .init(width: 22), count: width) + [.init(width: 70)],
            rows: [texts(sheet.heading, language == .vietnamese ? "Lỗi" : "Errors")] + rows
        )
    }

    private static func words(_ fault: Fault, _ language: SheetLanguage) -> String {
        "\(SheetColumnName.name(fault.column)): \(language == .vietnamese ? fault.message.vi : fault.message.en)"
    }

    private static func list(_ faults: [Fault], _ language: SheetLanguage) -> Sheet {
        let isVietnamese = language == .vietnamese
        return Sheet(
            name: isVietnamese ? "Danh sách lỗi" : "List of errors",
            columns: [.init(width: 8), .init(width: 8), .init(width: 100)],
            rows: [isVietnamese ? ["Dòng", "Cột", "Lỗi"] : ["Line", "Column", "Error"]]
                + faults.map { fault in
                    [
                        fault.line == 0 ? "" : "\(fault.line)", fault.column == 0 ? "" : "\(fault.column)",
                        isVietnamese ? fault.message.vi : fault.message.en,
                    ]
                }
        )
    }
}
