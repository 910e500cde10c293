import QuizCore

/// Writes the manifest of a package, with what QTI itself has no room for as keywords of LOM.
struct QTIManifestWriter {
    let version: QTIVersion
    /// Paths of the pictures that the package holds, by the names of their files.
    let pictures: [String: String]

    func text(_ bank: Bank, _ files: [String]) -> String {
        // The manifest has one form of names in both versions.
        var xml = QTIXML(version: .v21)
        let isThird = version == .v30
        xml.begin(
            "manifest",
            [
                "xmlns": isThird
                    ? "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" : "http://www.imsglobal.org/xsd/imscp_v1p1",
                "xmlns:imsmd": "http://ltsc.ieee.org/xsd/LOM",
                "xmlns:imsqti": isThird
                    ? "http://www.imsglobal.org/xsd/imsqti_metadata_v3p0"
                    : "http://www.imsglobal.org/xsd/imsqti_metadata_v2p1",
                "identifier": "MANIFEST-" + bank.id,
            ]
        )
        xml.begin("metadata")
        xml.element("schema", text: isThird ? "QTI Package" : "QTIv2.1 Package")
        xml.element("schemaversion", text: isThird ? "3.0.0" : "1.0.0")
        write(bank, &xml)
        xml.end()
        xml.element("organizations")
        xml.begin("resources")
        for (question, file) in zip(bank.questions, files) { write(question, file, bank.language, &xml) }
        xml.end()
        xml.end()
        return xml.text
    }

    private func write(_ bank: Bank, _ xml: inout QTIXML) {
        xml.begin("imsmd:lom")
        xml.begin("imsmd:general")
        writeID(bank.id, &xml)
        writeString("imsmd:title", bank.title, bank.language, &xml)
        xml.element("imsmd:language", text: bank.language)
        if bank.isPublic { writeString("imsmd:keyword", "public:true", nil, &xml) }
        xml.end()
        xml.begin("imsmd:rights")
        writeString("imsmd:description", bank.licence, nil, &xml)
        xml.end()
        xml.end()
    }

    private func write(_ question: Question, _ file: String, _ language: String, _ xml: inout QTIXML) {
        xml.begin(
            "resource",
            [
                "identifier": "RES-" + question.id,
                "type": version == .v30 ? "imsqti_item_xmlv3p0" : "imsqti_item_xmlv2p1",
                "href": file,
            ]
        )
        xml.begin("metadata")
        xml.begin("imsmd:lom")
        xml.begin("imsmd:general")
        writeID(question.id, &xml)
        for tag in MoodleTags.texts(of: question, isAsIs: false) where !tag.hasPrefix("pinned:") {
            writeString("imsmd:keyword", tag, nil, &xml)
        }
        // Two options may read like a statement's, and would be taken for those.
        if case .choice(let choice) = question.body, choice.kind == .single, choice.options.count == 2 {
            writeString("imsmd:keyword", "kind:single", nil, &xml)
        }
        xml.end()
        xml.begin("imsmd:educational")
        xml.begin("imsmd:difficulty")
        xml.element("imsmd:source", text: "LOMv1.0")
        xml.element("imsmd:value", text: question.difficulty == .hard ? "difficult" : question.difficulty.rawValue)
        xml.end()
        xml.end()
        xml.end()
        writeKind(question, &xml)
        xml.end()
        xml.element("file", ["href": file])
        if let picture = question.image.flatMap({ pictures[$0.file] }) { xml.element("file", ["href": picture]) }
        xml.end()
    }

    private func writeKind(_ question: Question, _ xml: inout QTIXML) {
        let isExplained = !question.explanation.isEmpty || !question.source.isEmpty
        xml.begin("imsqti:qtiMetadata")
        xml.element("imsqti:timeDependent", text: "false")
        xml.element("imsqti:interactionType", text: QTIItemWriter.interaction(question.body))
        xml.element("imsqti:feedbackType", text: isExplained ? "nonadaptive" : "none")
        xml.element("imsqti:solutionAvailable", text: "true")
        xml.end()
    }

    private func writeID(_ id: String, _ xml: inout QTIXML) {
        xml.begin("imsmd:identifier")
        xml.element("imsmd:catalog", text: QTIMetadata.catalog)
        xml.element("imsmd:entry", text: id)
        xml.end()
    }

    private func writeString(_ name: String, _ text: String, _ language: String?, _ xml: inout QTIXML) {
        xml.begin(name)
        xml.element("imsmd:string", ["language": language], text: text)
        xml.end()
    }
}
