import QuizCore

/// The rows of a workbook's visible sheets, whatever they are about.
enum XLSXBook {
    /// Whether bytes begin as an old XLS file does, or a workbook with a password.
    static func isOldOrLocked(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    /// Reads every visible sheet that holds anything; formulas as the values they had.
    ///
    /// - Throws: What is wrong with the workbook.
    static func sheets(_ bytes: [UInt8]) throws(Faults) -> [[SheetRow]] {
        guard !isOldOrLocked(bytes) else {
            throw Faults(
                .file,
                vi: "đây là tệp XLS cũ hoặc sổ tính có mật khẩu; hãy bỏ mật khẩu và lưu lại dưới dạng .xlsx",
                en: "this is an old XLS file or a workbook with a password; take that off and save it as .xlsx"
            )
        }
        let archive = try ZipArchive(bytes)
        let parts = try WorkbookParts(archive)
        let texts = try parts.texts.map { name throws(Faults) in try SharedTexts.read(archive.part(name)) } ?? []
        let styles =
            try parts.styles.map { name throws(Faults) in CellStyles(try archive.document(name)) } ?? CellStyles()
        var sheets: [[SheetRow]] = []
        for page in parts.pages.prefix(20) {
            let collector = RowCollector()
            let reader = WorksheetReader(texts: texts, styles: styles, isFrom1904: parts.isFrom1904) {
                collector.rows.append($0)
            }
            try MarkupStream.read(archive.part(page.part), handler: reader)
            if collector.rows.contains(where: { !$0.cells.isEmpty }) { sheets.append(collector.rows) }
        }
        return sheets
    }
}

/// Where the rows of a sheet go as they come.
private final class RowCollector {
    var rows: [SheetRow] = []
}
