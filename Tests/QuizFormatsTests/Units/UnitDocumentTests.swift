import QuizCore
import QuizFormats
import Testing
import XLSXWriter

struct UnitDocumentTests {
    private static let vocabulary = Vocabulary(
        topics: [],
        groups: [.init(code: "thcs", title: Message(vi: "Học sinh THCS", en: "Lower secondary pupils"))],
        unitTypes: [
            .init(code: "xa-phuong", title: Message(vi: "Xã, phường", en: "Commune or ward")),
            .init(code: "thcs", title: Message(vi: "Trường trung học cơ sở", en: "Lower secondary school")),
        ]
    )

    private func units(_ bytes: [UInt8], stored: [String: Unit] = [:]) throws -> UnitImport {
        try UnitDocument(bytes, vocabulary: Self.vocabulary).read(stored: stored)
    }

    private func units(_ text: String) throws -> [Unit] { try units(Array(text.utf8)).units }

    private func faults(_ bytes: [UInt8]) -> [Fault] {
        do {
            _ = try units(bytes)
            return []
        } catch let faults as Faults {
            return faults.faults
        } catch {
            Issue.record(error)
            return []
        }
    }

    @Test(arguments: [",", ";", "\t"])
    func aTableOfUnitsIsRead(_ separator: String) throws {
        let lines = [
            "code,title,type,parent,headcount,headcountOn,headcountSource",
            "b,Xã Hai,xa-phuong,a,20,5/9/2026,UBND xã", "a,\"Xã Một\",Phường,,,,", ",,,,,,",
        ]
        let text = "\u{FEFF}" + lines.map { $0.replacing(",", with: separator) }.joined(separator: "\r\n")
        let units = try units(text)
        #expect(units.map(\.code) == ["a", "b"])
        #expect(units[0].title == "Xã Một" && units[0].type == "xa-phuong" && units[0].headcounts.isEmpty)
        #expect(units[1].parent == "a")
        let day = CalendarDay(year: 2026, month: 9, day: 5)
        #expect(units[1].headcounts == [Headcount(count: 20, countedOn: day, source: "UBND xã")])
    }

    private static let rows = [
        ["DANH SÁCH ĐƠN VỊ"],
        [
            "STT", "Mã đơn vị", "Tên đơn vị", "Loại đơn vị", "Mã cấp trên", "Có từ ngày", "Đến hết ngày",
            "Mã đơn vị kế thừa",
            "Số người: thcs", "Tính đến ngày", "Nguồn số liệu",
        ],
        ["1", "xa", "Xã Một", "Xã", "", "01/07/2025", "", "", "", "", ""],
        ["2", "le-loi", "THCS Lê Lợi", "THCS", "xa", "", "2026-06-30", "xa; moi", "300", "05/09/2025", "Sở"],
        ["3", "moi", "THCS Mới", "trường trung học cơ sở", "xa", "", "", "", "", "", ""],
    ]

    @Test func aWorkbookOfPeopleIsRead() throws {
        let columns = Self.rows[1].map { _ in Sheet.Column(width: 12) }
        let book = try Workbook.bytes([Sheet(name: "Đơn vị", columns: columns, rows: Self.rows)])
        let units = try units(book).units
        #expect(units.map(\.code) == ["xa", "le-loi", "moi"] && units.map(\.type) == ["xa-phuong", "thcs", "thcs"])
        #expect(units[1].successors == ["moi", "xa"] && units[1].validTo == CalendarDay(year: 2026, month: 6, day: 30))
        let day = CalendarDay(year: 2025, month: 9, day: 5)
        #expect(units[1].headcounts == [Headcount(group: "thcs", count: 300, countedOn: day, source: "Sở")])
        #expect(units[0].validFrom == CalendarDay(year: 2025, month: 7, day: 1))
    }

