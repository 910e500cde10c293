import CXLSXWriter
import Foundation

/// The library's workbook while it is being written; it is closed once, at the latest when this goes.
///
/// Safe to use: its pointers are those of one workbook, lead nowhere else, and are not used once it is closed.
@safe final class OpenWorkbook {
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = unsafe []
    private let heading: UnsafeMutablePointer<lxw_format>?
    private let text: UnsafeMutablePointer<lxw_format>?
    private let number: UnsafeMutablePointer<lxw_format>?
    private let time: UnsafeMutablePointer<lxw_format>?
    /// 2000-01-01, so that no clock comes into the bytes.
    private static let created: time_t = 946_684_800

    private let path: String

    init(path: String, _ plans: [SheetPlan]) throws(XLSXWriterError) {
        var options = unsafe lxw_workbook_options()
        // Each row goes to a file as soon as the next one begins.
        unsafe options.constant_memory = UInt8(LXW_TRUE.rawValue)
        guard let book = unsafe workbook_new_opt(path, &options) else { throw .noRoom }
        self.path = path
        unsafe self.book = book
        unsafe heading = workbook_add_format(book)
        unsafe text = workbook_add_format(book)
        unsafe number = workbook_add_format(book)
        unsafe time = workbook_add_format(book)
        unsafe format_set_bold(heading)
        unsafe format_set_text_wrap(heading)
        // The format `@`: nobody's `1/2` becomes a day.
        unsafe format_set_num_format_index(heading, 49)
        unsafe format_set_num_format_index(text, 49)
        unsafe format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        unsafe format_set_align(text, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        unsafe format_set_align(number, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        unsafe format_set_align(time, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        unsafe format_set_num_format(time, "dd/mm/yyyy hh:mm:ss")
        var properties = unsafe lxw_doc_properties()
        unsafe properties.created = Self.created
        try Self.check(unsafe workbook_set_properties(book, &properties))
        for plan in plans { try unsafe add(plan, to: book) }
    }

    /// Nobody wants what was not closed; only closing it frees it, and writes the file.
    deinit {
        guard let book = unsafe book else { return }
        _ = unsafe workbook_close(book)
        try? FileManager.default.removeItem(atPath: path)
    }

    func close() throws(XLSXWriterError) {
        guard let book = unsafe book else { return }
        // Frees it, whatever becomes of it.
        unsafe self.book = nil
        try Self.check(unsafe workbook_close(book))
    }

    private func add(_ plan: SheetPlan, to book: UnsafeMutablePointer<lxw_workbook>) throws(XLSXWriterError) {
        guard let sheet = unsafe workbook_add_worksheet(book, plan.name) else {
            throw .refused("sheet name \(plan.name)")
        }
        unsafe sheets.append(sheet)
        for (index, column) in plan.columns.enumerated() {
            guard let index = UInt16(exactly: index) else { throw .refused("too many columns") }
            try Self.check(unsafe worksheet_set_column(sheet, index, index, column.width, nil))
        }
        guard plan.hasHeading else { return }
        unsafe worksheet_freeze_panes(sheet, 1, 0)
        for (index, column) in plan.columns.enumerated() {
            guard let index = UInt16(exactly: index) else { throw .refused("too many columns") }
            try Self.check(unsafe worksheet_write_string(sheet, 0, index, CellText.escaped(column.title), heading))
        }
    }

    func write(_ cells: [WorkbookCell], at row: UInt32, in sheet: Int) throws(XLSXWriterError) {
        guard unsafe sheets.indices.contains(sheet) else { throw .refused("no such sheet") }
        let page = unsafe sheets[sheet]
        for (index, cell) in cells.enumerated() {
            guard let column = UInt16(exactly: index) else { throw .refused("too many columns") }
            switch cell {
            case .empty, .text(""): break
            case .text(let words):
                try Self.check(unsafe worksheet_write_string(page, row, column, CellText.escaped(words), text))
            case .number(let value):
                try Self.check(unsafe worksheet_write_number(page, row, column, value, number))
            case .time(let value):
                try Self.check(unsafe worksheet_write_number(page, row, column, value, time))
            }
        }
    }

    func addFilter(to sheet: Int, lastRow: UInt32, columns: Int) throws(XLSXWriterError) {
        guard unsafe sheets.indices.contains(sheet), columns > 0, let last = UInt16(exactly: columns - 1) else {
            return
        }
        try Self.check(unsafe worksheet_autofilter(sheets[sheet], 0, 0, lastRow, last))
    }

    private static func check(_ code: lxw_error) throws(XLSXWriterError) {
        guard code != LXW_NO_ERROR else { return }
        guard let words = unsafe lxw_strerror(code) else { throw .noRoom }
        throw .refused(unsafe String(cString: words))
    }
}
