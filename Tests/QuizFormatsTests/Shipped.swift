import Foundation
import QuizCore

/// The files that come with the project.
enum Shipped {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "QuestionBanks")

    static let banks = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".yaml") && $0 != "vocabulary.yaml" }.map { String($0.dropLast(5)) }.sorted()

    /// Those whose language is Vietnamese.
    static let vietnamese = banks.filter { ((try? bank($0).language) ?? "") == "vi" }

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name + ".yaml")))
    }

    static func bank(_ name: String) throws -> Bank {
        let stock = ImageStock(files: try images(name), by: LibCrypto())
        return try Bank(yaml: bytes(name), vocabulary: vocabulary(), images: stock)
    }

    /// The pictures of a bank by the names of their files.
    static func images(_ name: String) throws -> [String: [UInt8]] {
        let beside = folder.appending(path: name)
        let files = (try? FileManager.default.contentsOfDirectory(atPath: beside.path)) ?? []
        let contents = try files.map { ($0, Array(try Data(contentsOf: beside.appending(path: $0)))) }
        return Dictionary(contents, uniquingKeysWith: { first, _ in first })
    }

    static func vocabulary() throws -> Vocabulary {
        try Vocabulary(yaml: bytes("vocabulary"))
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

extension Bank {
    /// As a format has it that has no room for pictures.
    var withoutImages: Bank {
        Bank(
            id: id,
            isPublic: isPublic,
            title: title,
            language: language,
            licence: licence,
            questions: questions.map { question in
                Question(
                    id: question.id,
                    topic: question.topic,
                    difficulty: question.difficulty,
                    groups: question.groups,
                    prompt: question.prompt,
                    body: question.body,
                    explanation: question.explanation,
                    source: question.source,
                    validFrom: question.validFrom,
                    validTo: question.validTo
                )
            }
        )
    }

    /// Without the questions that a format has no room for.
    func without(_ kinds: Set<QuestionKind>) -> Bank {
        Bank(
            id: id,
            isPublic: isPublic,
            title: title,
            language: language,
            licence: licence,
            questions: questions.filter { !kinds.contains($0.body.kind) }
        )
    }
}
