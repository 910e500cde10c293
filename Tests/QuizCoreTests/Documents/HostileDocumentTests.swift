import QuizCore
import Testing

/// Files that are broken, or meant to break the server (I10).
struct HostileDocumentTests {
    @Test func whatIsNotOneMappingIsRefused() {
        #expect(toldOfBank("") == ["1:1: the file is empty"])
        #expect(toldOfBank("# nothing\n") == ["1:1: the file is empty"])
        #expect(match(toldOfBank("- a\n"), ["1:1: the file must be a mapping of keys to values, not a list"]))
        #expect(match(toldOfBank("abc"), ["1:1: the file must be a mapping of keys to values, not 'abc'"]))
        #expect(match(toldOfBank(soundBank + "---\nbank: hai\n"), ["31:1: not valid YAML: a file holds one document"]))
    }

    @Test(
        arguments: [
            ("title: Kiến thức cơ bản", "title: Kiến thức: cơ bản", "3:17: not valid YAML: the value holds ': '"),
            ("title: Kiến thức cơ bản", "title: \"Kiến thức", "3:8: the quote opened here is never closed"),
            ("title: Kiến thức cơ bản", "title Kiến thức", "3:1: not valid YAML: a ': ' is missing after the key"),
            ("title: Kiến thức cơ bản", "title: @kien", "3:8: not valid YAML: a value may not begin"),
            ("title: Kiến thức cơ bản", "title: \"a\\qb\"", "3:10: not valid YAML: within double quotes"),
            ("title: Kiến thức cơ bản", "title: \"a\\uD800b\"", "3:12: not valid YAML: this \\u code"),
            ("    topic: mat-khau", "   topic: mat-khau", "8:4: not valid YAML: "),
            ("    topic: mat-khau", "\ttopic: mat-khau", "8:1: not valid YAML: "),
            ("[can-bo, thcs]", "[can-bo, thcs", "11:9: not valid YAML: a comma"),
            ("title: Kiến thức cơ bản", "title: *khong", "3:8: YAML anchors (&) and aliases (*) are not taken"),
            ("title: Kiến thức cơ bản", "title: **đậm**", "3:8: YAML anchors (&) and aliases (*) are not taken"),
            ("title: Kiến thức cơ bản", "title: !a!b c", "3:8: not valid YAML: quote a value that begins with !"),
        ] as [(String, String, String)]
    )
    func badSyntaxIsOneFaultWithItsPlace(_ old: String, _ new: String, _ expected: String) {
        let found = toldOfBank(soundBank.changing(old, to: new))
        #expect(match(found, [expected]), "\(found)")
    }

    @Test func otherEncodingsAreNamed() {
        let vietnamese: [UInt8] = [0xEA, 0xEC, 0x6E, 0x67, 0x20, 0x56, 0x69, 0xEA, 0xF2, 0x74]
        let legacy = Array("bank: a\ntitle: Ti".utf8) + vietnamese
        #expect(match(toldOfBank(legacy), ["2:10: the file is not UTF-8 but probably windows-1258"]))
        #expect(match(toldOfBank([0xFF, 0xFE, 0x62, 0x00]), ["1:1: the file is saved as UTF-16"]))
        let surrogate: [UInt8] = Array("bank: ".utf8) + [0xED, 0xA0, 0x80]
        #expect(match(toldOfBank(surrogate), ["1:7: the file is not UTF-8; open it"]))
        let cut = Array("bank: a\ntitle: Việt".utf8).dropLast(2)
        #expect(match(toldOfBank(Array(cut)), ["2:10: the file is not UTF-8"]))
        let returns = Array("a\rb\r\nc\n\rd ".utf8) + [0xFF]
        #expect(match(toldOfBank(returns), ["5:3: the file is not UTF-8"]))
    }

    @Test func aByteOrderMarkAndWindowsLineEndsAreTaken() throws {
        let windows = soundBank.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        let bank = try Bank(yaml: [0xEF, 0xBB, 0xBF] + Array(windows.utf8), vocabulary: words)
        #expect(bank == (try Bank(yaml: Array(soundBank.utf8), vocabulary: words)))
        let found = toldOfBank([0xEF, 0xBB, 0xBF] + Array(windows.changing("bank: co-ban", to: "bank: cơ").utf8))
        #expect(match(found, ["1:7: the code 'cơ'"]))
    }

    @Test func columnsCountWhatAnEditorShows() {
        let decomposed = "{ text: Cả ha\u{309}i e\u{302}\u{323} 👩🏽, pined: true }"
        let found = toldOfBank(soundBank.changing("{ text: Cả hai, pinned: true }", to: decomposed))
        #expect(match(found, ["17:29: unknown key 'pined'"]), "\(found)")
    }

    @Test func aliasBombsAreRefusedAtOnce() {
        var bomb = "a0: &a0 [x, x]\n"
        for level in 1...30 {
            bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n"
        }
        bomb += "? *a30\n: x\n*a28 : y\n[*a29, *a29]: z\n"
        let found = toldOfBank(bomb)
        let refused = ": YAML anchors (&) and aliases (*) are not taken"
        #expect(found.contains { $0.hasPrefix("32:3" + refused) })
        #expect(found.contains { $0.hasPrefix("35:1: a key must") })
    }

