package import XLSXWriter

/// A workbook with one table of texts.
package enum TextTable {
    /// Writes rows, the first of which is the heading, with columns about as wide as what stands in them.
    package static func xlsx(name: String, rows: [[String]]) throws(XLSXWriterError) -> [UInt8] {
        let count = rows.map(\.count).max() ?? 0
        let columns = (0..<count).map { column in
            let longest = rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0
            return Sheet.Column(width: Double(min(max(longest + 2, 6), 50)))
        }
        return try Workbook.bytes([Sheet(name: name, columns: columns, rows: rows)])
    }
}
