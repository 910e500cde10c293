import QuizCore
import Testing

@Suite struct PeopleTests {
    @Test func namesSortByGivenNameInVietnameseOrder() throws {
        let given = [
            "An", "Àn", "Ản", "Ãn", "Án", "Ạn", "Ánh", "Ăn", "Ân", "Dũng", "Đức", "Oanh", "Ông", "Ơn", "Uyên", "Ương",
        ]
        let keys = try given.map { name in try #require(PersonName("Nguyễn Văn " + name)).sortKey }
        for (one, other) in zip(keys, keys.dropFirst()) { #expect(one.lexicographicallyPrecedes(other)) }
        let family = try ["Đỗ Văn An", "Nguyễn Thị An"].map { try #require(PersonName($0)).sortKey }
        #expect(!family[0].lexicographicallyPrecedes(family[1]))
    }

    @Test(arguments: ["Nguyễn Thị Minh Khai", "  H'Hen   Niê ", "Y-Blok Êban"])
    func realNamesAreTaken(_ typed: String) {
        #expect(PersonName(typed) != nil)
    }

    @Test(arguments: ["", "A", "An 2", "<b>An</b>", "An\u{202E}", "Аn Nguyen", "=1+1", "An\u{0}"])
    func whatIsNoNameIsRefused(_ typed: String) {
        #expect(PersonName(typed) == nil)
    }

    @Test func aMaskedNameIsGivenNameAndInitials() {
        #expect(PersonName("Nguyễn Thị Minh Khai")?.masked == "Khai N.T.M.")
    }

    @Test(
        arguments: [
            ("0912345678", "0912345678"), ("+84 912 345 678", "0912345678"), ("84912345678", "0912345678"),
            ("0912.345.678", "0912345678"), ("01681234567", "0381234567"), ("0123 456 7890", "0834567890"),
        ] as [(String, String)]
    )
    func phonesHaveOneForm(_ typed: String, _ digits: String) {
        #expect(Phone(typed)?.digits == digits)
    }

    @Test(arguments: ["", "091234567", "0212345678", "09123456789", "abc", "+1 202 555 0100"])
    func otherNumbersAreRefused(_ typed: String) {
        #expect(Phone(typed) == nil)
    }

    @Test func anEntryCodeForgivesSlips() {
        let code = EntryCode(hash: Array(0..<32))
        let typed = code.text.lowercased().replacing("0", with: "o").replacing("1", with: "l").replacing("-", with: " ")
        #expect(EntryCode(typed) == code)
        #expect(EntryCode("\r\n" + code.text + "\r\n") == code)
        #expect(code.letters.count == 26)
        #expect(EntryCode(String(code.letters.dropLast())) == nil)
    }

    @Test(
        arguments: [("87,5", 1, "87,5"), ("87.5", 1, "87,5"), ("1250", 0, "1250"), ("0,00001", 5, "0,00001")]
            as [(String, Int, String)]
    )
    func predictionsTakeCommaAndPoint(_ typed: String, _ decimals: Int, _ text: String) {
        #expect(PredictionValue(typed, decimals: decimals)?.text == text)
    }

    @Test(arguments: [("-1", 0), ("1,5", 0), ("1,2,3", 5), ("", 0), ("1e9", 0), ("99999999999", 0)] as [(String, Int)])
    func otherPredictionsAreRefused(_ typed: String, _ decimals: Int) {
        #expect(PredictionValue(typed, decimals: decimals) == nil)
    }
}
