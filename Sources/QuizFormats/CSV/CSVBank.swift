package import QuizCore

/// Banks as tables of separated values (docs/formats.md, Sheets).
package enum CSVBank {
    /// Unit: bytes.
    static let maximumSize = 20 << 20
    /// As many as a sheet of a workbook has.
    package static let maximumRows = 1_048_576

    /// Takes a table apart; separator and heading are found by what the first rows say.
    package static func read(_ bytes: [UInt8], vocabulary: Vocabulary) -> ForeignBank {
        read(bytes, vocabulary: vocabulary, keepsRows: false)
    }

    static func read(_ bytes: [UInt8], vocabulary: Vocabulary, keepsRows: Bool) -> ForeignBank {
        var bank = ForeignBank()
        guard bytes.count <= maximumSize else {
            bank.faults =
                Faults(
                    .file,
                    vi: "tệp lớn hơn 20 MiB; hãy chia thành nhiều tệp nhỏ hơn",
                    en: "the file is larger than 20 MiB; split it into smaller files"
                )
                .faults
            return bank
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
        guard String(validating: content, as: UTF8.self) != nil else {
            bank.faults = EncodingFault.faults(in: content[...]).faults
            return bank
        }
        let (start, named) = announced(content)
        let separator = named ?? guess(content, from: start)
        return read(
            CSVParser(content, from: start, separator: separator),
            SheetReader(vocabulary: vocabulary, keepsRows: keepsRows)
        )
    }

    private static func read(_ parser: CSVParser, _ reader: SheetReader) -> ForeignBank {
        var parser = parser
        var reader = reader
        var widths: [(row: Int, width: Int)] = []
        var isTooLong = false
        while !isTooLong, let cells = parser.next() {
            isTooLong = parser.number > maximumRows
            let row = row(cells, parser.number)
            reader.take(row)
            if !row.cells.isEmpty { widths.append((parser.number, max(row.cells.last?.column ?? 0, cells.count))) }
        }
        var bank = reader.finish()
        if let heading = reader.heading { tellRagged(widths, heading, &bank) }
        if isTooLong {
            bank.fault(
                SourcePlace(line: maximumRows, column: 1),
                vi: "có hơn \(maximumRows) hàng; hãy xóa các hàng trống hoặc chia thành nhiều tệp nhỏ hơn",
                en: "there are more than \(maximumRows) rows; delete empty ones or split the file into smaller ones"
            )
        }
        bank.faults += parser.faults.map { Fault(line: $0.place.line, column: $0.place.column, message: $0.message) }
        return bank
    }

    private static func row(_ cells: [String], _ number: Int) -> SheetRow {
        var row = SheetRow(number: number)
        for (index, text) in cells.prefix(SheetColumnName.last).enumerated() {
            let text = FormulaGuard.restored(text.trimmed)
            if !text.isEmpty { row.cells.append(SheetCell(column: index + 1, text: text)) }
        }
        return row
    }

    /// Rows with fewer or more cells than the heading: most likely a separator is missing, or one too many not in quotes.
    private static func tellRagged(
        _ widths: [(row: Int, width: Int)],
        _ heading: SheetHeading,
        _ bank: inout ForeignBank
    ) {
        guard let expected = widths.first(where: { $0.row == heading.firstRow - 1 })?.width else { return }
        for (row, width) in widths where row >= heading.firstRow && width != expected && bank.faults.count < 20_000 {
            let place = SourcePlace(line: row, column: min(width, expected) + 1)
            bank.faults.append(
                contentsOf: Faults(
                    place,
                    vi: "hàng này có \(width) ô, hàng tiêu đề có \(expected); nội dung có dấu phân cách phải đặt trong "
                        + "dấu ngoặc kép",
                    en:
                        "this row has \(width) cells, the heading \(expected); put a text that holds the separator in quotes"
                )
                .faults
            )
        }
    }

    /// A first line `sep=;`, as Excel knows it.
    private static func announced(_ bytes: [UInt8]) -> (start: Int, separator: CSVParser.Separator?) {
        guard bytes.count > 5, bytes.starts(with: "sep=".utf8), let separator = CSVParser.Separator(rawValue: bytes[4])
        else { return (0, nil) }
        guard bytes[5] == 0x0A || bytes[5] == 0x0D else { return (0, nil) }
        let isPair = bytes.count > 6 && bytes[5] == 0x0D && bytes[6] == 0x0A
        return (isPair ? 7 : 6, separator)
    }

    /// The separator by which a heading is recognised with the most columns.
    private static func guess(_ bytes: [UInt8], from start: Int) -> CSVParser.Separator {
        let scores = CSVParser.Separator.allCases.map { separator in
            var parser = CSVParser(bytes, from: start, separator: separator)
            var rows: [SheetRow] = []
            while rows.count < SheetReader.headingRows, let cells = parser.next() {
                rows.append(row(Array(cells.prefix(200)), parser.number))
            }
            let found = rows.indices.compactMap { index in
                SheetHeading(rows[index], next: index + 1 < rows.count ? rows[index + 1] : nil)?.fields.count
            }
            return (separator: separator, fields: found.first ?? 0)
        }
        return scores.reduce(scores[0]) { $1.fields > $0.fields ? $1 : $0 }.separator
    }

    /// The bank with every text kept from being a formula.
    package static func text(
        _ bank: Bank,
        separator: CSVWriter.Separator = .comma,
        language: SheetLanguage? = nil
    ) -> String {
        text(bank.questions, separator, language ?? SheetLanguage(tag: bank.language))
    }

    /// A table with two questions as an example.
    package static func template(
        _ language: SheetLanguage,
        vocabulary: Vocabulary,
        separator: CSVWriter.Separator = .comma
    ) -> String {
        var writer = CSVWriter(separator: separator)
        // Above the heading, where they are told apart from questions.
        for line in SheetTemplate.legend(language, vocabulary) { writer.append([.text(line)]) }
        append(SheetTemplate.questions(language, vocabulary), language, &writer)
        return writer.text
    }

    private static func text(
        _ questions: [Question],
        _ separator: CSVWriter.Separator,
        _ language: SheetLanguage
    ) -> String {
        var writer = CSVWriter(separator: separator)
        append(questions, language, &writer)
        return writer.text
    }

    private static func append(_ questions: [Question], _ language: SheetLanguage, _ writer: inout CSVWriter) {
        for row in SheetTable.rows(questions, language).rows { writer.append(row.map { .text($0) }) }
    }
}
