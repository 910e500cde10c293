import QuizCore
import QuizFormats
import Testing

struct BankTemplateTests {
    @Test(arguments: [BankFormat.csv, .xlsx], SheetLanguage.allCases)
    func aTemplateIsABankAsItStands(_ format: BankFormat, _ language: SheetLanguage) throws {
        let vocabulary = try Shipped.vocabulary()
        let bytes = try #require(try BankTemplate.bytes(format, language, vocabulary: vocabulary))
        var settings = ImportSettings()
        settings.fallbackBank = "mau"
        let report = BankReport(bytes, format, settings, vocabulary: vocabulary, by: LibCrypto())
        #expect(report.faults.isEmpty && report.notices.isEmpty)
        let bank = try Bank(yaml: Array(try #require(report.yaml).utf8), vocabulary: vocabulary)
        #expect(bank.questions.count == 2)
    }

    @Test func itNamesEveryTopicAndGroup() throws {
        let vocabulary = try Shipped.vocabulary()
        let csv = CSVBank.template(.vietnamese, vocabulary: vocabulary)
        let archive = try ZipArchive(XLSXBank.template(.vietnamese, vocabulary: vocabulary))
        let shared = String(decoding: try #require(try archive.entry(named: "xl/sharedStrings.xml")), as: UTF8.self)
        for term in vocabulary.topics + vocabulary.groups {
            #expect(csv.contains("\(term.code) (\(term.title.vi))"))
            #expect(shared.contains(">\(term.code)<") && shared.contains(">\(term.title.vi)<"))
        }
    }

    @Test(arguments: BankFormat.allCases.filter { ![.csv, .xlsx].contains($0) })
    func otherFormatsHaveNone(_ format: BankFormat) throws {
        #expect(try BankTemplate.bytes(format, .english, vocabulary: Shipped.vocabulary()) == nil)
    }
}
