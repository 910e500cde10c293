import QuizCore
import QuizFormats
import Testing

struct ImportPreviewTests {
    private let csv = """
        Mã,Chủ đề,Mức độ,Đối tượng,Câu hỏi,A,B,Đáp án
        a,mat-khau,Dễ,thcs,Mật khẩu nào dưới đây là khó đoán nhất với kẻ gian?,Ngày sinh của mình,Một cụm nhiều từ ngẫu nhiên,B
        b,mat-khau,Dễ,thcs,Có nên mở tệp lạ?,Nên mở ngay,Không nên mở,B
        c,mat-khau,Dễ,thcs,"Mật khẩu nào dưới đây là khó đoán nhất, với kẻ gian nào?",Một cụm nhiều từ ngẫu nhiên,Ngày sinh của mình,A

        """

    private func preview(
        _ text: String,
        former: Bank? = nil,
        among versions: [Bank] = []
    ) throws -> (
        BankReport, ImportPreview
    ) {
        var settings = ImportSettings()
        settings.fallbackBank = "x"
        let vocabulary = try Shipped.vocabulary()
        let report = BankReport(Array(text.utf8), .csv, settings, vocabulary: vocabulary, by: LibCrypto())
        let bank = try Bank(yaml: Array(try #require(report.yaml ?? report.sound).utf8), vocabulary: vocabulary)
        let known = versions.map { bank in
            BankVersion(
                key: 1,
                bank: bank,
                digest: BankDigest(of: bank, by: LibCrypto()),
                version: 1,
                importedAt: Timestamp(milliseconds: 0)
            )
        }
        return (report, ImportPreview(report, bank, former: former, among: known))
    }

    private func renamed(_ bank: Bank, _ id: String) -> Bank {
        Bank(
            id: id,
            isPublic: true,
            title: id,
            language: "vi",
            licence: "x",
            questions: bank.questions
        )
    }

    @Test func nearDuplicatesAreToldWithBothPlaces() throws {
        let (report, here) = try preview(csv)
        #expect(report.faults.isEmpty)
        #expect(here.alikeCount == 1 && here.alike.map(\.line) == [4])
        #expect(here.alike.first?.vi.contains("câu “c” gần giống câu “a” ở dòng 2 của tệp này") == true)
        let other = renamed(here.bank, "khac")
        let (_, there) = try preview(csv, among: [other])
        #expect(there.alikeCount == 3 && there.alike.map(\.line) == [2, 3, 4])
        #expect(there.alike.allSatisfy { $0.vi.contains("giống hệt câu") && $0.vi.contains("ngân hàng “khac”") })
    }

    @Test func formerVersionsOfTheBankItselfAreNoNews() throws {
        let (_, first) = try preview(csv)
        let (_, again) = try preview(csv, former: first.bank, among: [first.bank, first.bank])
        #expect(again.alikeCount == 1 && again.change.same == 3)
        let older = renamed(first.bank, "khac")
        let (_, newest) = try preview(
            csv,
            among: [
                renamed(Bank(id: "", isPublic: false, title: "", language: "", licence: "", questions: []), "khac"),
                older,
            ]
        )
        #expect(newest.alikeCount == 1)
    }

    @Test func aFileWithFaultsIsCountedByItsSoundQuestions() throws {
        let (report, part) = try preview(csv.replacing("b,mat-khau", with: "b,la-lung"))
        #expect(report.yaml == nil && report.faulty == 1)
        #expect(part.bank.questions.map(\.id) == ["a", "c"] && part.alike.map(\.line) == [4])
    }

    @Test func longListsAreCut() throws {
        let rows = (0..<300).map {
            "q\($0),mat-khau,Dễ,thcs,Câu hỏi rất dài mà chỉ có phần cuối cùng là khác nhau một chút thôi số \($0),một,hai,A"
        }
        let heading = csv.split(separator: "\n")[0]
        let (_, made) = try preview(([String(heading)] + rows).joined(separator: "\n"))
        #expect(made.alikeCount == 299 && made.alike.count == 201)
        #expect(made.alike.last?.vi.contains("99") == true)
    }
}
