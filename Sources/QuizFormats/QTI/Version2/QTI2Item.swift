import QuizCore

/// Takes one item of version 2 or 3 apart.
struct QTI2Item {
    let root: MarkupElement
    let metadata: QTIMetadata
    let file: String?
    let files: QTIFiles
    let declarations: [String: QTI2Declaration]
    /// `nil` if the processing is not understood.
    let program: QTI2Program?
    var questions: [ForeignQuestion] = []
    /// What each of them shows.
    private(set) var pictures: [QTIShownPicture?] = []
    var told: QTITold
    var texts = QTIText()

    private static let blocks: Set<String> = [
        "choiceInteraction", "orderInteraction", "matchInteraction", "associateInteraction", "hottextInteraction",
        "gapMatchInteraction",
    ]
    private static let inlines: Set<String> = ["textEntryInteraction", "inlineChoiceInteraction"]

    init(root: MarkupElement, metadata: QTIMetadata, file: String?, files: QTIFiles) {
        self.root = root
        self.metadata = metadata
        self.file = file
        self.files = files
        told = QTITold(file: file)
        let responses = root.children("responseDeclaration").map(QTI2Declaration.init)
        declarations = Dictionary(responses.map { ($0.id, $0) }) { first, _ in first }
        program = try? QTI2Program(root, declarations)
    }

    /// Whether the item says how it is marked.
    var hasProcessing: Bool { root.first("responseProcessing") != nil }

    mutating func read() {
        guard !refuseWhole(), let body = root.first("itemBody") else { return }
        let interactions = body.outermost { Self.isInteraction($0) }
        for interaction in interactions where !Self.blocks.union(Self.inlines).contains(interaction.name) {
            refuse(interaction)
        }
        guard told.bank.faults.isEmpty else { return }
        if interactions.isEmpty {
            declarations.isEmpty ? tellNothingToAnswer() : tellNoField()
        } else if interactions.allSatisfy({ Self.inlines.contains($0.name) }) {
            readInline(body)
        } else if interactions.allSatisfy({ Self.blocks.contains($0.name) }) {
            readBlocks(body, interactions)
        } else {
            tellMixed()
        }
        finish(body)
    }

    static func isInteraction(_ element: MarkupElement) -> Bool {
        element.name.hasSuffix("Interaction")
    }

    /// What stands in a body and is no part of the question's own text.
    static func isAside(_ element: MarkupElement) -> Bool {
        switch element.name {
        case "feedbackBlock", "feedbackInline", "templateBlock", "templateInline", "infoControl", "include": true
        case "rubricBlock": !(element["view"] ?? "candidate").contains("candidate")
        default: isInteraction(element)
        }
    }

    /// A question of this item, not yet with its body; `number`: where the item makes several.
    func begin(_ prompt: String, at place: SourcePlace, number: Int? = nil) -> ForeignQuestion {
        let original = QTITold.prefix(file) + prompt.prefix(200)
        var question = ForeignQuestion(place: root.place, category: metadata.category, original: original)
        let own = metadata.id ?? root["identifier"].flatMap { QTIIdentifier.isID($0) ? $0 : nil }
        if let own { question.set("id", number.map { "\(own)-\($0)" } ?? own, at: root.place) }
        question.set("prompt", prompt, at: place)
        metadata.tags.set(&question)
        if question["difficulty"] == nil, let difficulty = metadata.difficulty {
            question.set("difficulty", difficulty, at: root.place)
        }
        return question
    }

    private mutating func readBlocks(_ body: MarkupElement, _ interactions: [MarkupElement]) {
        let intro = readPrompt(body, aside: Self.isAside)
        let shared = texts.takePictures()
        let areAlone = interactions.count == 1
        for (index, interaction) in interactions.enumerated() {
            let own = interaction.first("prompt").map { readPrompt($0, aside: Self.isAside) } ?? ""
            guard areAlone || !own.isEmpty else { return tellUnasked(interaction) }
            // Some programs say the question in both places.
            let prompt = [intro, intro == own ? "" : own].filter { !$0.isEmpty }.joined(separator: "\n")
            let place = interaction.first("prompt")?.place ?? interaction.place
            var question = begin(prompt, at: place, number: areAlone ? nil : index + 1)
            if read(interaction, &question) {
                add(question, showing: shared + texts.takePictures())
            } else {
                _ = texts.takePictures()
            }
        }
    }

    mutating func add(_ question: ForeignQuestion, showing all: [QTIPicture]) {
        questions.append(question)
        pictures.append(told.picture(among: all, in: files))
    }

    /// A text that is part of a question, which may show a picture.
    mutating func readPrompt(
        _ element: MarkupElement,
        aside: (MarkupElement) -> Bool,
        isGap: (MarkupElement) -> Bool = { _ in false }
    ) -> String {
        texts.isPrompt = true
        defer { texts.isPrompt = false }
        return texts.read(element, aside: aside, isGap: isGap)
    }

    private mutating func read(_ interaction: MarkupElement, _ question: inout ForeignQuestion) -> Bool {
        guard let response = declarations[interaction["responseIdentifier"] ?? ""] else {
            tellUndeclared(interaction)
            return false
        }
        switch interaction.name {
        case "choiceInteraction": return readChoice(interaction, response, &question)
        case "orderInteraction": return readOrder(interaction, response, &question)
        case "hottextInteraction": return readHottext(interaction, response, &question)
        case "gapMatchInteraction": return readGapMatch(interaction, response, &question)
        default: return readPairs(interaction, response, &question)
        }
    }

    /// The mark of one response, as if nothing else were answered; `nil` if the processing is not understood.
    func score(_ response: QTI2Declaration, _ values: [String]) -> Double? {
        if !hasProcessing {
            return response.correct.isEmpty ? response.mapped(values) : response.isMatched(by: values) ? 1 : 0
        }
        return try? program?.score([response.id: values])
    }
}
