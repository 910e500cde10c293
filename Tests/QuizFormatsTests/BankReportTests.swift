import Foundation
import QuizCore
import QuizFormats
import Testing

struct BankReportTests {
    private func report(
        _ text: String,
        _ format: BankFormat,
        _ settings: ImportSettings = settings()
    ) throws -> BankReport {
        try BankReport(Array(text.utf8), format, settings, vocabulary: Shipped.vocabulary(), by: LibCrypto())
    }

    private static func settings() -> ImportSettings {
        var settings = ImportSettings()
        settings.fallbackBank = ImportSettings.id(from: "/tmp/Ngân hàng số 1.gift")
        settings.topic = "mat-khau"
        settings.difficulty = "medium"
        settings.groups = ["can-bo", "nguoi-dan"]
        settings.source = "Sổ tay"
        return settings
    }

    @Test(arguments: Shipped.banks, BankFormat.allCases.filter(\.isWritten))
    func aBankComesBackFromEveryFormat(_ name: String, _ format: BankFormat) throws {
        let bank = try Shipped.bank(name)
        let images = try Shipped.images(name)
        let written = try bank.written(as: format, images: images)
        let kinds: Set<QuestionKind> =
            switch format {
            case .yaml, .zip, .csv, .xlsx, .qti, .qti21, .qti30, .docx: []
            case .gift: [.order, .message]
            case .moodleXML: [.message]
            case .aiken: Set(QuestionKind.allCases)
            }
        let hasRoom = [.zip, .moodleXML, .qti, .qti21, .qti30].contains(format)
        let expected = hasRoom ? bank.without(kinds) : bank.without(kinds).withoutImages
        // A bank file that names pictures is nothing without them.
        guard !expected.questions.isEmpty, format != .yaml || images.isEmpty else { return }
        var settings = ImportSettings()
        settings.bank = bank.id
        settings.title = bank.title
        settings.language = bank.language
        settings.licence = bank.licence
        settings.isPublic = bank.isPublic
        let vocabulary = try Shipped.vocabulary()
        let report = BankReport(written.bytes, format, settings, vocabulary: vocabulary, by: LibCrypto())
        #expect(report.faults.isEmpty)
        #expect(report.yaml == expected.yaml())
        #expect(Set(report.images.map(\.file)) == Set(expected.images.keys))
        let lost = bank.questions.count - expected.questions.count
        #expect(written.notices.count == lost + (hasRoom || images.isEmpty ? 0 : 1))
    }

    @Test func documentsAreNotWritten() throws {
        let bank = try Shipped.kinds()
        #expect(throws: FormatRefusal.readOnly(.docx)) { try bank.written(as: .docx) }
    }

    @Test func whatAFileLeavesOpenIsFilled() throws {
        let gift =
            "$CATEGORY: top/Phòng chống mã độc\n\nViết tắt của xác thực hai lớp? {=2FA =MFA}\n\n$CATEGORY: top/Khác\n\nHai? {=b ~c}\n"
        let yaml = try #require(try report(gift, .gift).yaml)
        let bank = try Bank(yaml: Array(yaml.utf8), vocabulary: Shipped.vocabulary())
        #expect(bank.id == "ngan-hang-so-1" && bank.title == "ngan-hang-so-1" && !bank.isPublic)
        #expect(bank.questions.map(\.topic) == ["ma-doc", "mat-khau"])
        #expect(bank.questions.allSatisfy { $0.groups == ["can-bo", "nguoi-dan"] && $0.source == "Sổ tay" })
        #expect(bank.questions.allSatisfy { $0.id.hasPrefix("q-") && $0.id.count == 14 })
        let moved = try report("Hai? {=b ~c}\n\nViết tắt của xác thực hai lớp? {=2FA =MFA}\n", .gift)
        let again = try Bank(yaml: Array(try #require(moved.yaml).utf8), vocabulary: Shipped.vocabulary())
        #expect(Set(again.questions.map(\.id)) == Set(bank.questions.map(\.id)))
    }

    @Test func whatIsMissingIsToldAtItsPlace() throws {
        let told = try report("Một? {=a ~b}\n\nHai? {=b ~b}\n", .gift, ImportSettings())
        #expect(told.yaml == nil)
        let first = told.faults.filter { $0.line == 1 }.map(\.en)
        #expect(first.contains { $0.hasPrefix("this question has no topic: ") })
        #expect(first.contains { $0.hasPrefix("this question has no group: ") })
        #expect(told.faults.contains { $0.line == 3 && $0.en.contains("stands in line 3 already") })
    }

    private func sent(_ report: BankReport) throws -> BankReport {
        var data = Data()
        try report.send { data += $0 }
        return try BankReport(received: data)
    }

    @Test func aReportTravels() throws {
        let told = try report("Một? {=a ~b}", .gift)
        #expect(try sent(told) == told)
    }

    @Test(
        arguments: [
            ("a.yaml", .yaml), ("A.YML", .yaml), ("a.b.xlsx", .xlsx), ("x.tsv", .csv), ("x.gift", .gift),
            ("x.xml", .moodleXML), ("x.zip", nil), ("x.xml.qti", .qti), ("x.imscc", .qti),
            ("x.txt", .gift), ("x.odt", nil), ("Đề.DOCX", .docx), ("x.doc", .docx), ("x", nil),
        ] as [(String, BankFormat?)]
    )
    func aFormatIsKnownByItsName(_ name: String, _ format: BankFormat?) {
        #expect(BankFormat.guess(name: name, Array("::a:: b {=c}".utf8)) == format)
    }

    @Test func aikenIsKnownByItsAnswers() {
        #expect(BankFormat.guess(name: "x.txt", Array("Q\nA. a\nB. b\nANSWER: A".utf8)) == .aiken)
    }
}
