import QuizCore

/// Writes a bank as a content package: a manifest, a document for each question, as QTI wants it, and the pictures.
struct QTIPackageWriter {
    /// One less than the files of an archive that is taken here: the manifest is one too.
    static let maximumQuestions = ZipArchive.maximumEntries - 1
    private static let pictureFolder = "images/"

    let version: QTIVersion
    /// Contents by the names of their files.
    private let images: [String: [UInt8]]
    private var notices: [Message] = []

    init(version: QTIVersion, images: [String: [UInt8]]) {
        self.version = version
        self.images = images
    }

    /// - Throws: If there are more questions than a package takes.
    mutating func write(_ bank: Bank) throws(Faults) -> (bytes: [UInt8], notices: [Message]) {
        let shown = Set(bank.questions.compactMap { $0.image?.file }).filter { images[$0] != nil }
        try check(bank.questions.count, pictures: shown.count)
        let files = bank.questions.enumerated().map { Self.file($0.element, $0.offset) }
        let pictures = Dictionary(uniqueKeysWithValues: shown.map { ($0, Self.pictureFolder + $0) })
        var archive = ZipWriter()
        let manifest = QTIManifestWriter(version: version, pictures: pictures)
        archive.add("imsmanifest.xml", Array(manifest.text(bank, files).utf8))
        for (question, file) in zip(bank.questions, files) {
            let picture = question.image.flatMap { pictures[$0.file] }.map { "../" + $0 }
            var writer = QTIItemWriter(version: version, language: bank.language, picture: picture)
            archive.add(file, Array(writer.text(question).utf8))
            tellAttribution(question, bank.language)
        }
        for (file, path) in pictures.sorted(by: { $0.key < $1.key }) { archive.add(path, images[file] ?? []) }
        tellMissingPictures(bank)
        return (archive.finished(), notices)
    }

    private func check(_ count: Int, pictures: Int) throws(Faults) {
        guard count + pictures > Self.maximumQuestions else { return }
        let vi = pictures == 0 ? "" : " và \(pictures) ảnh"
        let en = pictures == 0 ? "" : " and \(pictures) pictures"
        throw Faults(
            .file,
            vi: "QTI để mỗi câu hỏi trong một tệp, và một gói chứa nhiều nhất \(Self.maximumQuestions) câu; "
                + "ngân hàng này có \(count) câu\(vi): hãy chia nhỏ, hoặc xuất dạng khác",
            en: "QTI has a file for each question, and a package takes \(Self.maximumQuestions); "
                + "this bank has \(count)\(en): split it, or choose another format"
        )
    }

    private mutating func tellMissingPictures(_ bank: Bank) {
        let ids = bank.questions.filter { $0.image.map { images[$0.file] == nil } ?? false }.map(\.id)
        guard !ids.isEmpty else { return }
        let list = ids.prefix(20).joined(separator: ", ") + (ids.count > 20 ? ", …" : "")
        notices.append(
            Message(
                vi: "thiếu tệp ảnh; \(ids.count) câu được xuất không có ảnh: \(list)",
                en: "files of pictures are missing; \(ids.count) questions go without theirs: \(list)"
            )
        )
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
