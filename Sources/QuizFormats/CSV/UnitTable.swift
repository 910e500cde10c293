package import QuizCore

/// A register of units as a table: the first line names the columns as the YAML form names its keys.
package enum UnitTable {
    /// Whether a file is a table rather than YAML: its first line begins with the column of the codes.
    package static func isTable(_ bytes: [UInt8]) -> Bool {
        let start = withoutMark(bytes)
        return ["code", "\"code\""].contains { word in
            start.starts(with: word.utf8)
                && CSVParser.Separator.allCases.contains { $0.rawValue == start.dropFirst(word.utf8.count).first }
        }
    }

    /// Reads the table.
    ///
    /// - Throws: All its faults, by row and column.
    package static func units(_ bytes: [UInt8], vocabulary: Vocabulary) throws(Faults) -> [Unit] {
        try Unit.list(rows: try rows(bytes), vocabulary: vocabulary)
    }

    private static func rows(_ bytes: [UInt8]) throws(Faults) -> [Unit.Row] {
        let plain = Array(withoutMark(bytes))
        guard String(validating: plain, as: UTF8.self) != nil else { throw EncodingFault.faults(in: plain[...]) }
        let first = plain.first { byte in CSVParser.Separator.allCases.contains { $0.rawValue == byte } }
        let separator = CSVParser.Separator.allCases.first { $0.rawValue == first } ?? .comma
        var parser = CSVParser(plain, separator: separator)
        let heading = (parser.next() ?? []).map { FormulaGuard.restored($0).trimmed }
        var rows: [Unit.Row] = []
        while let cells = parser.next() {
            guard cells.contains(where: { !$0.trimmed.isEmpty }) else { continue }
            rows.append(Unit.Row(number: parser.number, heading: heading, cells: cells.map(FormulaGuard.restored)))
        }
        let faults = parser.faults.map { Fault(line: $0.place.line, column: $0.place.column, message: $0.message) }
        guard faults.isEmpty else { throw Faults(faults) }
        return rows
    }

    private static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    }
}
