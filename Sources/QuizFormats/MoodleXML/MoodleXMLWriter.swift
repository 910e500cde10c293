import Foundation
import QuizCore

/// Writes questions in Moodle XML, as plain texts, with what Moodle has no room for in tags and ids.
struct MoodleXMLWriter {
    let language: String
    private let images: [String: [UInt8]]
    private var xml = XMLText()
    private var notices: [Message] = []
    private var topic: String?

    init(language: String, images: [String: [UInt8]]) {
        self.language = language
        self.images = images
    }

    mutating func write(_ bank: Bank) -> WrittenBank {
        xml.begin("quiz")
        for question in bank.questions { write(question) }
        xml.end()
        return WrittenBank(text: xml.text, notices: notices)
    }

    private mutating func write(_ question: Question) {
        guard let type = type(of: question.body) else {
            let kind = question.body.kind.rawValue
            return tell(
                question,
                vi: "Moodle không có loại câu “\(kind)”; câu này không được xuất",
                en: "Moodle has no questions of kind '\(kind)'; it is left out"
            )
        }
        writeTopic(question.topic)
        let feedback = Attribution.joined(question.explanation, question.source, language: language)
        xml.begin("question", ["type": type])
        xml.texted("name", question.id)
        writePrompt(question)
        xml.texted("generalfeedback", feedback, ["format": "plain_text"])
        xml.element("defaultgrade", "1")
        xml.element("penalty", "0")
        xml.element("hidden", "0")
        xml.element("idnumber", question.id)
        write(question.body)
        xml.begin("tags")
        for tag in MoodleTags.texts(of: question, isAsIs: type == "truefalse") { xml.texted("tag", tag) }
        xml.end()
        xml.end()
        if Attribution.split(feedback) != (question.explanation, question.source.isEmpty ? nil : question.source) {
            tell(
                question,
                vi: "lời giải thích có dòng bắt đầu bằng “Nguồn: ”, khi nhập lại sẽ thành nguồn",
                en: "a line of the explanation begins with 'Source: ' and will be read as the source"
            )
        }
    }

    /// Plain, unless there is a picture, which needs mark-up.
    private mutating func writePrompt(_ question: Question) {
        guard let image = question.image, let content = images[image.file] else {
            return xml.texted("questiontext", question.prompt, ["format": "plain_text"])
        }
        let lines = XMLText.escaped(question.prompt).replacing("\n", with: "<br>")
        let tag =
            "<img src=\"@@PLUGINFILE@@/\(image.file)\" alt=\"\(XMLText.escaped(image.alt))\" "
            + "width=\"\(image.facts.width)\" height=\"\(image.facts.height)\">"
        let html = "<p>\(lines)</p><p>\(tag)</p>"
        xml.begin("questiontext", ["format": "html"])
        xml.element("text", html)
        let encoded = Data(content).base64EncodedString()
        xml.element("file", encoded, ["name": image.file, "path": "/", "encoding": "base64"])
        xml.end()
        if TextFormat.html.read(html).text.trimmingSpaces != question.prompt {
            tell(
                question,
                vi: "khoảng trắng hoặc dòng trống trong câu hỏi có ảnh sẽ khác khi nhập lại",
                en: "spaces or empty lines in a prompt with a picture will differ when it is read again"
            )
        }
    }

    private mutating func writeTopic(_ topic: String) {
        guard topic != self.topic else { return }
        self.topic = topic
        xml.begin("question", ["type": "category"])
        xml.texted("category", "$course$/top/" + MoodleCategory.text([topic]))
        xml.end()
    }

    /// Moodle's name of the type; `nil` if it has none.
    private func type(of body: QuestionBody) -> String? {
        switch body {
        case .choice(let choice): truth(choice) == nil ? "multichoice" : "truefalse"
        case .order: "ordering"
        case .match: "matching"
        case .short(let short): short.answers.contains { $0.contains("*") } ? nil : "shortanswer"
        case .numeric: "numerical"
        case .message: nil
        }
    }

    /// Without a language the reader takes the words of Vietnamese.
    private func truth(_ choice: ChoiceQuestion) -> Bool? {
        TrueFalse(language: nil).answer(of: choice)
    }

    private mutating func tell(_ question: Question, vi: String, en: String) {
        notices.append(Message(vi: "câu \(question.id): \(vi)", en: "question \(question.id): \(en)"))
    }
}

extension MoodleXMLWriter {
    private mutating func write(_ body: QuestionBody) {
        switch body {
        case .choice(let choice): write(choice)
        case .order(let order): write(order)
        case .match(let match): write(match)
        case .short(let short):
            xml.element("usecase", "0")
            for answer in short.answers { xml.texted("answer", answer, ["fraction": "100", "format": "plain_text"]) }
        case .numeric(let numeric): write(numeric)
        case .message: break
        }
    }

    private mutating func write(_ choice: ChoiceQuestion) {
        if let answer = truth(choice) {
            xml.texted("answer", "true", ["fraction": answer ? "100" : "0", "format": "plain_text"])
            xml.texted("answer", "false", ["fraction": answer ? "0" : "100", "format": "plain_text"])
            return
        }
        let isSingle = choice.kind != .multiple
        let isFixed = choice.kind == .trueFalse || choice.options.allSatisfy(\.isPinned)
        let rights = choice.options.count { $0.isCorrect }
        xml.element("single", isSingle ? "true" : "false")
        xml.element("shuffleanswers", isFixed ? "false" : "true")
        xml.element("answernumbering", "ABCD")
        for option in choice.options {
            let fraction =
                switch (isSingle, option.isCorrect) {
                case (true, true): "100"
                case (true, false): "0"
                case (false, true): MoodleFraction.share(of: rights)
                case (false, false): "-100"
                }
            xml.texted("answer", option.text, ["fraction": fraction, "format": "plain_text"])
        }
    }

    private mutating func write(_ order: OrderQuestion) {
        xml.element("layouttype", "VERTICAL")
        xml.element("selecttype", "ALL")
        xml.element("selectcount", "0")
        xml.element("gradingtype", "ALL_OR_NOTHING")
        for (index, item) in order.items.enumerated() {
            xml.texted("answer", item, ["fraction": "\(index + 1)", "format": "plain_text"])
        }
    }

    private mutating func write(_ match: MatchQuestion) {
        xml.element("shuffleanswers", "true")
        for pair in match.pairs { write(pair.left, pair.right) }
        for extra in match.extra { write("", extra) }
    }

    private mutating func write(_ left: String, _ right: String) {
        xml.begin("subquestion", ["format": "plain_text"])
        xml.element("text", left)
        xml.texted("answer", right)
        xml.end()
    }

    private mutating func write(_ numeric: NumericQuestion) {
        xml.begin("answer", ["fraction": "100", "format": "plain_text"])
        xml.element("text", numeric.answer.text)
        xml.element("tolerance", numeric.tolerance.text)
        xml.end()
        if !numeric.unit.isEmpty {
            xml.begin("units")
            xml.begin("unit")
            xml.element("multiplier", "1")
            xml.element("unit_name", numeric.unit)
            xml.end()
            xml.end()
        }
        xml.element("unitgradingtype", "0")
        xml.element("unitpenalty", "0.1")
        xml.element("showunits", numeric.unit.isEmpty ? "3" : "0")
    }
}
