import QuizCore
import Testing

struct UnitAndVocabularyTests {
    private func units(_ lines: String...) throws(Faults) -> [Unit] {
        let yaml = "units:\n" + lines.map { "  - { \($0) }\n" }.joined()
        return try Unit.list(yaml: Array(yaml.utf8), vocabulary: words)
    }

    @Test func unitsComeWithParentsFirst() throws {
        let units = try units(
            "code: lop-8a, title: Lớp 8A, type: lop, parent: xa-1",
            "code: tinh, title: Tỉnh, type: tinh, parent: ~",
            "code: xa-1, title: Xã Một, type: xa-phuong, parent: tinh",
            "code: xa-2, title: Xã Hai, type: xa-phuong"
        )
        #expect(units.map(\.code) == ["tinh", "xa-1", "lop-8a", "xa-2"])
        #expect(units.map(\.parent) == [nil, "tinh", "xa-1", nil])
        #expect(units[2] == Unit(code: "lop-8a", title: "Lớp 8A", type: "lop", parent: "xa-1"))
    }

    @Test func faultsOfUnitsAreToldAtOnce() {
        let found = told {
            _ = try units(
                "code: a, title: A, type: xa-phuongg",
                "code: b, title: B, type: lop, parent: a",
                "code: b, title: C, type: lop",
                "code: d, title: D, type: lop, parent: khong-co",
                "code: e, title: E, type: lop, parent: g",
                "code: f, title: F, type: lop, parent: e",
                "code: g, title: G, type: lop, parent: f",
                "code: h, title: H, type: lop, parent: h",
                "code: i, title: I, type: lop, parent: g",
                "code: đ, title: I"
            )
        }
        let expected = [
            "2:32: 'type': there is no code 'xa-phuongg' in vocabulary.yaml; did you mean 'xa-phuong'?",
            "4:13: the code 'b' is taken in line 3",
            "5:45: 'parent': there is no unit with the code 'khong-co'",
            "6:45: the units are above each other in a circle: e → g → f → e",
            "9:45: the units are above each other in a circle: h → h", "11:5: the key 'type' is missing",
            "11:13: the code 'đ' may hold only ASCII",
        ]
        #expect(match(found, expected), "\(found)")
    }

    @Test func aLongChainOfUnitsIsNoTrouble() throws {
        let lines = (1...20_000).reversed().map { "  - { code: u\($0), title: U, type: lop, parent: u\($0 - 1) }\n" }
        let yaml = "units:\n" + lines.joined() + "  - { code: u0, title: U, type: lop }\n"
        let units = try Unit.list(yaml: Array(yaml.utf8), vocabulary: words)
        #expect(units.map(\.code) == (0...20_000).map { "u\($0)" })
    }

    @Test func aVocabularyIsReadAndChecked() throws {
        let yaml = """
            topics:
              - { code: a, vi: Một, en: One }
              - { code: a, vi: Hai, en: Two }
              - { code: c, vi: Ba }
            groups: [{ code: b, vi: Bốn, en: Four }]
            unitTyps: []

            """
        let found = told { _ = try Vocabulary(yaml: Array(yaml.utf8)) }
        let expected = [
            "1:1: the key 'unitTypes' is missing", "3:13: the code 'a' is taken in line 2",
            "4:5: the key 'en' is missing",
            "6:1: unknown key 'unitTyps'; did you mean 'unitTypes'?",
        ]
        #expect(match(found, expected), "\(found)")
        let sound = yaml.changing("code: a, vi: Hai", to: "code: h, vi: Hai").changing("Ba }", to: "Ba, en: Three }")
            .changing("unitTyps: []", to: "unitTypes: [{ code: t, vi: Tỉnh, en: Province }]")
        let vocabulary = try Vocabulary(yaml: Array(sound.utf8))
        #expect(vocabulary.topics.map(\.code) == ["a", "h", "c"])
        #expect(vocabulary.unitTypes.first?.title == Message(vi: "Tỉnh", en: "Province"))
    }
}
