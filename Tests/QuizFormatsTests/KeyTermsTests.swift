import Foundation
import QuizCore
import QuizFormats
import Testing

/// Faults of foreign files are told in the words of their format, at the place where the remedy goes.
struct KeyTermsTests {
    private func faults(_ text: String, _ format: BankFormat) throws -> [BankReport.Line] {
        var settings = ImportSettings()
        settings.fallbackBank = "x"
        let vocabulary = try Shipped.vocabulary()
        return BankReport(Array(text.utf8), format, settings, vocabulary: vocabulary, by: LibCrypto()).faults
    }

    @Test func aSheetIsToldByItsColumns() throws {
        let csv = "Mã,Chủ đề,Mức độ,Câu hỏi,A,B,Đáp án\na,mat-khau,,Một?,x,y,\nb,la lung,Dễ quá,Hai?,x,y,A\n"
        let told = try faults(csv, .csv)
        let lines = told.map { "\($0.line):\($0.column): \($0.vi)" }
        #expect(lines.contains { $0.hasPrefix("2:3: câu này chưa có mức độ: điền cột “Mức độ”") })
        // There is no such column, so the row as a whole is the place.
        #expect(lines.contains { $0.hasPrefix("2:1: câu này chưa có đối tượng: điền cột “Đối tượng” (chưa có") })
        #expect(lines.contains { $0.hasPrefix("2:7: chưa phương án nào được đánh dấu là đáp án; ghi chữ cái") })
        #expect(lines.contains { $0.hasPrefix("3:2: cột “Chủ đề”: danh mục không có “la lung”") })
        #expect(lines.contains { $0.contains("ở đây nhận: Dễ, Trung bình, Khó") && $0.hasPrefix("3:3: cột “Mức độ”") })
        #expect(told.allSatisfy { $0.vi.contains("bước 2") == $0.en.contains("step 2") })
    }

    @Test func giftAndMoodleAreToldByTheirTags() throws {
        let gift = try faults("Một? {=a ~b}", .gift)
        #expect(
            gift.contains {
                $0.line == 1
                    && $0.vi.hasPrefix(
                        "câu này chưa có chủ đề: thêm dòng “// [tag:topic:mat-khau]” ngay trên câu, hoặc chọn"
                    )
            }
        )
        let question = "<question type=\"shortanswer\"><questiontext><text>Q</text></questiontext></question>"
        let moodle = try faults("<quiz>\(question)</quiz>", .moodleXML)
        #expect(!moodle.isEmpty)
        let aiken = try faults("Một?\nA. a\nB. b\nANSWER: A\n", .aiken)
        #expect(aiken.map(\.vi).contains { $0.hasPrefix("câu này chưa có chủ đề: chọn chủ đề chung ở bước 2") })
    }

    /// No key of the native format shows in what people are told of other formats.
    @Test(arguments: BankFormat.allCases.filter { $0 != .yaml })
    func noNativeKeyShows(_ format: BankFormat) throws {
        let texts: [BankFormat: [String]] = [
            .csv: [
                "Câu hỏi,A,B,Đáp án,Loại câu,Sai số,Kênh\n,x,y,,,,\n?,x,,A,,,\n??,,,,Sắp xếp,,\n???,a,,,Ghép đôi,,\n"
                    + "b,,,,Điền từ,,\nc,,,,Điền số,x,\nd,\"sender: a\",\"ba: b\",,Tin nhắn,,lạ\ne,x,y,\"A,B\",Một đáp án,,\n"
                    + "f,x,y,A,Nhiều đáp án,,\ng,x,y,A,Gì đó,,\nh,x,x,A,Đúng/Sai,,\n"
            ],
            .gift: ["Một? {=a =b ~c}\n\nHai? {~a ~b}\n\nBa? {=a -> b}\n\nBốn {#}"],
            .aiken: ["Một?\nA. a\nB. a\nANSWER: A\n"],
            .moodleXML: [
                "<quiz><question type=\"multichoice\"><questiontext><text></text></questiontext></question></quiz>"
            ],
            .xlsx: [],
        ]
        let keys = [
            "“topic”", "“difficulty”", "“groups”", "“options”", "“answers”", "“items”", "“pairs”", "“parts”", "“kind”",
            "“prompt”", "“text”", "“left”", "“single”", "“multiple”", "“trueFalse”",
            "“correct:", "“suspicious", "khóa", "kind ",
        ]
        for text in texts[format] ?? [] {
            let told = try faults(text, format)
            #expect(!told.isEmpty)
            for line in told {
                #expect(!keys.contains { line.vi.contains($0) }, "\(line.line):\(line.column): \(line.vi)")
            }
        }
    }

    @Test func filesOfOursKeepTheirKeys() throws {
        let told = try faults("bank: a\ntitle: A\nlanguage: vi\nlicence: x\nquestions:\n  - id: b\n", .yaml)
        #expect(told.contains { $0.en == "the key 'topic' is missing" && $0.line == 6 && $0.original == "- id: b" })
    }
}
