import QuizCore

/// The sheets of a workbook with what they share.
struct WorkbookPages {
    /// Those that are visible, in their order.
    let pages: [WorkbookParts.Page]
    private let archive: ZipArchive
    private let isFrom1904: Bool
    private let texts: [String]
    private let styles: CellStyles

    init(_ bytes: [UInt8]) throws(Faults) {
        guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
            throw Faults(
                .file,
                vi: "đây là tệp XLS cũ hoặc sổ tính có mật khẩu; hãy bỏ mật khẩu và lưu lại dưới dạng .xlsx",
                en: "this is an old XLS file or a workbook with a password; take that off and save it as .xlsx"
            )
        }
        archive = try ZipArchive(bytes)
        let archive = archive
        let parts = try WorkbookParts(archive)
        pages = parts.pages
        isFrom1904 = parts.isFrom1904
        texts = try parts.texts.map { name throws(Faults) in try SharedTexts.read(archive.part(name)) } ?? []
        styles =
            try parts.styles.map { name throws(Faults) in CellStyles(try archive.document(name)) } ?? CellStyles()
    }

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
