import Foundation
import QuizCore

/// Answers as they are sent and stored.
enum ChoiceCheck {
    /// The first byte picks a question, the rest is the answer to it.
    static func check(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let body = bodies[Int(first) % bodies.count]
        let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
        guard let choice = Choice(stored: text, for: body) else { return }
        demand(Choice(stored: choice.json, for: body) == choice, "\(choice) is not read again from \(choice.json)")
        demandComposed(choice.json)
    }

    private static let bodies: [QuestionBody] = {
        guard let bytes = FileManager.default.contents(atPath: "Fuzz/Corpus/yaml/kinds.yaml"),
            let bank = try? Bank(yaml: Array(bytes), vocabulary: House.vocabulary)
        else { fatalError("Fuzz/Corpus/yaml/kinds.yaml is no bank") }
        return bank.questions.map(\.body)
    }()
}
