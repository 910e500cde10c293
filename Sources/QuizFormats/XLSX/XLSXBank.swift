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
        guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
            throw Faults(
                .file,
                vi: "đây là tệp XLS cũ hoặc sổ tính có mật khẩu; hãy bỏ mật khẩu và lưu lại dưới dạng .xlsx",
                en: "this is an old XLS file or a workbook with a password; take that off and save it as .xlsx"
            )
        }
        let archive = try ZipArchive(bytes)
        let parts = try WorkbookParts(archive)
        let pages = WorkbookPages(
            archive: archive,
            isFrom1904: parts.isFrom1904,
            texts: try parts.texts.map { name throws(Faults) in try SharedTexts.read(archive.part(name)) } ?? [],
            styles: try parts.styles.map { name throws(Faults) in CellStyles(try archive.document(name)) }
                ?? CellStyles()
        )
        var found: ForeignBank?
        var about = BankSheet()
        for page in parts.pages {
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

/// The sheets of a workbook with what they share.
private struct WorkbookPages {
    let archive: ZipArchive
    let isFrom1904: Bool
    let texts: [String]
    let styles: CellStyles

    /// Gives the rows of a sheet to `body`, and then its merged cells.
    @discardableResult
    func read(
        _ page: WorkbookParts.Page,
        _ body: (SheetRow) -> Void
    ) throws(Faults) -> [(column: Int, rows: ClosedRange<Int>)] {
        let bytes = try archive.part(page.part)
        return try withoutActuallyEscaping(body) { body throws(Faults) in
            let reader = WorksheetReader(texts: texts, styles: styles, isFrom1904: isFrom1904, take: body)
            try MarkupStream.read(bytes, handler: reader)
            return reader.merged
        }
    }
}
