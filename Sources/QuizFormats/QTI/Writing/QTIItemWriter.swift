import QuizCore

/// Writes one question as an item.
struct QTIItemWriter {
    let version: QTIVersion
    let language: String
    /// The address of the question's picture, seen from the item; `nil` if it goes without.
    let picture: String?
    var xml: QTIXML

    static let response = "RESPONSE"
    private static let feedback = "FEEDBACK"
    private static let explanation = "explanation"

    init(version: QTIVersion, language: String, picture: String?) {
        self.version = version
        self.language = language
        self.picture = picture
        xml = QTIXML(version: version)
    }

    static func interaction(_ body: QuestionBody) -> String {
        switch body {
        case .choice: "choiceInteraction"
        case .order: "orderInteraction"
        case .match: "matchInteraction"
        case .short, .numeric: "textEntryInteraction"
        case .message: "hottextInteraction"
        }
    }

    mutating func text(_ question: Question) -> String {
        let feedback = Attribution.joined(question.explanation, question.source, language: language)
        let isThird = version == .v30
        xml.begin(
            "assessmentItem",
            [
                "xmlns": isThird
                    ? "http://www.imsglobal.org/xsd/imsqtiasi_v3p0" : "http://www.imsglobal.org/xsd/imsqti_v2p1",
                "identifier": QTIIdentifier.name(question.id),
                "title": question.id,
                "adaptive": "false",
                "timeDependent": "false",
                "xml:lang": language,
            ]
        )
        declare(question.body)
        declareOutcomes(hasFeedback: !feedback.isEmpty)
        xml.begin("itemBody")
        writePicture(question.image)
        write(question.body, prompt: question.prompt)
        xml.end()
        process(question.body)
        if !feedback.isEmpty { write(feedback: feedback) }
        xml.end()
        return xml.text
    }

    /// In a paragraph before all else: within the prompt it could stand between words.
    private mutating func writePicture(_ image: Image?) {
        guard let image, let picture else { return }
        let tag = xml.inline(
            "img",
            [
                "src": picture, "alt": image.alt, "width": "\(image.facts.width)", "height": "\(image.facts.height)",
            ]
        )
        xml.element("p", markup: tag)
    }

    private mutating func declareOutcomes(hasFeedback: Bool) {
        xml.begin("outcomeDeclaration", ["identifier": "SCORE", "cardinality": "single", "baseType": "float"])
        xml.begin("defaultValue")
        xml.element("value", text: "0")
        xml.end()
        xml.end()
        guard hasFeedback else { return }
        xml.begin(
            "outcomeDeclaration",
            ["identifier": Self.feedback, "cardinality": "single", "baseType": "identifier"]
        )
        // Shown whatever was answered.
        xml.begin("defaultValue")
        xml.element("value", text: Self.explanation)
        xml.end()
        xml.end()
    }

    private mutating func write(feedback: String) {
        let markup = QTIMarkup.markup(feedback)
        xml.begin(
            "modalFeedback",
            ["outcomeIdentifier": Self.feedback, "identifier": Self.explanation, "showHide": "show"]
        )
        if version == .v30 { xml.begin("contentBody") }
        xml.element("p", markup: markup)
        if version == .v30 { xml.end() }
        xml.end()
    }

    private mutating func process(_ body: QuestionBody) {
        switch body {
        case .short: xml.element("responseProcessing", ["template": template("map_response")])
        case .numeric(let numeric): processNumber(numeric)
        default: xml.element("responseProcessing", ["template": template("match_correct")])
        }
    }

    private func template(_ name: String) -> String {
        version == .v30
            ? "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/\(name).xml"
            : "http://www.imsglobal.org/question/qti_v2p1/rptemplates/\(name)"
    }

    private mutating func processNumber(_ numeric: NumericQuestion) {
        let isExact = numeric.tolerance == .zero
        let tolerance = numeric.tolerance.text
        xml.begin("responseProcessing")
        xml.begin("responseCondition")
        xml.begin("responseIf")
        xml.begin(
            "equal",
            [
                "toleranceMode": isExact ? "exact" : "absolute",
                "tolerance": isExact ? nil : "\(tolerance) \(tolerance)",
            ]
        )
        xml.element("variable", ["identifier": Self.response])
        xml.element("correct", ["identifier": Self.response])
        xml.end()
        xml.begin("setOutcomeValue", ["identifier": "SCORE"])
        xml.element("baseValue", ["baseType": "float"], text: "1")
        xml.end()
        xml.end()
        xml.end()
        xml.end()
    }
}
