package import QuizCore

/// Banks as workbooks (docs/formats.md, Sheets).
package enum XLSXBank {
    /// Takes a workbook apart: questions of its first visible sheet that holds anything, and what a sheet `Bank` says.
    package static func read(_ bytes: [UInt8], vocabulary: Vocabulary) -> ForeignBank {
        read(bytes, vocabulary: vocabulary, keepsRows: false)
    }

    static func read(_ bytes: [UInt8], vocabulary: Vocabulary, keepsRows: Bool) -> ForeignBank {
        do throws(Faults) {
            return try taken(bytes, SheetReader(vocabulary: vocabulary, keepsRows: keepsRows))
        } catch {
            var bank = ForeignBank()
            bank.faults = error.faults
            return bank
        }
    }

    private static func taken(_ bytes: [UInt8], _ reader: SheetReader) throws(Faults) -> ForeignBank {
        let pages = try WorkbookPages(bytes)
        var found: ForeignBank?
        var about = BankSheet()
        for page in pages.pages {
            if BankSheet.isNamed(page.name) {
                try pages.read(page) { about.take($0) }
            } else if found == nil {
                found = try questions(page, pages, reader)
            }
        }
        guard var bank = found else {
            throw Faults(
                .file,
                vi: "sổ tính không có trang nào có nội dung",
                en: "no sheet of the workbook holds anything"
            )
        }
        about.fill(&bank)
        return bank
    }

    /// `nil` for a sheet that holds nothing.
    private static func questions(
        _ page: WorkbookParts.Page,
        _ pages: WorkbookPages,
        _ empty: SheetReader
    ) throws(Faults) -> ForeignBank? {
        var reader = empty
        let merged = try pages.read(page) { reader.take($0) }
        guard !reader.isEmpty else { return nil }
        _ = reader.finish()
        for area in merged { reader.spread(column: area.column, rows: area.rows) }
        return reader.bank
    }
}
