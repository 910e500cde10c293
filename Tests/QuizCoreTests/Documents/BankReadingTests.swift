import Foundation
import QuizCore
import Testing

/// Reading and writing bank files: every fault with its place, nothing taken from a faulty file.
@Suite struct BankReadingTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func shipped(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: "QuestionBanks/\(name).yaml")))
    }

    private static func vocabulary() throws -> Vocabulary {
        try Vocabulary(yaml: try shipped("vocabulary"))
    }

    /// A sound bank with one line replaced.
    private static func bank(replacing old: String = "", with new: String = "") -> [UInt8] {
        let text = """
            bank: thu
            title: Thử
            language: vi
            licence: CC-BY-4.0
            questions:
              - id: q1
                topic: mat-khau
                difficulty: easy
                groups: [thcs]
                kind: single
                prompt: Câu hỏi
                options:
                  - text: Một
                    correct: true
                  - text: Hai
                explanation: Vì thế.
                source: Sổ tay
            """
        return Array((old.isEmpty ? text : text.replacing(old, with: new)).utf8)
    }

    @Test(
        arguments: [
            ("title: Thử", "titel: Thử", 2, "unknown key"),
            ("    topic: mat-khau", "    topic: mat-khua", 7, "did you mean"),
            ("difficulty: easy", "difficulty: simple", 8, "easy, medium, hard"),
            ("groups: [thcs]", "groups: [lop-1]", 9, "no code"),
            ("prompt: Câu hỏi", "prompt: \"\"", 11, "must not be empty"),
            ("        correct: true\n", "", 13, "no option is marked"),
            ("- text: Hai", "- text: một", 15, "stands in line"),
            ("source: Sổ tay", "source: Sổ tay\n    validFrom: 2026-13-01", 18, "real day"),
            (
                "source: Sổ tay", "source: Sổ tay\n    validFrom: 2026-07-02\n    validTo: 2026-07-01", 19,
                "before 'validFrom'"
            ),
            ("bank: thu", "bank: thử", 1, "ASCII"),
            ("bank: thu", "bank: [thu", 0, "not valid YAML"),
            ("prompt: Câu hỏi", "prompt: \"a\\u202Eb\"", 11, "invisible"),
        ] as [(String, String, Int, String)]
    )
    func aFaultNamesItsLine(_ old: String, _ new: String, _ line: Int, _ words: String) throws {
        let vocabulary = try Self.vocabulary()
        do throws(Faults) {
            _ = try Bank(yaml: Self.bank(replacing: old, with: new), vocabulary: vocabulary)
            Issue.record("the bank was taken")
        } catch {
            let found = error.faults.contains { $0.message.en.contains(words) && (line == 0 || $0.line == line) }
            #expect(found, "\(error.faults)")
        }
    }

    @Test func allFaultsAreToldAtOnce() throws {
        let vocabulary = try Self.vocabulary()
        let text = String(decoding: Self.bank(), as: UTF8.self)
            .replacing("title: Thử", with: "titel: Thử").replacing("kind: single", with: "kind: guess")
            .replacing("source: Sổ tay", with: "source: \"\"")
        do throws(Faults) {
            _ = try Bank(yaml: Array(text.utf8), vocabulary: vocabulary)
            Issue.record("the bank was taken")
        } catch {
            #expect(error.faults.count >= 4)
            #expect(error.faults == error.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
    }

    @Test(arguments: ["co-ban", "cong-vu", "hoc-sinh"])
    func shippedBanksSurviveARoundTrip(_ name: String) throws {
        let vocabulary = try Self.vocabulary()
        let bank = try Bank(yaml: try Self.shipped(name), vocabulary: vocabulary)
        let written = bank.yaml()
        let again = try Bank(yaml: Array(written.utf8), vocabulary: vocabulary)
        #expect(again == bank)
        #expect(again.yaml() == written)
    }

    @Test(arguments: [
        "yes", "1e3", "~", "a: b", "a #b", "- x", "\"q\"", "'", "C:\\tmp\\new", "x\ny", "🙂", "0123", "null", "a\"b\\",
    ])
    func anyTextSurvivesARoundTrip(_ text: String) throws {
        let vocabulary = try Self.vocabulary()
        let option = Option(text: "đúng", isCorrect: true)
        let question = Question(
            id: "q",
            topic: "mat-khau",
            difficulty: .easy,
            groups: ["thcs"],
            prompt: text,
            body: .choice(ChoiceQuestion(kind: .single, options: [option, Option(text: text)])),
            explanation: text,
            source: text
        )
        let bank = Bank(id: "b", isPublic: false, title: text, language: "vi", licence: "X", questions: [question])
        let again = try Bank(yaml: Array(bank.yaml().utf8), vocabulary: vocabulary)
        #expect(again == bank)
    }

    @Test func aliasesOfAliasesAreRefused() throws {
        let vocabulary = try Self.vocabulary()
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(throws: Faults.self) { _ = try Bank(yaml: Array(text.utf8), vocabulary: vocabulary) }
    }

    @Test func whatIsNoTextOrNestsTooDeepIsRefused() throws {
        let vocabulary = try Self.vocabulary()
        for bytes in [
            [0xC3, 0x28], Array(String(repeating: "[", count: 100_000).utf8), Array("".utf8), Array("- a".utf8),
            Array(String(repeating: "- ", count: 5_000).utf8), [0],
        ] as [[UInt8]] {
            #expect(throws: Faults.self) { _ = try Bank(yaml: bytes, vocabulary: vocabulary) }
        }
    }
}
