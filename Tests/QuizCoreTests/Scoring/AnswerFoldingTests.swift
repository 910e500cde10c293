import QuizCore
import Testing

struct AnswerFoldingTests {
    @Test(
        arguments: [
            ("hòa", "hoà"), ("HÒA BÌNH", "hoà bình"), ("thủy", "thuỷ"), ("khỏe", "khoẻ"), ("Thúy", "thuý"),
            ("lọa", "loạ"), ("lõa lồ", "loã lồ"), ("xòe", "xoè"), ("tùy ý", "tuỳ ý"), ("lũy", "luỹ"), ("quỵ", "qụy"),
            ("ho\u{300}a", "hoà"), ("mã  độc", " MÃ độc "), ("hóa-đơn", "hoá-đơn"), ("hòa, thủy", "hoà, thuỷ"),
            ("Ủy ban", "uỷ BAN"), ("ĐÀ", "đà"), ("x\u{A0}y", "x y"),
        ] as [(String, String)]
    )
    func theSameAnswer(_ one: String, _ other: String) {
        #expect(one.answerFolded == other.answerFolded)
    }

    @Test(
        arguments: [
            ("hòa", "hoa"), ("hòa", "hóa"), ("hoàn", "hòan"), ("đà", "da"), ("ma", "mã"), ("thủy", "thúy"),
            ("a b", "ab"), ("a.", "a"), ("khuya", "khuỷa"), ("òa", "òe"), ("cúa", "cuá"), ("0", "o"),
        ] as [(String, String)]
    )
    func anotherAnswer(_ one: String, _ other: String) {
        #expect(one.answerFolded != other.answerFolded)
    }

    /// Folding twice is folding once, whatever comes.
    @Test func foldingIsStable() {
        let pieces = [
            "ò", "ú", "a", "e", "y", "o", "u", "n", " ", "  ", "\u{300}", "\u{301}", "Ỷ", "đ", "İ", "ß", "ﬁ", "-",
        ]
        var random = FixedGenerator(15)
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let once = text.answerFolded
            #expect(once.answerFolded == once, "\(text.unicodeScalars.map(\.value))")
        }
    }
}
