import QuizCore
import Testing

struct NameQueryTests {
    @Test(
        arguments: [
            ("lan", "Nguyễn Thị Lan", true), ("nguyen lan", "Nguyễn Thị Lan", true), ("Lân", "Trần Văn Lan", true),
            ("đức", "Hồ Đức", true), ("duc", "Hồ Đức", true), ("thi n", "Nguyễn Thị Lan", true),
            ("lan anh", "Nguyễn Thị Lan", false), ("an", "Nguyễn Thị Lan", false), ("lann", "Nguyễn Thị Lan", false),
            ("h'hen", "H'Hen Niê", true), ("uong", "Vương Ưởng", true), ("ương", "Lê Uông", true),
        ] as [(String, String, Bool)]
    )
    func wordsBeginWordsOfTheName(_ typed: String, _ name: String, _ isFound: Bool) throws {
        let query = try #require(NameQuery(typed))
        #expect(query.matches(name) == isFound)
    }

    @Test func nothingTypedIsNoQuery() {
        #expect(NameQuery("") == nil)
        #expect(NameQuery(" \t ") == nil)
        #expect(NameQuery(String(repeating: "x ", count: 1_000_000)) != nil)
    }
}
