import Foundation

/// What a column of a list of people holds; anything else in the file is not read any further.
package enum RosterField: String, CaseIterable, Codable, Hashable, Sendable {
    case name
    /// Family name with the middle names, or the family name alone.
    case family
    case middle, given, birth
    /// The class or department, a unit below the one that the list is for.
    case unit
    case group, position
}

/// A list of people as it stands in a file: texts only, of the columns that are used.
package struct RosterTable: Codable, Hashable, Sendable {
    package struct Row: Codable, Hashable, Sendable {
        /// As spreadsheet programs count, from 1.
        package let number: Int
        /// The place of its sheet in ``RosterTable/sheets``.
        package let sheet: Int
        package var cells: [RosterField: Cell]

        package init(number: Int, sheet: Int, cells: [RosterField: Cell]) {
            self.number = number
            self.sheet = sheet
            self.cells = cells
        }

        /// Without white space at its ends; empty where the row has none.
        package func text(_ field: RosterField) -> String { cells[field]?.text ?? "" }
    }

    package struct Cell: Codable, Hashable, Sendable {
        /// Counted from 1.
        package let column: Int
        package let text: String

        package init(column: Int, text: String) {
            self.column = column
            self.text = text
        }
    }

    /// Names of the sheets that were read; one that is empty for other files.
    package var sheets: [String] = []
    package var rows: [Row] = []
    /// Headings whose columns are neither used nor stored.
    package var ignored: [String] = []
    /// What is wrong with the file or with a cell, whatever it says.
    package var faults: [RosterLine] = []
    package var notices: [RosterLine] = []

    package init() {}
}

/// A word about one place of a list.
package struct RosterLine: Codable, Hashable, Sendable {
    /// Name of the sheet; empty where there is one only.
    package let sheet: String
    /// 0: the list as a whole.
    package let row: Int
    package let column: Int
    package let vi: String
    package let en: String
    /// The beginning of what stands there.
    package let original: String

    package init(sheet: String = "", row: Int, column: Int, _ message: Message, original: String = "") {
        self.sheet = sheet
        self.row = row
        self.column = column
        vi = message.vi
        en = message.en
        self.original = original
    }

    package var message: Message { Message(vi: vi, en: en) }
}

/// The way of a table between processes: a list of two hundred thousand people as JSON would take more memory than the process
/// that reads files may use.
extension RosterTable {
    private static let cellEnd = UInt8(0x1F)
    private static let rowEnd = UInt8(0x1E)
    private static let fields = Array(RosterField.allCases)

    /// Everything but the rows.
    private var head: RosterTable {
        var head = self
        head.rows = []
        return head
    }

    package func sent() throws -> [UInt8] {
        var bytes = Array(try JSONEncoder().encode(head))
        bytes.append(Self.rowEnd)
        for row in rows {
            bytes += "\(row.number)".utf8
            bytes.append(Self.cellEnd)
            bytes += "\(row.sheet)".utf8
            for (index, field) in Self.fields.enumerated() {
                guard let cell = row.cells[field] else { continue }
                bytes.append(Self.cellEnd)
                bytes += "\(index) \(cell.column) ".utf8
                bytes += cell.text.utf8.lazy.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }
            }
            bytes.append(Self.rowEnd)
        }
        return bytes
    }

    /// - Throws: If it is not what ``sent()`` gives.
    package init(received bytes: [UInt8]) throws {
        let parts = bytes.split(separator: Self.rowEnd, omittingEmptySubsequences: true)
        guard let first = parts.first else { throw CocoaError(.coderReadCorrupt) }
        self = try JSONDecoder().decode(RosterTable.self, from: Data(first))
        rows.reserveCapacity(parts.count - 1)
        for part in parts.dropFirst() {
            let cells = part.split(separator: Self.cellEnd)
            guard cells.count >= 2, let number = Self.integer(cells[0]), let sheet = Self.integer(cells[1]),
                sheets.indices.contains(sheet)
            else { throw CocoaError(.coderReadCorrupt) }
            var row = Row(number: number, sheet: sheet, cells: [:])
            for cell in cells.dropFirst(2) {
                let words = cell.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
                guard words.count == 3, let field = Self.integer(words[0]), Self.fields.indices.contains(field),
                    let column = Self.integer(words[1])
                else { throw CocoaError(.coderReadCorrupt) }
                row.cells[Self.fields[field]] = Cell(column: column, text: String(decoding: words[2], as: UTF8.self))
            }
            rows.append(row)
        }
    }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> Int? { Int(String(decoding: bytes, as: UTF8.self)) }
}
