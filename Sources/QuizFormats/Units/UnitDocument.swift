package import QuizCore

/// A file of units, taken apart and ready to be judged against whatever the register is.
package struct UnitDocument: Sendable {
    package enum Format: String, CaseIterable, Hashable, Sendable {
        case yaml, csv, xlsx
    }

    package let format: Format
    private let bytes: [UInt8]
    private let vocabulary: Vocabulary
    /// Of a table.
    let sheet: UnitSheet?
    private let tableFaults: [Fault]

    /// Unit: bytes.
    package static let maximumSize = 20 << 20
    /// More units no province has.
    package static let maximumRows = 100_000

    /// Takes a file for what its first bytes say it is.
    ///
    /// - Throws: What is wrong with the file as a whole.
    package init(_ bytes: [UInt8], vocabulary: Vocabulary) throws(Faults) {
        guard bytes.count <= Self.maximumSize else {
            throw Faults(
                .file,
                vi: "tệp lớn hơn 20 MiB; hãy chia thành nhiều tệp nhỏ hơn",
                en: "the file is larger than 20 MiB; split it into smaller files"
            )
        }
        self.bytes = bytes
        self.vocabulary = vocabulary
        if ZipArchive.isLikely(bytes) || XLSXBook.isOldOrLocked(bytes) {
            format = .xlsx
            tableFaults = []
            sheet = try Self.sheet(in: bytes, vocabulary.groups)
        } else if let table = try UnitTable(bytes, groups: vocabulary.groups) {
            format = .csv
            tableFaults = table.faults
            sheet = table.sheet
        } else {
            format = .yaml
            tableFaults = []
            sheet = nil
        }
        if let sheet, sheet.rows.count > Self.maximumRows {
            throw Faults(
                SourcePlace(line: Self.maximumRows, column: 1),
                vi: "có hơn \(Self.maximumRows) đơn vị; hãy chia thành nhiều tệp nhỏ hơn",
                en: "there are more than \(Self.maximumRows) units; split them into smaller files"
            )
        }
    }

    private static func sheet(in bytes: [UInt8], _ groups: [Vocabulary.Term]) throws(Faults) -> UnitSheet {
        for rows in try XLSXBook.sheets(bytes) {
            if let sheet = UnitSheet(rows, groups: groups) { return sheet }
        }
        let known = UnitColumn.written.map { $0.heading(.vietnamese) }.joined(separator: ", ")
        let knownEnglish = UnitColumn.written.map { $0.heading(.english) }.joined(separator: ", ")
        throw Faults(
            .file,
            vi: "không trang nào có hàng tiêu đề với “Mã đơn vị” và “Tên đơn vị”; các cột: \(known)",
            en: "no sheet has a heading with 'Code' and 'Title'; the columns: \(knownEnglish)"
        )
    }

    /// Reads the units.
    ///
    /// - Parameter stored: The register as it is, by code.
    /// - Returns: What they come to beside that.
    /// - Throws: All faults of the file, by line or row and column.
    package func read(stored: [String: Unit]) throws(Faults) -> UnitImport {
        guard let sheet else { return try UnitImport(yaml: bytes, vocabulary: vocabulary, stored: stored) }
        let faults = FaultList(words: UnitKeyWords.words)
        for fault in tableFaults { faults.add(fault) }
        return try UnitImport(
            nodes: sheet.nodes(vocabulary, faults),
            spoken: sheet.spoken,
            faults: faults,
            vocabulary: vocabulary,
            stored: stored
        )
    }

    /// What stands in a row, to be shown beside a fault; empty where that is not known.
    package func original(of line: Int) -> String {
        guard let sheet else { return "" }
        return ([sheet.heading] + sheet.rows).first { $0.number == line }?.original ?? ""
    }

    /// The name of a column of a table: `C`.
    package func columnName(_ column: Int) -> String? {
        sheet == nil || column == 0 ? nil : SheetColumnName.name(column)
    }
}
