package import QuizCore

/// What a foreign file leaves open and the organizer says; what the file says itself comes first.
package struct ImportSettings: Codable, Hashable, Sendable {
    /// Id of the bank.
    package var bank: String?
    /// Id of a bank that has none, after the name of its file.
    package var fallbackBank: String?
    package var title: String?
    package var language: String?
    package var licence: String?
    package var isPublic: Bool?
    /// For questions whose category is no topic of the vocabulary.
    package var topic: String?
    package var difficulty: String?
    package var groups: [String]?
    package var source: String?

    package init() {}

    /// The id that a bank gets from the name of its file: `Ngân hàng 1.xlsx` gives `ngan-hang-1`.
    ///
    /// - Returns: `nil` if nothing of the name is left.
    package static func id(from file: String) -> String? {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let stem = name.split(separator: ".").dropLast().joined(separator: "-")
        let words = (stem.isEmpty ? name : stem).folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let id = words.joined(separator: "-")
        return id.isEmpty ? nil : String(id.prefix(64))
    }
}

extension ForeignBank {
    /// The bank that the reader of the native format makes of it, with what the settings add.
    ///
    /// - Throws: All faults of the file and of its questions, each with its place.
    package func bank(
        _ settings: ImportSettings,
        vocabulary: Vocabulary,
        images: ImageStock = .none,
        by cryptography: any Cryptography
    ) throws(Faults) -> Bank {
        // A file that could not be taken apart is told as that, not as a bank without questions.
        guard faults.isEmpty || !questions.isEmpty else { throw Faults(faults) }
        let place = SourcePlace.file
        let items = questions.map { question in
            DocumentNode(
                place: question.place,
                content: .map(question.completed(settings, vocabulary, cryptography).entries)
            )
        }
        let fields: [(String, DocumentNode?)] = [
            ("bank", (id ?? settings.bank ?? settings.fallbackBank).map { .text($0, at: place) }),
            ("public", .flag(isPublic ?? settings.isPublic ?? false, at: place)),
            ("title", .text(title ?? settings.title ?? id ?? settings.bank ?? settings.fallbackBank ?? "", at: place)),
            ("language", .text(language ?? settings.language ?? "vi", at: place)),
            ("licence", .text(licence ?? settings.licence ?? "Chưa rõ", at: place)),
            ("questions", .list(items, at: place)),
        ]
        let tree = DocumentNode.map(fields.compactMap { key, value in value.map { (key, $0) } }, at: place)
        do throws(Faults) {
            let bank = try Bank(tree: tree, vocabulary: vocabulary, images: images)
            guard faults.isEmpty else { throw Faults(faults) }
            return bank
        } catch {
            throw faults.isEmpty || error.faults == faults ? error : Faults(faults + error.faults)
        }
    }
}

extension ForeignQuestion {
    /// The question with what it lacks.
    fileprivate func completed(
        _ settings: ImportSettings,
        _ vocabulary: Vocabulary,
        _ cryptography: any Cryptography
    ) -> ForeignQuestion {
        var question = self
        func fill(_ key: String, _ value: String?) {
            if question[key] == nil, let value { question.set(key, value, at: place) }
        }
        fill("id", derivedID(cryptography))
        fill("topic", category.reversed().lazy.compactMap { vocabulary.topic(named: $0) }.first ?? settings.topic)
        fill("difficulty", settings.difficulty)
        fill("source", settings.source)
        if question["groups"] == nil, let groups = settings.groups {
            question.set("groups", .list(groups.map { .text($0, at: place) }, at: place))
        }
        return question
    }

    /// An id that the same prompt gets each time, so that another import of the file changes questions and adds none.
    private func derivedID(_ cryptography: any Cryptography) -> String? {
        guard case .scalar(let prompt, _)? = self["prompt"]?.content else { return nil }
        return "q-" + Array(cryptography.sha256(prompt.normal).prefix(6)).hex
    }
}

extension Vocabulary {
    /// A topic by its code or one of its titles.
    fileprivate func topic(named name: String) -> String? {
        let name = name.folded
        return topics.first { [$0.code, $0.title.vi.folded, $0.title.en.folded].contains(name) }?.code
    }
}
