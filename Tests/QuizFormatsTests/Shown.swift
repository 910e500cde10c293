import Foundation
import QuizCore
import QuizFormats

/// Faults or notices as `line:column: message` in English.
func told(_ faults: [Fault]) -> [String] {
    faults.map { "\($0.line):\($0.column): \($0.message.en)" }
}

/// A question in one line: `kind: single; prompt: …; options: [Huế, *Hà Nội]`.
func shown(_ question: ForeignQuestion) -> String {
    question.entries.map { "\($0.key): \(shown($0.value))" }.joined(separator: "; ")
}

private func shown(_ node: DocumentNode) -> String {
    switch node.content {
    case .scalar(let text, _): text.replacing("\n", with: "⏎")
    case .list(let nodes): "[" + nodes.map(shown).joined(separator: ", ") + "]"
    case .refused: "refused"
    case .map(let entries):
        if entries.map(\.key) == ["left", "right"] {
            entries.map { shown($0.value) }.joined(separator: "→")
        } else {
            entries.reversed().map { $0.key == "text" ? shown($0.value) : $0.key == "correct" ? "*" : "!" }.joined()
        }
    }
}

extension Shipped {
    /// The names of the banks, without their endings.
    static let banks = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".yaml") && $0 != "vocabulary.yaml" }.map { String($0.dropLast(5)) }.sorted()

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: "\(name).yaml")))
    }
}

/// One question of each kind, with texts that want escapes everywhere.
let manyKinds = """
    bank: many
    title: Đủ loại
    language: vi
    licence: CC0
    questions:
      - { id: a-1, topic: mat-khau, difficulty: easy, groups: [thcs], kind: single, prompt: "{x} = ~y~ #1: \\\\n?\\nHai",
          options: [{ text: "[html] <b>", correct: true }, { text: "%50% = a -> b" }, { text: "// không", pinned: true }],
          explanation: "Vì 1 < 2 & 3 > 2.\\n\\n  Thụt vào", source: "Sổ tay: mục #3\\nTrang 2", validFrom: 2026-07-01 }
      - { id: a-2, topic: mat-khau, difficulty: hard, groups: [thcs, can-bo], kind: multiple, prompt: "Ba số nguyên tố?",
          options: [{ text: "2", correct: true }, { text: "3", correct: true }, { text: "5", correct: true },
            { text: "4" }], source: "Sách" }
      - { id: a-3, topic: ma-doc, difficulty: medium, groups: [thcs], kind: trueFalse, prompt: "Đúng hay sai?",
          options: [{ text: "Đúng" }, { text: "Sai", correct: true }], explanation: "Sai vì thế.", validTo: 2027-01-01 }
      - { id: a-4, topic: ma-doc, difficulty: medium, groups: [thcs], kind: trueFalse, prompt: "Có nên không?",
          options: [{ text: "Nên" }, { text: "Không nên", correct: true }] }
      - { id: a-5, topic: ma-doc, difficulty: easy, groups: [thcs], kind: match, prompt: "Nối:",
          pairs: [{ left: "a = b", right: "1 -> 2" }, { left: "[x]", right: "~" }], extra: ["{thừa}"] }
      - { id: a-6, topic: ma-doc, difficulty: easy, groups: [thcs], kind: short, prompt: "Viết tắt?",
          answers: ["T", "=2FA", "%x"] }
      - { id: a-7, topic: ma-doc, difficulty: easy, groups: [thcs], kind: numeric, prompt: "Bao nhiêu?",
          answer: "-87,5", tolerance: "0.25", unit: "km/h [1]" }
      - { id: a-8, topic: ma-doc, difficulty: easy, groups: [thcs], kind: numeric, prompt: "Mấy?", answer: "24" }
      - { id: a-9, topic: ma-doc, difficulty: easy, groups: [thcs], kind: order, prompt: "Xếp:",
          items: [{ text: "một <i>" }, { text: "hai" }, { text: "ba" }] }
      - { id: a-10, topic: ma-doc, difficulty: easy, groups: [thcs], kind: message, prompt: "Đánh dấu:", channel: sms,
          parts: [{ role: sender, text: "NH" }, { role: text, text: "Chào" }, { role: link, text: "x.y",
            suspicious: true }] }

    """
