import QuizCore
import Synchronization

/// The questions of a definition as JSON, made once: a paper is then put together by copying.
///
/// Only those answered by picking, which is nearly all of them; the others are written anew each time.
struct PreparedQuestion: Sendable {
    private let kind: [UInt8]
    private let prompt: [UInt8]
    /// `nil` without a picture.
    private let media: [UInt8]?
    /// In the author's order.
    private let options: [[UInt8]]

    /// - Returns: `nil` for a kind that is not prepared.
    init?(_ question: Question) {
        guard case .choice(let choice) = question.body else { return nil }
        kind = JSONText.encoded(choice.kind.rawValue)
        prompt = JSONText.encoded(question.prompt)
        media = question.image.map { image in JSONText { $0.fields(of: image) }.bytes }
        options = choice.options.map { JSONText.encoded($0.text) }
    }

    private static let letters = (0..<ChoiceQuestion.maximumOptions).map { JSONText.encoded(PlaceSet.letter($0)) }

    /// The same fields as ``JSONText/fields(of:_:position:withKey:)`` without the key.
    func write(_ order: OptionOrder, position: Int, to json: inout JSONText) {
        json.field("position", position)
        json.field("kind", copy: kind)
        json.field("prompt", copy: prompt)
        if let media { json.field("media", copy: media) }
        json.list("options", 0..<order.count) { json, place in
            json.object { json in
                json.field("id", copy: Self.letters[place])
                json.field("text", copy: options[order[place]])
            }
        }
    }
}

final class PreparedQuestions: Sendable {
    private let definitions = Mutex<[Int64: [PreparedQuestion?]]>([:])

    /// By ordinal of the pool.
    func questions(of definition: Definition) -> [PreparedQuestion?] {
        if let known = definitions.withLock({ $0[definition.key] }) { return known }
        let made = definition.pool.questions.map { PreparedQuestion($0) }
        definitions.withLock { definitions in
            if definitions.count > 100 { definitions.removeAll() }
            definitions[definition.key] = made
        }
        return made
    }
}
