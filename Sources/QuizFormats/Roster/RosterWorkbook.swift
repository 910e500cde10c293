package import QuizCore
package import XLSXWriter

/// The rows of a list that were not taken, with what to do about each: mended, the workbook can be uploaded again.
package enum RosterWorkbook {
    package static func bytes(
        _ table: RosterTable,
        _ judged: JudgedRoster,
        _ language: SheetLanguage
    ) throws(XLSXWriterError) -> [UInt8] {
        let isVietnamese = language == .vietnamese
        let used = Set(table.rows.lazy.flatMap(\.cells.keys))
        // What a heading needs is there, also where no row has it.
        let needed: Set<RosterField> = used.contains(.given) ? [.birth] : [.name, .birth]
        let fields = RosterField.allCases.filter(used.union(needed).contains)
        let remedies = Dictionary(grouping: judged.faults) { Place(sheet: $0.sheet, row: $0.row) }
        let titles = fields.map { heading($0, isVietnamese) } + [isVietnamese ? "Ghi chú sửa" : "What to mend"]
        let rows = judged.faulty.sorted().map { index in
            let row = table.rows[index]
            let sheet = table.sheets.count > 1 ? table.sheets[row.sheet] : ""
            let words = (remedies[Place(sheet: sheet, row: row.number)] ?? [])
                .map { isVietnamese ? $0.vi : $0.en }.joined(separator: "\n")
            return fields.map { safe(row.text($0)) } + [words]
        }
        let columns = [Sheet.Column](repeating: .init(width: 22), count: fields.count) + [.init(width: 70)]
        let name = isVietnamese ? "Cần sửa" : "To be mended"
        return try Workbook.bytes([Sheet(name: name, columns: columns, rows: [titles] + rows)])
    }

    private struct Place: Hashable {
        let sheet: String
        let row: Int
    }

    private static func heading(_ field: RosterField, _ isVietnamese: Bool) -> String {
        switch field {
        case .name: isVietnamese ? "Họ và tên" : "Full name"
        case .family: isVietnamese ? "Họ đệm" : "Last name"
        case .middle: isVietnamese ? "Tên đệm" : "Middle name"
        case .given: isVietnamese ? "Tên" : "First name"
        case .birth: isVietnamese ? "Ngày sinh" : "Date of birth"
        case .unit: isVietnamese ? "Lớp" : "Class"
        case .group: isVietnamese ? "Bảng thi" : "Group"
        case .position: isVietnamese ? "Chức vụ" : "Position"
        }
    }

    /// What a cell can hold: the last two of each plane are no characters, and no XML may hold them.
    private static func safe(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(1_000).map { scalar -> Unicode.Scalar in
            scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
