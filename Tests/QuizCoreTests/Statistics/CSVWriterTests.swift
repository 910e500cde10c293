import QuizCore
import Testing

struct CSVWriterTests {
    private func line(_ cell: CSVWriter.Cell, _ separator: CSVWriter.Separator = .comma) -> String {
        var writer = CSVWriter(separator: separator)
        writer.append([cell])
        return String(writer.text.unicodeScalars.dropFirst().dropLast(2))
    }

    @Test func aFileBeginsWithTheMarkAndItsLinesEndInCRLF() {
        var writer = CSVWriter(separator: .semicolon)
        writer.append([.text("a"), .number(-5)])
        writer.append([.text("Đỗ"), .text("")])
        #expect(Array(writer.text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(Array(writer.text.unicodeScalars.dropFirst()) == Array("a;-5\r\nĐỗ;\r\n".unicodeScalars))
    }

    /// I10: what spreadsheets may take for a formula, and what they may skip before it.
    @Test(
        arguments: [
            "=1+1", "+84912345678", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\tx", "\rx", " =1", "   -1", "\u{A0}=1",
            "\u{A0} \u{A0}+1", "\u{3000}=1", "\u{202F}@x", "\u{FEFF}=1", "\u{200B}=1", "\u{2060}=1", "\0=1", "\"=1",
            "\u{FF1D}1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}x", "\u{2212}1", "\u{FE66}1", "\u{207C}1",
            "=HYPERLINK(\"http://x\",\"Xem\")", "=cmd|' /C calc'!A0", "+cmd|x!A0", "-cmd|x!A0", "@cmd|x!A0",
            "An\n=1", "An\r\n=1", "An\r=1", "An\n  =1", "An\u{2028}=1", "An\u{85}-1", "An\u{B}@x", "An;=1", "An,=1",
            "An\t=1", "\n=1", "\r\n=1",
        ]
    )
    func formulasGetAnApostrophe(_ words: String) {
        for separator in CSVWriter.Separator.allCases {
            var cell = line(.text(words), separator)
            if cell.unicodeScalars.first == "\"" {
                cell = String(cell.unicodeScalars.dropFirst().dropLast())
            }
            #expect(cell.unicodeScalars.first == "'")
            // Nor does any part of it start one, however it is split.
            let ends = "\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029},;\t".unicodeScalars
            let parts = cell.unicodeScalars.split { ends.contains($0) }
            for part in parts.dropFirst() {
                let first = part.first { !$0.properties.isWhitespace && $0 != "\"" }
                #expect(first.map { !"=+-@".unicodeScalars.contains($0) } ?? true)
            }
        }
    }

    @Test(
        arguments: [
            "", "Nguyễn Văn An", "Trường THCS Lê Văn Thiêm", "1=1", "a+b", "An-Na", "x@y", "'đã có", "2026", "Lớp 9A",
            "An  Bình", "(=1)",
        ]
    )
    func ordinaryTextStaysAsItIs(_ words: String) {
        #expect(line(.text(words)) == words)
    }

    @Test(
        arguments: [
            ("a,b", "\"a,b\""), ("a;b", "\"a;b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
            ("a\r\nb", "\"a\r\nb\""),
            ("\"", "\"\"\"\""),
        ] as [(String, String)]
    )
    func whatSeparatesIsQuoted(_ words: String, _ expected: String) {
        for separator in CSVWriter.Separator.allCases {
            #expect(Array(line(.text(words), separator).unicodeScalars) == Array(expected.unicodeScalars))
        }
    }

    @Test(
        arguments: [
            (0, "0", "0"), (1_000, "1", "1"), (8_500, "8.5", "8,5"), (666, "0.666", "0,666"),
            (10, "0.01", "0,01"), (-250, "-0.25", "-0,25"), (-12_000, "-12", "-12"), (1_001, "1.001", "1,001"),
        ] as [(Int, String, String)]
    )
    func pointsHaveTheMarkOfTheRegion(_ value: Int, _ comma: String, _ semicolon: String) {
        #expect(line(.thousandths(value), .comma) == comma)
        #expect(line(.thousandths(value), .semicolon) == semicolon)
    }

    @Test(
        arguments: [
            (1_795_482_123_004, "24/11/2026 08:02:03"), (1_767_200_399_999, "31/12/2025 23:59:59"),
            (1_767_200_400_000, "01/01/2026 00:00:00"),
        ] as [(Int64, String)]
    )
    func timesAreThoseOfVietnam(_ milliseconds: Int64, _ expected: String) {
        #expect(line(.time(Timestamp(milliseconds: milliseconds))) == expected)
    }
}
