import QuizCore
import Testing

struct BankFaultTests {
    @Test func aSoundBankIsTakenAsItStands() throws {
        let bank = try Bank(yaml: Array(soundBank.utf8), vocabulary: words)
        #expect(bank.id == "co-ban" && bank.isPublic && bank.language == "vi" && bank.licence == "CC-BY-4.0")
        #expect(bank.questions.map(\.id) == ["mk-001", "mk-002"])
        let first = try #require(bank.questions.first)
        #expect(first.groups == ["can-bo", "thcs"] && first.difficulty == .easy && first.validFrom == nil)
        guard case .choice(let choice) = first.body else { return }
        #expect(choice.kind == .single)
        #expect(
            choice.options == [
                Option(text: "Ngày sinh"), Option(text: "Năm từ ngẫu nhiên", isCorrect: true),
                Option(text: "Cả hai", isPinned: true),
            ]
        )
        #expect(bank.questions[1].validFrom == CalendarDay(year: 2026, month: 7, day: 1))
        #expect(bank.questions[1].validTo == CalendarDay(year: 2027, month: 6, day: 30))
    }

    @Test(
        arguments: [
            // What is written wrongly, what stands there instead, and all that is told.
            ("bank: co-ban", "bank: cơ bản", ["1:7: the code 'cơ bản' may hold only ASCII"]),
            ("public: true", "publik: true", ["2:1: unknown key 'publik'; did you mean 'public'?"]),
            ("public: true", "public: yes", ["2:9: 'public' must be true or false (without quotes), not 'yes'"]),
            ("public: true", "public: \"true\"", ["2:9: 'public' must be true or false"]),
            ("title: Kiến thức cơ bản", "title:", ["3:7: 'title' has no value"]),
            ("title: Kiến thức cơ bản", "title: \"  \"", ["3:8: 'title' must not be empty"]),
            ("title: Kiến thức cơ bản", "title: [a, b]", ["3:8: 'title' must be a text, not a list"]),
            ("language: vi", "language: tiếng Việt", ["4:11: 'language' must be a language tag"]),
            ("licence: CC-BY-4.0\n", "", ["1:1: the key 'licence' is missing"]),
            ("id: mk-001", "id: \(String(repeating: "a", count: 65))", ["7:9: the code 'aaaa"]),
            ("id: mk-002", "id: mk-001", ["20:9: the id 'mk-001' is taken in line 7"]),
            ("topic: mat-khau", "topic: mat-khua", ["8:12: 'topic': there is no code 'mat-khua' in vocab"]),
            ("difficulty: easy", "difficulty: esy", ["9:17: 'difficulty' does not take 'esy'; did you mean 'easy'?"]),
            ("[can-bo, thcs]", "[can-bo, hoc-sinh]", ["10:22: 'groups': there is no code 'hoc-sinh' in vocab"]),
            ("[can-bo, thcs]", "[can-bo, can-bo]", ["10:22: the group 'can-bo' is written twice"]),
            ("[can-bo, thcs]", "[]", ["10:13: 'groups' needs at least one item"]),
            ("[can-bo, thcs]", "can-bo", ["10:13: 'groups' must be a list, not 'can-bo'"]),
            ("kind: single", "kind: singel", ["11:11: 'kind' does not take 'singel'; did you mean 'single'?"]),
            ("kind: single", "kind: multiple", ["14:7: a 'multiple' question needs two right options"]),
            ("kind: single", "kind: trueFalse", ["14:7: a 'trueFalse' question needs two options, one right"]),
            ("    prompt: Mật khẩu nào khó đoán nhất?\n", "", ["7:5: the key 'prompt' is missing"]),
            ("Mật khẩu nào khó đoán nhất?", "tệp LẠ  luôn an toàn.", ["25:13: this question stands in line 12"]),
            ("        correct: true\n", "", ["14:7: no option is marked as right"]),
            ("text: Ngày sinh", "text: Ngày sinh\n        correct: true", ["14:7: a 'single' question has 2"]),
            ("text: Ngày sinh", "text: năm  từ NGẪU nhiên", ["15:9: this option stands in line 14 already"]),
            ("text: Ngày sinh", "text: Ngày sinh\n        pinned: true", ["14:9: a pinned option must stand behind"]),
            ("- text: Ngày sinh", "- Ngày sinh", ["14:9: 'options' must be a mapping of keys to values"]),
            ("text: Ngày sinh", "txt: Ngày sinh", ["14:9: unknown key 'txt'", "14:9: the key 'text' is"]),
            ("{ text: Sai, correct: true }", "{ text: Sai }", ["26:14: no option is marked as right"]),
            (", { text: Sai, correct: true }]", "]", ["26:14: at least two options", "26:14: no option is marked"]),
            ("    explanation: Tệp lạ có thể chứa mã độc.\n", "", []),
            ("    source: Cẩm nang\n", "", []),
            ("    source: Cẩm nang\n", "    source: \"\"\n", ["28:13: 'source' must not be empty"]),
            (
                "    source: Cẩm nang\n", "    source: Cẩm nang\n    items: [a]\n",
                ["29:12: a 'trueFalse' question has no"]
            ),
            ("validFrom: 2026-07-01", "validFrom: 01/07/2026", ["29:16: 'validFrom' must be a real day"]),
            ("validFrom: 2026-07-01", "validFrom: 2026-02-30", ["29:16: 'validFrom' must be a real day"]),
            ("validTo: 2027-06-30", "validTo: 2026-06-30", ["30:14: the last day 'validTo' (2026-06-30) lies before"]),
            ("licence: CC-BY-4.0", "licence: |\n  Một\n  Hai", ["5:10: 'licence' must be written on one line"]),
        ] as [(String, String, [String])]
    )
    func aFaultIsToldWithItsPlace(_ old: String, _ new: String, _ expected: [String]) {
        let found = toldOfBank(soundBank.changing(old, to: new))
        #expect(match(found, expected), "\(found)")
    }

    @Test func lengthsHaveLimits() {
        let long = { String(repeating: "ă", count: $0) }
        let cases: [(String, String, [String])] = [
            ("Mật khẩu nào khó đoán nhất?", long(2_001), ["12:13: 'prompt' has 2001 characters, 2000 are the most"]),
            ("Mật khẩu nào khó đoán nhất?", long(2_000), []),
            ("Ngày sinh", long(501), ["14:15: 'text' has 501 characters, 500 are the most"]),
            ("Dài và ngẫu nhiên thì khó đoán.", long(3_001), ["18:18: 'explanation' has 3001 characters"]),
        ]
        for (old, new, expected) in cases {
            let found = toldOfBank(soundBank.changing(old, to: new))
            #expect(match(found, expected), "\(found)")
        }
    }

    @Test func moreOptionsThanAPhoneShowsAreRefused() {
        let options = (1...13).map { "      - text: Phương án \($0)\n" }.joined()
        let yaml = soundBank.changing("      - text: Ngày sinh\n", to: options)
        #expect(match(toldOfBank(yaml), ["14:7: there are 15 options, 12 are the most"]))
    }

    @Test func multipleNeedsAWrongOption() {
        let yaml = soundBank.changing("kind: trueFalse", to: "kind: multiple")
            .changing("{ text: Đúng }", to: "{ text: Đúng, correct: true }")
        #expect(match(toldOfBank(yaml), ["26:14: a 'multiple' question needs"]))
    }

    @Test func allFaultsAreToldAtOnceInOrder() {
        let yaml = """
            bank: co ban
            titel: Một
            title: Hai
            language: vi
            questions:
              - id: a
                topic: khong-co
                difficulty: 3
                kind: matching
                prompt: ~
                options: []
                explanation: [x]
                source: S
                validFrom: hôm nay
              - hai
              - { id: a, id: b }

            """
        let expected = [
            "1:1: the key 'licence' is missing", "1:7: the code 'co ban'", "2:1: unknown key 'titel'; did you mean",
            "6:5: the key 'groups' is missing", "7:12: 'topic': there is no code 'khong-co' in vocab",
            "8:17: 'difficulty' does not take '3'", "9:11: 'kind' does not take 'matching'",
            "10:13: 'prompt' has no value",
            "11:14: 'options' needs at least one item", "12:18: 'explanation' must be a text, not a list",
            "14:16: 'validFrom' must be a real day", "15:5: 'questions' must be a mapping",
        ]
        let found = toldOfBank(yaml)
        #expect(match(Array(found.prefix(expected.count)), expected), "\(found)")
        let last = found.dropFirst(expected.count)
        #expect(last.contains { $0.hasPrefix("16:14: the key 'id' stands in line 16 already") }, "\(last)")
        #expect(last.contains { $0.hasPrefix("16:7: the id 'a' is taken in line 6") } == false, "\(last)")
        #expect(last.contains { $0.hasPrefix("16:11: the id 'a' is taken in line 6") }, "\(last)")
    }

    @Test func aKeyThatStandsTwiceDoesNotHideOtherFaults() {
        let twice = "    topic: ma-doc\n"
        let yaml = soundBank.changing("    kind: single\n", to: "    kind: single\n\(twice)\(twice)")
            .changing("public: true", to: "public: true\n\"public\": false")
            .changing("difficulty: hard", to: "difficulty: hrd")
        let found = toldOfBank(yaml)
        let expected = [
            "3:1: the key 'public' stands in line 2 already", "13:5: the key 'topic' stands in line 9 already",
            "14:5: the key 'topic' stands in line 9 already", "25:17: 'difficulty' does not take 'hrd'",
        ]
        #expect(match(found, expected), "\(found)")
    }

    @Test func messagesAreInBothLanguages() throws {
        let faults = #expect(throws: Faults.self) {
            try Bank(yaml: Array(soundBank.changing("topic: mat-khau", to: "topik: x").utf8), vocabulary: words)
        }
        let message = try #require(faults?.faults.last?.message)
        #expect(message.vi.hasPrefix("khóa lạ “topik”; có phải “topic”?"))
        #expect(message.en.hasPrefix("unknown key 'topik'; did you mean 'topic'?"))
    }

    /// What YAML would take for numbers, times and truth values is text where text is expected.
    @Test(arguments: ["0123", "08:00", "yes", "1e3", "2026-07-01", "true", "3", "-"])
    func aTextIsTakenAsWritten(_ written: String) throws {
        let yaml = soundBank.changing("Ngày sinh", to: written == "-" ? "\"-\"" : written)
        let bank = try Bank(yaml: Array(yaml.utf8), vocabulary: words)
        guard case .choice(let choice) = bank.questions[0].body else { return }
        #expect(choice.options[0].text == written)
    }

    @Test func textIsComposedAndTrimmed() throws {
        let yaml = soundBank.changing("Kiến thức cơ bản", to: "\"\u{A0}Vie\u{323}\u{302}t  Nam \"")
        let bank = try Bank(yaml: Array(yaml.utf8), vocabulary: words)
        #expect(Array(bank.title.unicodeScalars) == Array("Việt  Nam".unicodeScalars))
    }

    @Test(
        arguments: [
            ("a\u{202E}b", "U+202E"), ("a\u{200B}b", "U+200B"), ("❤\u{FE0F}", "U+FE0F"), ("a\u{AD}b", "U+00AD"),
            ("a\u{2028}b", "U+2028"), ("a\u{7F}b", "U+007F"), ("a\u{85}b", "U+0085"), ("a\u{FEFF}b", "U+FEFF"),
            ("a\u{E000}b", "U+E000"), ("a\u{F0000}b", "U+F0000"), ("a\u{FFFE}b", "U+FFFE"), ("a\u{0}b", "U+0000"),
        ] as [(String, String)]
    )
    func invisibleCharactersAreRefusedWhereTheyStand(_ text: String, _ name: String) {
        let found = toldOfBank(soundBank.changing("Kiến thức", to: text))
        let column = text.unicodeScalars.first == "❤" ? 8 : 9
        #expect(match(found, ["3:\(column): invisible or control character \(name)"]), "\(found)")
    }

    @Test(arguments: [#""a\tb""#, #""a\u202Eb""#, #""a\0b""#, #""a\x1bb""#, #""a\u2029b""#, "a\tb"])
    func escapesHideNothing(_ written: String) {
        let found = toldOfBank(soundBank.changing("Kiến thức cơ bản", to: written))
        #expect(match(found, ["3:8: 'title' holds the invisible or control character U+"]), "\(found)")
    }
}
