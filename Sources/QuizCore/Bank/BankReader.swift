/// Reads the outermost mapping of a bank, and keeps apart which of its questions are sound.
struct BankReader {
    static let keys = ["bank", "public", "title", "language", "licence", "questions"]

    private(set) var sound: [Question] = []
    private(set) var places: [SourcePlace] = []
    private(set) var faulty: [SourcePlace] = []
    private var questions: QuestionReader

    init(vocabulary: Vocabulary, images: ImageStock) {
        questions = QuestionReader(vocabulary: vocabulary, images: images)
    }

    mutating func read(_ map: MapReader) -> Bank? {
        let id = map.required("bank")?.id()
        let isPublic = map.optional("public")?.boolean() ?? false
        let title = map.required("title")?.text(.many, most: 300)
        let language = map.required("language")?.languageTag()
        let licence = map.required("licence")?.text(most: 200)
        if let field = map.required("questions"), let fields = field.list() {
            // Of far too many nobody wants to know the faults.
            for question in fields.prefix(QuestionPool.maximumQuestions) { read(question) }
            field.checkCount(fields.count)
        }
        guard let id, let title, let language, let licence else { return nil }
        return Bank(
            id: id,
            isPublic: isPublic,
            title: title,
            language: language,
            licence: licence,
            questions: sound
        )
    }

    private mutating func read(_ field: Field) {
        let before = field.faults.count
        let question = questions.read(field)
        if let question, field.faults.count == before {
            sound.append(question)
            places.append(field.place)
        } else {
            faulty.append(field.place)
        }
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
