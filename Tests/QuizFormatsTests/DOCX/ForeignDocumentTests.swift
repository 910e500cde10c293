import Foundation
import QuizCore
import QuizFormats
import Testing

/// Documents as LibreOffice writes them, of the sources in Tests/Formats/documents.
struct ForeignDocumentTests {
    private func read(_ name: String) throws -> ForeignBank {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let bytes = try Array(Data(contentsOf: folder.appending(path: "Files/libreoffice-\(name).docx")))
        let bank = try DOCX.read(bytes, vocabulary: Shipped.vocabulary())
        #expect(told(bank.faults) == [])
        return bank
    }

    @Test func anExamIsRead() throws {
        let bank = try read("exam")
        #expect(
            bank.questions.map(shown) == [
                "prompt: Mã độc tống tiền làm gì với tệp của nạn nhân?; kind: single; "
                    + "options: [Sao chép tệp, *Mã hóa tệp, In tệp, Đổi tên tệp]",
                "prompt: Khi máy nghi nhiễm mã độc, việc đầu tiên nên làm là gì?; "
                    + "explanation: Ngắt mạng để mã độc không lan rộng.; kind: single; "
                    + "options: [*Ngắt mạng, Tắt màn hình, Gửi thư cho bạn bè, Cài lại máy]",
                "prompt: Những yếu tố nào làm mật khẩu khó đoán?; difficulty: medium; kind: multiple; "
                    + "options: [*Độ dài, Ngày sinh, *Tính ngẫu nhiên, Tên người thân]",
                "prompt: Mật khẩu nên dùng chung cho mọi tài khoản.; kind: trueFalse; options: [Đúng, *Sai]",
            ]
        )
        #expect(
            bank.questions.map { $0.category.last } == [
                "Phòng chống mã độc", "Phòng chống mã độc", "Mật khẩu và tài khoản", "Mật khẩu và tài khoản",
            ]
        )
    }

    @Test func listsAndPartsAreRead() throws {
        let bank = try read("lists")
        #expect(
            bank.questions.map(shown) == [
                "prompt: Tên miền nào là của Chính phủ?; kind: single; options: [gov-vn.com, *chinhphu.vn, chinhphu.net]",
                "prompt: Khóa 2¹⁰ là bao nhiêu giá trị?; kind: single; options: [512, *1024]",
                "prompt: Về thư điện tử:⏎Người gửi có thể bị giả mạo.; kind: trueFalse; options: [*Đúng, Sai]",
                "prompt: Về thư điện tử:⏎Tệp đính kèm luôn an toàn.; kind: trueFalse; options: [Đúng, *Sai]",
                "prompt: Về thư điện tử:⏎Nên kiểm tra tên miền.; kind: trueFalse; options: [*Đúng, Sai]",
                "prompt: Về thư điện tử:⏎Liên kết luôn dẫn đến nơi nó hiện ra.; kind: trueFalse; options: [Đúng, *Sai]",
                "prompt: Số điện thoại của cảnh sát là số nào?; kind: numeric; answer: 113",
            ]
        )
        #expect(bank.questions.map(\.place.line) == [3, 7, 12, 13, 14, 15, 17])
    }

    @Test func aTableIsReadAsASheet() throws {
        let bank = try read("table")
        #expect(bank.questions.map { $0["topic"]?.scalar } == ["mat-khau", "mat-khau"])
        #expect(bank.questions[0]["options"]?.starred == ["4", "6", "*12"])
        #expect(bank.questions[1]["prompt"]?.scalar == "Xác thực hai lớp dùng\nnhững gì?")
        #expect(bank.questions[1]["options"]?.starred == ["*Mật khẩu", "*Mã một lần", "Ngày sinh"])
    }
}
