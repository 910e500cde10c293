import QuizCore

/// Turns the elements `<question>` into questions.
struct MoodleXMLReader {
    private var bank = ForeignBank()
    private var leftOut = LeftOut()
    private var category: [String] = []

    mutating func read(_ root: MarkupElement) -> ForeignBank {
        for element in root.children("question") {
            guard read(question: element) else { break }
        }
        leftOut.tell(&bank)
        if bank.questions.isEmpty, bank.faults.isEmpty, bank.unsupported.isEmpty {
            bank.fault(root.place, vi: "tệp không có câu hỏi nào", en: "there is no question in the file")
        }
        return bank
    }

    /// - Returns: False when there is no sense in reading on.
    private mutating func read(question element: MarkupElement) -> Bool {
        let type = element["type"] ?? ""
        switch type {
        case "category": category = MoodleCategory.path(element.first("category")?.moodleText ?? "")
        case "description": tellDescription(element)
        case "essay": tellEssay(element)
        case "cloze", "multianswer": return readCloze(element)
        case "multichoice", "truefalse", "shortanswer", "numerical", "matching", "match", "ordering":
            var texts = MoodleXMLTexts()
            let (question, tags) = begin(element, &texts)
            return end(question, tags, type, element, texts)
        default: tellUnknown(element, type)
        }
        return true
    }

    /// What all types have.
    private mutating func begin(
        _ element: MarkupElement,
        _ texts: inout MoodleXMLTexts
    ) -> (question: ForeignQuestion, tags: MoodleTags) {
        let prompt = element.first("questiontext")
        let text = prompt.map { texts.read($0) } ?? ""
        var question = ForeignQuestion(place: element.place, category: category, original: String(text.prefix(200)))
        if let id = element.first("idnumber"), let value = element.value("idnumber") {
            question.set("id", value, at: id.place)
        }
        question.set("prompt", text, at: prompt?.place ?? element.place)
        if let prompt {
            var image = MoodleXMLImage(prompt)
            if image.take(&question, &bank) { texts.forgetImages() }
        }
        let list = element.first("tags")?.children("tag") ?? []
        let tags = MoodleTags(list.map { MoodleTags.Tag(text: $0.moodleText.trimmingSpaces, place: $0.place) })
        tags.set(&question)
        for tag in tags.others { leftOut.add(.tag, at: tag.place) }
        tellIgnored(element, prompt: text, hasImage: question["image"] != nil)
        return (question, tags)
    }

    private mutating func end(
        _ begun: ForeignQuestion,
        _ tags: MoodleTags,
        _ type: String,
        _ element: MarkupElement,
        _ texts: MoodleXMLTexts
    ) -> Bool {
        var question = begun
        var body = MoodleXMLBody(element: element, texts: texts, tags: tags)
        let isRead = body.read(type, &question)
        if isRead, let general = element.first("generalfeedback") { body.explain(general, &question) }
        leftOut.add(body.texts.losses, at: element.place)
        for place in body.feedback { leftOut.add(.feedback, at: place) }
        bank.absorb(body.bank)
        if !isRead { bank.noteBroken(question) }
        return isRead ? bank.add(question) : true
    }

    /// Settings of Moodle that mean nothing here.
    private mutating func tellIgnored(_ element: MarkupElement, prompt: String, hasImage: Bool) {
        let place = element.place
        if let name = element.value("name"), name != element.value("idnumber"), !prompt.hasPrefix(name) {
            leftOut.add(.name, at: place)
        }
        if let grade = element.number("defaultgrade"), grade != 1 { leftOut.add(.grade, at: place) }
        if let penalty = element.number("penalty"), penalty > 0 { leftOut.add(.penalty, at: place) }
        if element.flag("hidden") == true { leftOut.add(.hidden, at: place) }
        if element.flag("usecase") == true { leftOut.add(.caseSensitive, at: place) }
        if element.children("hint").contains(where: { !$0.moodleText.trimmingSpaces.isEmpty }) {
            leftOut.add(.hint, at: place)
        }
        if ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"].contains(where: { element.says($0) }) {
            leftOut.add(.combinedFeedback, at: place)
        }
        let files = element.children.reduce(0) { $0 + ($1.name == "file" ? 1 : $1.children("file").count) }
        if files > (hasImage ? 1 : 0) { leftOut.add(.file, at: place) }
    }

    private mutating func readCloze(_ element: MarkupElement) -> Bool {
        var texts = MoodleXMLTexts()
        let (question, tags) = begin(element, &texts)
        var cloze = Cloze(element: element, base: question, tags: tags)
        let questions = cloze.questions()
        leftOut.add(cloze.losses, at: element.place)
        for place in cloze.feedback { leftOut.add(.feedback, at: place) }
        bank.absorb(cloze.bank)
        if questions.isEmpty { bank.noteBroken(question) }
        return questions.allSatisfy { bank.add($0) }
    }
}

extension MoodleXMLReader {
    private mutating func tellDescription(_ element: MarkupElement) {
        bank.notice(
            element.place,
            vi: "lời dẫn (description) không phải câu hỏi, bị bỏ qua",
            en: "a description is no question and is left out"
        )
    }

    private mutating func tellEssay(_ element: MarkupElement) {
        refuse(
            element,
            vi: "câu tự luận (essay) không chấm tự động được; hãy bỏ câu này khỏi tệp",
            en: "an essay question cannot be marked here; take it out of the file"
        )
    }

    private mutating func refuse(_ element: MarkupElement, vi: String, en: String) {
        var texts = MoodleXMLTexts()
        let text = element.first("questiontext").map { texts.read($0) } ?? ""
        bank.refuse(element.place, original: text, vi: vi, en: en)
    }

    private mutating func tellUnknown(_ element: MarkupElement, _ type: String) {
        let name = String(type.prefix(40))
        refuse(
            element,
            vi: "không nhận loại câu “\(name)” của Moodle; hãy bỏ câu này hoặc soạn lại thành trắc nghiệm",
            en: "questions of Moodle's type '\(name)' are not taken; drop this one or make it multiple choice"
        )
    }
}
