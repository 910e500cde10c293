import CXLSXWriter
import Foundation

/// Workbooks of texts and numbers: nothing in them is a formula, and the same sheets always give the same bytes.
package enum Workbook {
    /// How many rows may be filled in with choices.
    private static let choiceRows: UInt32 = 10_000
    /// 2000-01-01, so that no clock comes into the bytes.
    private static let created: time_t = 946_684_800

    /// Writes sheets and gives the bytes of the file.
    package static func bytes(_ sheets: [Sheet]) throws(XLSXWriterError) -> [UInt8] {
        // The library writes files only (up to version 1.1.4).
        let file = FileManager.default.temporaryDirectory.appending(path: "sheet-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        guard FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw .noRoom }
        try write(sheets, to: file.path)
        guard let data = FileManager.default.contents(atPath: file.path) else { throw .noRoom }
        return Array(data)
    }

    private static func write(_ sheets: [Sheet], to path: String) throws(XLSXWriterError) {
        guard let book = unsafe workbook_new(path) else { throw .noRoom }
        var properties = unsafe lxw_doc_properties()
        unsafe properties.created = created
        var failure = unsafe check(workbook_set_properties(book, &properties))
        let formats = unsafe Formats(book)
        for sheet in sheets where failure == nil {
            failure = unsafe add(sheet, to: book, formats)
        }
        // Frees the workbook, whatever became of it.
        let closing = unsafe check(workbook_close(book))
        if let failure = failure ?? closing { throw failure }
    }

    private static func check(_ code: lxw_error) -> XLSXWriterError? {
        guard code != LXW_NO_ERROR else { return nil }
        guard let words = unsafe lxw_strerror(code) else { return .noRoom }
        return .refused(unsafe String(cString: words))
    }

    /// Looks of cells; all but those of numbers are texts, so that nobody's `1/2` becomes a day.
    @unsafe private struct Formats {
        let heading: UnsafeMutablePointer<lxw_format>?
        let text: UnsafeMutablePointer<lxw_format>?
        let number: UnsafeMutablePointer<lxw_format>?

        init(_ book: UnsafeMutablePointer<lxw_workbook>) {
            unsafe heading = workbook_add_format(book)
            unsafe text = workbook_add_format(book)
            unsafe number = workbook_add_format(book)
            unsafe format_set_align(number, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            unsafe format_set_bold(heading)
            unsafe Self.prepare(heading)
            unsafe Self.prepare(text)
        }

        private static func prepare(_ format: UnsafeMutablePointer<lxw_format>?) {
            unsafe format_set_text_wrap(format)
            unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            // The format `@`.
            unsafe format_set_num_format_index(format, 49)
        }
    }

    @unsafe private static func add(
        _ sheet: Sheet,
        to book: UnsafeMutablePointer<lxw_workbook>,
        _ formats: Formats
    ) -> XLSXWriterError? {
        guard let page = unsafe workbook_add_worksheet(book, sheet.name) else {
            return .refused("sheet name \(sheet.name)")
        }
        for (index, column) in sheet.columns.enumerated() {
            guard let number = UInt16(exactly: index) else { return .refused("too many columns") }
            let code = unsafe worksheet_set_column(page, number, number, column.width, formats.text)
            if let failure = check(code) { return failure }
            if let failure = unsafe offer(column.choices, in: number, of: page) { return failure }
        }
        unsafe worksheet_freeze_panes(page, 1, 0)
        for (index, row) in sheet.rows.enumerated() {
            let format = index == 0 ? unsafe formats.heading : unsafe formats.text
            for (column, text) in row.enumerated() where !text.isEmpty {
                guard let row = UInt32(exactly: index), let column = UInt16(exactly: column) else {
                    return .refused("too many cells")
                }
                let code =
                    if index > 0, holdsNumbers(Int(column), sheet), let value = Double(text), value.isFinite {
                        unsafe worksheet_write_number(page, row, column, value, formats.number)
                    } else {
                        unsafe worksheet_write_string(page, row, column, CellText.escaped(text), format)
                    }
                if let failure = check(code) { return failure }
            }
        }
        return nil
    }

    private static func holdsNumbers(_ column: Int, _ sheet: Sheet) -> Bool {
        sheet.columns.indices.contains(column) && sheet.columns[column].holdsNumbers
    }

    /// A list to choose from in the cells below the heading.
    @unsafe private static func offer(
        _ choices: [String],
        in column: UInt16,
        of page: UnsafeMutablePointer<lxw_worksheet>
    ) -> XLSXWriterError? {
        guard !choices.isEmpty else { return nil }
        var words: [UnsafeMutablePointer<CChar>?] = unsafe choices.map { unsafe strdup($0) } + [nil]
        defer { unsafe words.forEach { unsafe free($0) } }
        return unsafe words.withUnsafeMutableBufferPointer { words in
            var validation = unsafe lxw_data_validation()
            unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            unsafe validation.value_list = words.baseAddress
            // A warning only: readers know more words than are offered.
            unsafe validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
            return unsafe check(worksheet_data_validation_range(page, 1, column, choiceRows, column, &validation))
        }
    }
}
