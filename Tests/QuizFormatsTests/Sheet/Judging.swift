import Foundation
import QuizCore
import QuizFormats
import Testing

extension ForeignBank {
    /// The bank that the reader of the native format makes of it.
    func judged(as bank: Bank, _ vocabulary: Vocabulary) throws -> Bank {
        let items = questions.map { question in
            "  - {" + question.entries.map { "\"\($0.key)\": \($0.value.flow)" }.joined(separator: ", ") + "}\n"
        }
        let head = "bank: \(bank.id)\npublic: \(bank.isPublic)\ntitle: \(DocumentNode.quoted(bank.title))\n"
        let yaml = head + "language: \(bank.language)\nlicence: \(DocumentNode.quoted(bank.licence))\nquestions:\n"
        return try Bank(yaml: Array((yaml + items.joined()).utf8), vocabulary: vocabulary)
    }
}

extension DocumentNode {
    /// As YAML on one line.
    fileprivate var flow: String {
        switch content {
        case .scalar(let text, let isPlain): isPlain ? text : Self.quoted(text)
        case .list(let nodes): "[" + nodes.map(\.flow).joined(separator: ", ") + "]"
        case .map(let entries):
            "{" + entries.map { "\"\($0.key)\": \($0.value.flow)" }.joined(separator: ", ") + "}"
        case .refused: "~"
        }
    }

    fileprivate static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        return "\"" + escaped + "\""
    }

    /// The texts of a list of options, those that are right with a star.
    var starred: [String] {
        guard case .list(let nodes) = content else { return [] }
        return nodes.compactMap { node in
            guard case .map(let fields) = node.content, case .scalar(let text, _) = fields.first?.value.content else {
                return nil
            }
            return (fields.contains { $0.key == "correct" } ? "*" : "") + text
        }
    }

    var scalar: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }
}

/// What ships with the project.
enum Shipped {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "QuestionBanks")

    static func vocabulary() throws -> Vocabulary {
        try Vocabulary(yaml: Array(Data(contentsOf: folder.appending(path: "vocabulary.yaml"))))
    }

    static func bank(_ name: String) throws -> Bank {
        let bytes = try Array(Data(contentsOf: folder.appending(path: "\(name).yaml")))
        return try Bank(yaml: bytes, vocabulary: vocabulary())
    }

    /// One of every kind, with texts that formats stumble over.
    static func kinds() throws -> Bank {
        let frame = "topic: mat-khau, difficulty: hard, groups: [can-bo, nguoi-dan]"
        let yaml = """
            bank: kinds
            title: "Mọi loại; \\"câu\\""
            language: vi
            licence: CC-BY-4.0
            questions:
              - { id: a, \(frame), kind: single, prompt: "=1+1 bằng?\\n-Dòng, hai", explanation: "_x000D_ và _x00",
                  options: [{ text: "-5" }, { text: "0x1F" }, { text: "'" }, { text: "2", correct: true, pinned: true }] }
              - { id: "007", \(frame), kind: multiple, prompt: "a;b,c\\"d\\"", source: "+84\\n=x",
                  options: [{ text: "01", correct: true }, { text: "1E5", correct: true }, { text: "50%" }] }
              - { id: c, \(frame), kind: trueFalse, prompt: "Sai hay đúng?", validFrom: 2026-01-31, validTo: 2026-12-01,
                  options: [{ text: Sai }, { text: Đúng, correct: true }] }
              - { id: d, \(frame), kind: order, prompt: Xếp, items: [{ text: Ba }, { text: Một }, { text: Hai }] }
              - { id: e, \(frame), kind: match, prompt: Nối, extra: ["=> thừa"],
                  pairs: [{ left: "a => b", right: "1 => 2" }, { left: "c=", right: ">d" }] }
              - { id: f, \(frame), kind: short, prompt: Điền, answers: ["A, B", "TRUE"] }
              - { id: g, \(frame), kind: numeric, prompt: Số, answer: "-87,5", tolerance: "0,01", unit: "%" }
              - { id: h, \(frame), kind: message, prompt: Tin, channel: sms,
                  parts: [{ role: sender, text: "VCB: Ngân hàng" }, { role: text, text: "Bấm\\nngay" },
                          { role: link, text: "http://vcb.example", suspicious: true }] }
            """
        return try Bank(yaml: Array(yaml.utf8), vocabulary: vocabulary())
    }
}
