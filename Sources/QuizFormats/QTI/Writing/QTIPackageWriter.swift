import QuizCore

/// Writes a bank as a content package: a manifest, and a document for each question, as QTI wants it.
struct QTIPackageWriter {
    /// One less than the files of an archive that is taken here: the manifest is one too.
    static let maximumQuestions = ZipArchive.maximumEntries - 1

    let version: QTIVersion
    private var notices: [Message] = []

    init(version: QTIVersion) {
        self.version = version
    }

    /// - Throws: If there are more questions than a package takes.
    mutating func write(_ bank: Bank) throws(Faults) -> (bytes: [UInt8], notices: [Message]) {
        let count = bank.questions.count
        guard count <= Self.maximumQuestions else {
            throw Faults(
                .file,
                vi:
                    "QTI để mỗi câu hỏi trong một tệp, và một gói chứa nhiều nhất \(Self.maximumQuestions) câu; ngân hàng này có \(count) câu: hãy chia nhỏ, hoặc xuất dạng khác",
                en:
                    "QTI has a file for each question, and a package takes \(Self.maximumQuestions); this bank has \(count): split it, or choose another format"
            )
        }
        let files = bank.questions.enumerated().map { Self.file($0.element, $0.offset) }
        var archive = ZipWriter()
        let manifest = QTIManifestWriter(version: version)
        archive.add("imsmanifest.xml", Array(manifest.text(bank, files).utf8))
        for (question, file) in zip(bank.questions, files) {
            var writer = QTIItemWriter(version: version, language: bank.language)
            archive.add(file, Array(writer.text(question).utf8))
            tellAttribution(question, bank.language)
        }
        return (archive.finished(), notices)
    }

    /// Numbered, since ids may differ in case only.
    private static func file(_ question: Question, _ index: Int) -> String {
        let number = String(index + 1)
        return "items/" + String(repeating: "0", count: max(0, 4 - number.count)) + number + "-\(question.id).xml"
    }

    private mutating func tellAttribution(_ question: Question, _ language: String) {
        let feedback = Attribution.joined(question.explanation, question.source, language: language)
        let back = Attribution.split(feedback)
        guard back != (question.explanation, question.source.isEmpty ? nil : question.source) else { return }
        notices.append(
            Message(
                vi: "câu \(question.id): lời giải thích có dòng bắt đầu bằng “Nguồn: ”, khi nhập lại sẽ thành nguồn",
                en:
                    "question \(question.id): a line of the explanation begins with 'Source: ' and will be read as the source"
            )
        )
    }
}
