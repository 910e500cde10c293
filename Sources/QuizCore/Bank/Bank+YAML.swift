extension Bank {
    /// Reads a bank in the native format (docs/bank-format.md).
    ///
    /// `images`: what its questions may show.
    ///
    /// - Throws: All faults of the file, each with its place.
    package init(yaml: [UInt8], vocabulary: Vocabulary, images: ImageStock = .none) throws(Faults) {
        self = try Document.read(yaml, keys: Self.keys) { Self.read($0, vocabulary, images) }
    }

    /// Reads a bank that came in another format and was made into the same tree.
    ///
    /// - Throws: All faults, each with its place in the foreign file.
    package init(tree: DocumentNode, vocabulary: Vocabulary, images: ImageStock = .none) throws(Faults) {
        self = try Document.read(tree, keys: Self.keys) { Self.read($0, vocabulary, images) }
    }

    private static let keys = ["bank", "public", "title", "language", "licence", "questions"]

    private static func read(_ map: MapReader, _ vocabulary: Vocabulary, _ images: ImageStock) -> Bank? {
        let id = map.required("bank")?.id()
        let isPublic = map.optional("public")?.boolean() ?? false
        let title = map.required("title")?.text(.many, most: 300)
        let language = map.required("language")?.languageTag()
        let licence = map.required("licence")?.text(most: 200)
        var reader = QuestionReader(vocabulary: vocabulary, images: images)
        var questions: [Question] = []
        if let field = map.required("questions"), let fields = field.list() {
            questions = fields.compactMap { reader.read($0) }
            field.checkCount(fields.count)
        }
        guard let id, let title, let language, let licence else { return nil }
        return Bank(
            id: id,
            isPublic: isPublic,
            title: title,
            language: language,
            licence: licence,
            questions: questions
        )
    }
}

extension Field {
    /// A BCP 47 tag, by its outer form.
    fileprivate func languageTag() -> String? {
        guard let text = text(most: 35) else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isTag = parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(Self.isLetterOrDigit) }
        guard isTag, let first = parts.first, first.count >= 2 else {
            return tellNeeded(vi: "mã ngôn ngữ như vi hoặc en", en: "a language tag as vi or en")
        }
        return text
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    fileprivate func checkCount(_ count: Int) {
        let most = QuestionPool.maximumQuestions
        guard count > most else { return }
        faults.add(
            place,
            vi: "có \(count) câu hỏi, nhiều nhất là \(most); hãy chia thành nhiều ngân hàng",
            en: "there are \(count) questions, \(most) are the most; split the bank"
        )
    }
}
