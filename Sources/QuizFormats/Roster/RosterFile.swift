package import QuizCore

/// Lists of people as schools have them: workbooks, tables of separated values, what is pasted from either.
package enum RosterFile {
    /// Unit: bytes.
    package static let maximumSize = 20 << 20
    private static let maximumSheets = 200

    /// Takes a file apart, whatever of the two it is.
    ///
    /// Formulas are read as the values that were stored beside them.
    package static func read(_ bytes: [UInt8]) -> RosterTable {
        guard bytes.count <= maximumSize else {
            return failed(
                vi: "tệp lớn hơn 20 MiB; hãy chia thành nhiều tệp nhỏ hơn",
                en: "the file is larger than 20 MiB; split it into smaller files"
            )
        }
        do throws(Faults) {
            if bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
                return try workbook(bytes)
            }
            return try separated(bytes)
        } catch {
            var table = RosterTable()
            table.faults = error.faults.map { RosterLine(row: $0.line, column: $0.column, $0.message) }
            return table
        }
    }

    private static func failed(vi: String, en: String) -> RosterTable {
        var table = RosterTable()
        table.faults = [RosterLine(row: 0, column: 0, Message(vi: vi, en: en))]
        return table
    }

    private static func workbook(_ bytes: [UInt8]) throws(Faults) -> RosterTable {
        let pages = try WorkbookPages(bytes)
        var readers: [RosterSheetReader] = []
        for (index, page) in pages.pages.prefix(maximumSheets).enumerated() {
            var reader = RosterSheetReader(sheet: index, name: pages.pages.count > 1 ? page.name : "")
            let merged = try pages.read(page) { reader.take($0) }
            for area in merged { reader.spread(column: area.column, rows: area.rows) }
            readers.append(reader)
        }
        return table(readers, names: pages.pages.prefix(maximumSheets).map(\.name))
    }

    private static func separated(_ bytes: [UInt8]) throws(Faults) -> RosterTable {
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
        guard let text = String(validating: content, as: UTF8.self) else {
            throw EncodingFault.faults(in: content[...])
        }
        if let fault = LegacyVietnamese.fault(in: String(text.prefix(20_000)), at: .file) { throw Faults([fault]) }
        var parser = CSVParser(content, separator: separator(of: content))
        var reader = RosterSheetReader(sheet: 0, name: "")
        while let cells = parser.next() { reader.take(row(cells, parser.number)) }
        var table = table([reader], names: [""])
        table.faults += parser.faults.prefix(FaultList.maximumTold).map {
            RosterLine(row: $0.place.line, column: $0.place.column, $0.message)
        }
        return table
    }

    private static func row(_ cells: [String], _ number: Int) -> SheetRow {
        var row = SheetRow(number: number)
        for (index, text) in cells.prefix(200).enumerated() {
            let text = FormulaGuard.restored(text.trimmed)
            if !text.isEmpty { row.cells.append(SheetCell(column: index + 1, text: text)) }
        }
        return row
    }

    /// The separator by which a heading is found with the most columns.
    private static func separator(of bytes: [UInt8]) -> CSVParser.Separator {
        let scores = CSVParser.Separator.allCases.map { separator in
            var parser = CSVParser(bytes, separator: separator)
            var best = 0
            while parser.number < 30, let cells = parser.next() {
                best = max(best, RosterHeading(row(cells, parser.number))?.columns.count ?? 0)
            }
            return (separator: separator, columns: best)
        }
        return scores.reduce(scores[0]) { $1.columns > $0.columns ? $1 : $0 }.separator
    }

    private static func table(_ readers: [RosterSheetReader], names: [String]) -> RosterTable {
        var table = RosterTable()
        table.sheets = readers.count == 1 ? [""] : names
        for reader in readers {
            table.rows += reader.rows
            table.faults += reader.faults
            for name in reader.heading?.ignored ?? [] where !table.ignored.contains(name) && table.ignored.count < 50 {
                table.ignored.append(name)
            }
        }
        let headed = readers.filter { $0.heading != nil }
        if headed.isEmpty {
            let message = Message(
                vi:
                    "không thấy hàng tiêu đề trong 30 hàng đầu; cần một hàng ghi tên các cột, ví dụ: \(RosterHeading.known.vi)",
                en: "no heading in the first 30 rows; one row must name the columns, such as: \(RosterHeading.known.en)"
            )
            table.faults.append(RosterLine(row: 1, column: 1, message))
        } else if table.rows.isEmpty, table.faults.isEmpty {
            let message = Message(vi: "dưới hàng tiêu đề không có ai", en: "nobody stands below the heading")
            table.faults.append(RosterLine(row: 1, column: 1, message))
        }
        for (index, reader) in readers.enumerated() where reader.isUnknown && !headed.isEmpty {
            let message = Message(
                vi: "trang “\(names[index].excerpt)” không có hàng tiêu đề nên bị bỏ qua",
                en: "the sheet '\(names[index].excerpt)' has no heading and is left out"
            )
            table.notices.append(RosterLine(sheet: names[index], row: 1, column: 1, message))
        }
        if readers.contains(where: \.isTooLong) || table.rows.count > RosterSheetReader.maximumRows {
            let message = Message(
                vi: "có hơn \(RosterSheetReader.maximumRows) hàng; hãy chia thành nhiều tệp nhỏ hơn",
                en: "there are more than \(RosterSheetReader.maximumRows) rows; split the file into smaller ones"
            )
            table.faults.append(RosterLine(row: 0, column: 0, message))
        }
        return table
    }
}
