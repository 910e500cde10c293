import QuizCore

/// Takes one item of version 1.2 apart.
struct QTI1Item {
    let root: MarkupElement
    let category: [String]
    let file: String?
    let files: QTIFiles
    let program: QTI1Program
    /// What `<fieldlabel>` names.
    let fields: [String: String]
    var questions: [ForeignQuestion] = []
    /// What all of them show.
    private(set) var picture: QTIShownPicture?
    var told: QTITold
    var texts = QTI1Texts()

    init(root: MarkupElement, category: [String], file: String?, files: QTIFiles) {
        self.root = root
        self.category = category
        self.file = file
        self.files = files
        told = QTITold(file: file)
        program = QTI1Program(root)
        var fields: [String: String] = [:]
        for field in root.all("qtimetadatafield") {
            guard let label = field.word("fieldlabel"), let entry = field.word("fieldentry") else { continue }
            fields[label.lowercased()] = entry
        }
        self.fields = fields
    }

    /// What the program that wrote the file calls the kind of the question, in lower case.
    var type: String {
        let names = ["question_type", "cc_profile", "qmd_questiontype", "qmd_itemtype", "bbmd_questiontype"]
        let named = names.lazy.compactMap { fields[$0] }.first ?? root.all("qmd_itemtype").first?.text.trimmingSpaces
        return (named ?? "").lowercased()
    }

    mutating func read() {
        let presentation = root.first("presentation") ?? root
        let responses = presentation.outermost(QTI1Texts.isResponse)
        if isRefused(responses) { return }
        guard !responses.isEmpty, type != "text_only_question" else {
            return told.notice(
                root.place,
                vi: "mục không có gì để trả lời (chỉ là lời dẫn), bị bỏ qua",
                en: "an item with nothing to answer is no question and is left out"
            )
        }
        read(responses, in: presentation)
        picture = told.picture(among: texts.takePictures(), in: files)
        finish()
    }

    private mutating func read(_ responses: [MarkupElement], in presentation: MarkupElement) {
        let isPicking = responses.allSatisfy { $0.name == "response_lid" }
        if isBlanks(responses) {
            readBlanks(responses, presentation)
        } else if responses.count > 1, isPicking {
            readMatching(responses, presentation)
        } else if isPicking {
            var question = begin(texts.readPrompt(presentation))
            let isRead =
                responses[0].isCardinality("ordered")
                ? readOrder(responses[0], &question) : readChoice(responses[0], &question)
            if isRead { questions.append(question) }
        } else if responses.allSatisfy({ ["response_str", "response_num"].contains($0.name) }) {
            readFields(responses, presentation)
        } else {
            told.fault(
                root.place,
                vi: "câu này có nhiều phần trả lời khác loại; hãy tách mỗi phần thành một câu",
                en: "this item has several responses of different kinds; make each a question of its own"
            )
        }
    }

    /// A question of this item, not yet with its body; `number`: where the item makes several.
    func begin(_ prompt: String, number: Int? = nil) -> ForeignQuestion {
        let original = QTITold.prefix(file) + prompt.prefix(200)
        var question = ForeignQuestion(place: root.place, category: category, original: original)
        if let id = root["ident"], QTIIdentifier.isID(id) {
            question.set("id", number.map { "\(id)-\($0)" } ?? id, at: root.place)
        }
        question.set("prompt", prompt, at: root.first("presentation")?.place ?? root.place)
        return question
    }

    /// What no marking can do, and what is not known, by its name.
    private mutating func isRefused(_ responses: [MarkupElement]) -> Bool {
        let essays = ["essay", "short response", "file_upload", "upload"]
        if essays.contains(where: { type.contains($0) }) {
            told.fault(
                root.place,
                vi: "câu tự luận hoặc nộp tệp (\(type.excerpt)) không chấm tự động được; hãy bỏ câu này khỏi tệp",
                en: "an essay or upload (\(type.excerpt)) cannot be marked here; take it out of the file"
            )
            return true
        }
        let known: Set<String> = ["response_lid", "response_str", "response_num"]
        let strange = responses.first { !known.contains($0.name) || $0.contains { Self.isPicture($0) } }
        let types = ["calculated_question", "categorization_question", "hot_spot_question", "formula_question"]
        guard strange != nil || types.contains(type) else { return false }
        let name = types.contains(type) ? type : strange?.name ?? ""
        told.fault(
            strange?.place ?? root.place,
            vi: "không nhận loại câu “\(name.excerpt)” của QTI; hãy bỏ câu này hoặc soạn lại thành trắc nghiệm",
            en: "questions of QTI's type '\(name.excerpt)' are not taken; drop this one or make it multiple choice"
        )
        return true
    }

    private static func isPicture(_ element: MarkupElement) -> Bool {
        ["render_hotspot", "render_slider"].contains(element.name)
    }
}
