package import QuizCore

/// What the organizer says about a file: what it leaves open, and what is to be done with it.
package struct ImportSettings: Codable, Hashable, Sendable {
    /// Id of the bank; where a file says this and what follows itself, that comes first.
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
    /// Whether questions of kinds that we do not have are left out, instead of refusing the file.
    package var skipsUnsupported = false
    /// Which rows of a sheet are wanted back.
    package var rows: RowChoice?

    package enum RowChoice: String, CaseIterable, Codable, Hashable, Sendable {
        case faulty, all
    }

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
        let judged = judged(
            settings,
            words: KeyTerms.words(for: .plain),
            vocabulary: vocabulary,
            images: images,
            by: cryptography
        )
        let faults = judged.faults + faults(settings)
        guard faults.isEmpty, let bank = judged.bank else { throw Faults(faults) }
        return bank
    }

    /// What is wrong with the file as a file of its format, with what the settings let pass.
    func faults(_ settings: ImportSettings) -> [Fault] {
        faults + (settings.skipsUnsupported ? [] : unsupported.map(\.fault))
    }

    /// What the reader of the native format says of the questions; `words`: what the format calls their keys.
    func judged(
        _ settings: ImportSettings,
        words: KeyWords,
        vocabulary: Vocabulary,
        images: ImageStock,
        by cryptography: any Cryptography
    ) -> JudgedBank {
        // A file that could not be taken apart is told as that, not as a bank without questions.
        guard !questions.isEmpty || faults(settings).isEmpty else { return JudgedBank(Faults([])) }
        let place = SourcePlace.file
        let topics = vocabulary.topicsByName
        let items = questions.map { question in
            DocumentNode(
                place: question.place,
                content: .map(question.completed(settings, topics, cryptography).entries)
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
        return JudgedBank(tree: tree, words: words, vocabulary: vocabulary, images: images)
    }
}

extension ForeignQuestion {
    /// The question with what it lacks.
    fileprivate func completed(
        _ settings: ImportSettings,
        _ topics: [String: String],
        _ cryptography: any Cryptography
    ) -> ForeignQuestion {
        var question = self
        func fill(_ key: String, _ value: String?) {
            if question[key] == nil, let value { question.set(key, value, at: place) }
        }
        fill("id", derivedID(cryptography))
        fill("topic", category.reversed().lazy.compactMap { topics[$0.folded] }.first ?? settings.topic)
        fill("difficulty", settings.difficulty)
        fill("source", settings.source)
        if question["groups"] == nil, let groups = settings.groups {
            question.set("groups", .list(groups.map { .text($0, at: place) }, at: place))
        }
        for (key, place) in gaps where question[key] == nil { question.set(key, .gap(at: place)) }
        return question
    }

    /// An id that the same prompt gets each time, so that another import of the file changes questions and adds none.
    private func derivedID(_ cryptography: any Cryptography) -> String? {
        guard case .scalar(let prompt, _)? = self["prompt"]?.content else { return nil }
        return "q-" + Array(cryptography.sha256(prompt.normal).prefix(6)).hex
    }
}

extension Vocabulary {
    /// Codes of topics by the code and the titles, folded; the first topic of a name counts.
    fileprivate var topicsByName: [String: String] {
        let names = topics.flatMap { topic in
            [topic.code, topic.title.vi.folded, topic.title.en.folded].map { ($0, topic.code) }
        }
        return Dictionary(names) { first, _ in first }
    }
}
