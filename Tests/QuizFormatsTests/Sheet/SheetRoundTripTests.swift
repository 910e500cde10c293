import QuizCore
import QuizFormats
import Testing

struct SheetRoundTripTests {
    static let names = Shipped.banks + ["kinds"]

    private func bank(_ name: String) throws -> Bank {
        name == "kinds" ? try Shipped.kinds() : try Shipped.bank(name)
    }

    private func check(_ foreign: ForeignBank, _ bank: Bank) throws {
        #expect(foreign.faults == [])
        #expect(foreign.notices == [])
        #expect(try foreign.judged(as: bank).yaml() == bank.withoutImages.yaml())
    }

    @Test(arguments: names, [CSVWriter.Separator.comma, .semicolon])
    func tablesComeBackTheSame(_ name: String, _ separator: CSVWriter.Separator) throws {
        let bank = try bank(name)
        for language in SheetLanguage.allCases {
            let text = CSVBank.text(bank, separator: separator, language: language)
            try check(CSVBank.read(Array(text.utf8), vocabulary: Shipped.vocabulary()), bank)
        }
    }

    @Test(arguments: names)
    func workbooksComeBackTheSame(_ name: String) throws {
        let bank = try bank(name)
        for language in SheetLanguage.allCases {
            let bytes = try XLSXBank.bytes(bank, language: language)
            #expect(try XLSXBank.bytes(bank, language: language) == bytes)
            let foreign = try XLSXBank.read(bytes, vocabulary: Shipped.vocabulary())
            try check(foreign, bank)
            #expect(foreign.id == bank.id)
            #expect(foreign.title == bank.title)
            #expect(foreign.language == bank.language)
            #expect(foreign.licence == bank.licence)
            #expect(foreign.isPublic == bank.isPublic)
        }
    }

    @Test(arguments: SheetLanguage.allCases)
    func templatesAreSoundBanks(_ language: SheetLanguage) throws {
        let vocabulary = try Shipped.vocabulary()
        let table = CSVBank.template(language, vocabulary: vocabulary)
        let sheets = try [
            CSVBank.read(Array(table.utf8), vocabulary: vocabulary),
            XLSXBank.read(XLSXBank.template(language, vocabulary: vocabulary), vocabulary: vocabulary),
        ]
        for foreign in sheets {
            #expect(foreign.faults == [])
            #expect(try foreign.judged(as: Shipped.kinds()).questions.count == 2)
        }
    }

    @Test func noCellIsAFormula() throws {
        let archive = try ZipArchive(XLSXBank.bytes(Shipped.kinds()))
        let part = try #require(try archive.entry(named: "xl/worksheets/sheet1.xml"))
        let sheet = try MarkupDocument.read(part)
        let cells = try #require(sheet.first("sheetData")).children.flatMap { $0.children("c") }
        #expect(cells.count > 60)
        #expect(cells.allSatisfy { $0["t"] == "s" && $0.first("f") == nil })
        #expect(sheet.first("dataValidations")?.children.count == 2)
    }
}
