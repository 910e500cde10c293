import CertificatePDF
import Foundation
import QuizCore
import QuizFormats
import Testing

@Suite struct CertificateSheetTests {
    private func sheet(_ text: String) throws -> CertificateSheet {
        let statement = CertificateStatement(
            id: try #require(PublicID(hex: "3f2a91bc0d4400000000000000000001")),
            contest: "thu",
            title: text,
            name: text,
            unit: text,
            group: text,
            result: "18/20 điểm",
            date: try #require(CalendarDay(year: 2026, month: 11, day: 30))
        )
        let rules = CertificateRules(
            title: "Giấy chứng nhận",
            text: [text],
            signer: CertificateRules.Signer(organization: text, title: text, name: text, place: nil, date: nil),
            minimumPercent: nil,
            places: nil,
            from: .verified,
            shows: []
        )
        return CertificateSheet(statement, rules: rules, name: text, link: "https://thi.example.vn/chung-nhan/#a.b")
    }

    /// Markup, entities, references to files, control characters, letters beyond the first plane, and texts without end.
    @Test(arguments: [
        "", "Nguyễn Thị Bảo Châu", "</text><script>alert(1)</script>", "&lt; & \" ' &#x3c; ]]> <!-- --> <?x?>",
        "<image href=\"file:///etc/passwd\"/>", "\u{0}\u{1}\u{FFFF}\u{202E}", "🏆 𠀀",
        String(repeating: "dài ", count: 2_000), String(repeating: "W", count: 5_000), "e\u{301}\u{323}\u{301}",
    ])
    func aTextIsAText(_ text: String) async throws {
        let svg = try sheet(text).svg()
        let written = String(decoding: svg, as: UTF8.self)
        #expect(!written.contains("<script") && !written.contains("<image") && !written.contains("\u{202E}"))
        let document = try PDFDocument(width: CertificateSheet.width, height: CertificateSheet.height, title: "t")
        let bytes = try await document.add(svg) + document.finish()
        #expect(bytes.starts(with: Array("%PDF-".utf8)))
        #expect(String(decoding: bytes.suffix(10), as: UTF8.self).contains("%%EOF"))
    }

    /// A bulk document hands its bytes on: what stays is one page's.
    @Test func pagesLeaveTheDocumentAsTheyAreMade() async throws {
        let svg = try sheet("Nguyễn Thị Bảo Châu").svg()
        let document = try PDFDocument(width: CertificateSheet.width, height: CertificateSheet.height, title: "t")
        var sizes: [Int] = []
        for _ in 0..<4 { sizes.append(try await document.add(svg).count) }
        let rest = try await document.finish().count
        #expect(sizes.dropFirst().allSatisfy { $0 > 1_000 }, "\(sizes), \(rest)")
    }

    @Test func whatIsNoPictureIsRefused() async throws {
        let document = try PDFDocument(width: 100, height: 100, title: "t")
        for wrong in ["", "x", "<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>"] {
            await #expect(throws: PDFError.self) { try await document.add(Array(wrong.utf8)) }
        }
    }
}
