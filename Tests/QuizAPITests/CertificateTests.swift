import OpenSSL
import QuizAPI
import QuizCore
import Testing

extension StubStore: CertificateStore {
    func certified(_ attempt: PublicID) async throws(StoreError) -> CertifiedResult? { nil }
    func certified(contest: String, round: String, unit: String?) async throws(StoreError) -> [CertifiedResult] { [] }
    func noteCertificates(
        _ count: Int,
        of contest: String,
        _ detail: String,
        by actor: String
    ) async throws(StoreError) {}
}

@Suite struct CertificateSignerTests {
    private static let key = [UInt8](repeating: 7, count: 32)
    private let signer = CertificateSigner(
        publicKey: Ed25519.publicKey(of: key),
        sign: { Ed25519.sign($0, privateKey: key) },
        isValid: { Ed25519.isValid($0, of: $1, publicKey: Ed25519.publicKey(of: key)) }
    )

    private func statement(name: String = "Nguyễn Thị Bảo Châu") throws -> CertificateStatement {
        CertificateStatement(
            id: try #require(PublicID(hex: "3f2a91bc0d4400000000000000000001")),
            contest: "thu",
            title: "Cuộc thi",
            name: name,
            unit: "Xã A",
            group: "Người dân",
            result: "18/20 điểm",
            date: try #require(CalendarDay(year: 2026, month: 11, day: 30))
        )
    }

    @Test func whatWasSignedIsReadAndNothingElse() throws {
        let statement = try statement()
        let signed = signer.signed(statement)
        #expect(signer.statement(of: signed) == statement)
        for place in signed.indices {
            var changed = signed
            changed.replaceSubrange(place...place, with: signed[place] == "A" ? "B" : "A")
            if changed != signed { #expect(signer.statement(of: changed) == nil) }
        }
        for wrong in ["", ".", "..", signed + ".", signed + "=", String(repeating: "A", count: 10_000)] {
            #expect(signer.statement(of: wrong) == nil)
        }
    }

    /// A line break in a name would move what stands behind it.
    @Test(arguments: ["A\nB", "A\r\nB", "A\u{2028}B", String(repeating: "ắ", count: 500)])
    func everyFieldIsOneShortLine(_ name: String) throws {
        let statement = try statement(name: name)
        #expect(statement.text.split(separator: "\n", omittingEmptySubsequences: false).count == 9)
        #expect(statement.text.utf8.count < 1_000)
        #expect(CertificateStatement(text: statement.text) == statement)
    }
}