    @Test(
        arguments: [
            ("code,title,type\na,A,thon", 2, 3, "cột “Loại đơn vị”"),
            ("code,title,type\na,,xa", 2, 1, "cột “Tên đơn vị”"),
            ("code,title,type\na,A,xa,5", 2, 4, "ngoài các cột"), ("code,title,type,size\na,A,xa,5", 1, 4, "“size”"),
            ("code,title,type\na,\"A,xa", 2, 2, "ngoặc kép"), ("code,title,type\na,A,xa\na,B,xa", 3, 1, "dòng 2"),
            ("code,title,type,code\na,A,xa,b", 1, 4, "hai cột"), ("code,title,type,parent\na,A,xa,b", 2, 4, "“b”"),
            ("code,title,type,headcount\na,A,xa,x", 2, 4, "cột “Số người”"),
        ]
    )
    func faultsNameRowAndColumnInWordsOfTheSheet(_ text: String, _ row: Int, _ column: Int, _ words: String) {
        let found = faults(Array(text.utf8))
        #expect(found.contains { [$0.line, $0.column] == [row, column] && $0.message.vi.contains(words) }, "\(found)")
    }

    @Test func whatIsNoTableIsReadAsYAML() throws {
        let document = try UnitDocument(
            Array("units:\n  - { code: a, title: A, type: thcs }\n".utf8),
            vocabulary: Self.vocabulary
        )
        #expect(document.format == .yaml && document.columnName(3) == nil)
        #expect(try document.read(stored: [:]).units.map(\.code) == ["a"])
        for bytes in [
            Array("code,title,type\na,".utf8) + [0xFF], [0xD0, 0xCF, 0x11, 0xE0], [0x50, 0x4B, 0x03, 0x04], [], [0],
        ] {
            #expect(!faults(bytes).isEmpty)
        }
    }

    @Test func theRegisterGoesOutAndComesInTheSame() throws {
        let text = Self.rows.dropFirst().map { $0.joined(separator: "\t") }.joined(separator: "\n")
        let first = try units(text)
        let stored = Dictionary(uniqueKeysWithValues: first.map { ($0.code, $0) })
        for language in [SheetLanguage.vietnamese, .english] {
            #expect(try units(try UnitWorkbook.register(first, language), stored: stored).same == 3)
            #expect(try units(Array(UnitWorkbook.registerText(first, language).utf8), stored: stored).same == 3)
        }
    }

    @Test func aTemplateIsTakenAndHoldsNothing() throws {
        let document = try UnitDocument(
            UnitWorkbook.template(.vietnamese, vocabulary: Self.vocabulary),
            vocabulary: Self.vocabulary
        )
        #expect(try document.read(stored: [:]).units.isEmpty)
        #expect(try units(UnitWorkbook.templateText(.english)).isEmpty)
    }

    /// A mended file of faults can be sent again: the column that tells them is passed over.
    @Test func faultsComeBackAsRowsToMend() throws {
        let text = "code,title,type,parent\na,A,thcs,\nb,B,thon,a\nc,C,thcs,nowhere"
        let document = try UnitDocument(Array(text.utf8), vocabulary: Self.vocabulary)
        let found = faults(Array(text.utf8))
        let book = try UnitWorkbook.faults(found, in: document, .vietnamese)
        let again = faults(book)
        #expect(again.map(\.line) == [2, 3], "\(again)")
        #expect(!again.contains { $0.message.vi.contains("Lỗi") })
        #expect(document.original(of: 3) == "b | B | thon | a")
    }

    /// 69 communes, 600 schools, 12,000 classes.
    @Test(.timeLimit(.minutes(1))) func aProvinceIsRead() throws {
        var lines = ["code,title,type,parent,headcount"]
        for xa in 0..<69 { lines.append("xa\(xa),Xã \(xa),xa-phuong,,") }
        for school in 0..<600 { lines.append("s\(school),THCS \(school),thcs,xa\(school % 69),500") }
        for lop in 0..<12_000 { lines.append("l\(lop),Lớp \(lop),thcs,s\(lop % 600),40") }
        #expect(try units(lines.joined(separator: "\n")).count == 12_669)
    }
}