    @Test func everyAnchorAndTagIsTold() {
        let yaml = soundBank.changing("topic: mat-khau", to: "topic: &t mat-khau")
            .changing("topic: ma-doc", to: "topic: *t")
            .changing("title: Kiến thức", to: "title: !!binary Kiến thức")
            .changing("[can-bo, thcs]", to: "!s [can-bo]")
        let found = toldOfBank(yaml)
        let expected = ["3:8: YAML tags", "8:12: YAML anchors", "10:13: YAML tags", "21:12: YAML anchors"]
        #expect(match(found, expected), "\(found)")
    }

    @Test(arguments: ["Con trỏ *p, &p và [*p, **p]", "\"*p &p *p\"", "'*p'", "|-\n            *p &p\n            *p"])
    func starsInATextAreText(_ text: String) throws {
        let bank = try Bank(yaml: Array(soundBank.changing("Ngày sinh", to: text).utf8), vocabulary: words)
        guard case .choice(let choice) = bank.questions[0].body else { return }
        let plain = text.replacing("\"", with: "").replacing("'", with: "").replacing("|-\n", with: "")
        let lines = plain.split(separator: "\n").map { $0.trimmingPrefix(while: \.isWhitespace) }
        #expect(choice.options[0].text.split(separator: "\n") == lines)
    }

    @Test func deepNestingIsRefused() {
        func nested(_ depth: Int) -> String {
            soundBank + "x: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "\n"
        }
        #expect(match(toldOfBank(nested(31)), ["31:1: unknown key 'x'"]))
        #expect(match(toldOfBank(nested(32)), ["31:1: unknown key 'x'", "31:35: values are nested too deep"]))
        #expect(toldOfBank(nested(900)).count == 2)
        #expect(match(toldOfBank(nested(500_000)), ["31:5: values are nested too deep"]))
        let block = (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(match(toldOfBank(block).suffix(1), ["33:33: values are nested too deep"]))
        #expect(match(toldOfBank(String(repeating: "- ", count: 100_000)), ["1:1999: values are nested too deep"]))
    }

    @Test func hugeFilesAndTextsAreRefused() {
        let long = String(repeating: "a", count: 4 << 20)
        let yaml = soundBank.changing("Kiến thức cơ bản", to: long).changing("mk-001", to: String(long.prefix(1 << 20)))
        let found = toldOfBank(yaml)
        #expect(match(found, ["3:8: 'title' is longer than 300 characters", "7:9: 'id' is longer"]))
        #expect(found.allSatisfy { $0.utf8.count < 300 })
        let spaces = [UInt8](repeating: UInt8(ascii: " "), count: 20 << 20 | 1)
        #expect(match(toldOfBank(spaces), ["0:0: the file is larger than 20 MiB"]))
    }

    @Test func faultsBeyondAThousandAreCounted() throws {
        let yaml = soundBank + (1...10_000).map { "  - cau-\($0)\n" }.joined()
        let found = toldOfBank(yaml)
        #expect(found.count == 1_001)
        #expect(match([found[999]], ["1030:5: 'questions' must be"]))
        #expect(found.last == "1031:5: from here on 9000 more faults are not listed; mend those above and check again")
    }

    @Test func manyKeysTwiceEndAfterAWhile() {
        let yaml = (1...3_000).map { "k\($0): { a: 1, a: 2 }\n" }.joined()
        let found = toldOfBank(yaml)
        #expect(match(Array(found.prefix(1)), ["1:7: this key is written twice in the same mapping"]))
        #expect(found.count == 31)
    }

    @Test func keysThatAreNoWordsAreTold() {
        let found = toldOfBank(soundBank + "? [a, b]\n: c\n? { d: e }\n: f\n")
        #expect(match(found, ["31:3: a key must be a word", "33:3: a key must be a word"]), "\(found)")
        #expect(match(toldOfBank("[a]: 1\n[a]: 2\n"), ["1:1: this key is written twice"]))
    }

    /// What is quoted from a file is shown on terminals.
    @Test func messagesCarryNoControls() {
        let found = toldOfBank(soundBank.changing("public: true", to: #""\e[31m\u202Epublic\n": true"#))
        #expect(match(found, ["2:1: unknown key '\u{FFFD}[31m\u{FFFD}public\u{FFFD}'"]), "\(found)")
    }

    /// Files damaged at random are read or refused with places that exist, and nothing else happens.
    @Test func damagedFilesDoNoHarm() {
        var random = SplitMix(state: 1)
        let pieces = [
            "", "\n", "  ", ": ", "- ", "? ", "*a", "&a ", "!t ", "\"", "'", "[", "]", "{", "}", "|", ">", "#", "\\u",
        ].map { Array($0.utf8) }
        let contest = Array(fullContest.utf8)
        for _ in 0..<Self.rounds {
            for source in [Array(soundBank.utf8), contest] {
                var bytes = source
                for _ in 0...Int.random(in: 0...3, using: &random) {
                    let start = Int.random(in: 0..<bytes.count, using: &random)
                    let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
                    var piece = pieces.randomElement(using: &random) ?? []
                    if Int.random(in: 0...9, using: &random) == 0 {
                        piece = [UInt8.random(in: 0...255, using: &random)]
                    }
                    bytes.replaceSubrange(start..<end, with: piece)
                }
                let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 2
                do throws(Faults) {
                    if source == contest {
                        _ = try Contest(yaml: bytes, vocabulary: words)
                    } else {
                        let bank = try Bank(yaml: bytes, vocabulary: words)
                        #expect(try Bank(yaml: Array(bank.yaml().utf8), vocabulary: words) == bank)
                    }
                } catch {
                    #expect(error.faults.allSatisfy { (1...lines).contains($0.line) && $0.column >= 1 }, "\(error)")
                }
            }
        }
    }

    private static let rounds = 200
}
