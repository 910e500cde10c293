import QuizCore

/// Gathers the questions of all documents of a file.
struct QTIReader {
    var bank = ForeignBank()
    private var leftOut = LeftOut()
    /// Within a package, the name of the document that is being read.
    var file: String?
    /// What the addresses in it lead to.
    var files = QTIFiles()
    private var images: PackagedImages?
    private var isFull = false

    /// `archive`: `nil` for a document that comes alone.
    init(_ archive: ZipArchive? = nil) {
        images = archive.map { PackagedImages($0) }
    }

    /// Reads whatever a document holds.
    mutating func read(_ root: MarkupElement, _ metadata: QTIMetadata) {
        switch root.name {
        case "questestinterop":
            QTI1Document(root: root).read(into: &self)
        case "assessmentItem":
            readItem(root, metadata)
        case "assessmentTest", "manifest":
            tellNoItems(root)
        default:
            let items = root.outermost { $0.name == "assessmentItem" || $0.name == "questestinterop" }
            guard !items.isEmpty else { return tellUnknown(root) }
            for item in items { read(item, QTIMetadata()) }
        }
    }

    private mutating func readItem(_ root: MarkupElement, _ metadata: QTIMetadata) {
        var item = QTI2Item(root: root, metadata: metadata, file: file, files: files)
        item.read()
        take(Array(zip(item.questions, item.pictures)), item.told)
    }

    /// Takes questions with what they show.
    mutating func take(_ questions: [(ForeignQuestion, QTIShownPicture?)], _ told: QTITold) {
        bank.absorb(told.bank)
        for (thing, place) in told.lost { leftOut.add(thing, at: place) }
        for (question, picture) in questions where !isFull {
            var question = question
            if let picture { show(picture, in: &question) }
            isFull = !bank.add(question)
        }
    }

    private mutating func show(_ picture: QTIShownPicture, in question: inout ForeignQuestion) {
        do throws(Faults) {
            guard let name = try name(picture) else { return }
            question.setImage(name, alt: picture.alt, at: picture.place)
        } catch {
            var told = QTITold(file: file)
            for fault in error.faults { told.fault(picture.place, vi: fault.message.vi, en: fault.message.en) }
            bank.absorb(told.bank)
        }
    }

    private mutating func name(_ picture: QTIShownPicture) throws(Faults) -> String? {
        switch picture.content {
        case .bytes(let bytes): bank.addImage(named: "image", bytes)
        case .entry(let entry): try images?.add(entry, to: &bank, at: picture.place)
        }
    }

    mutating func finished() -> ForeignBank {
        leftOut.tell(&bank)
        if bank.questions.isEmpty, bank.faults.isEmpty {
            bank.fault(.file, vi: "tệp không có câu hỏi nào", en: "there is no question in the file")
        }
        return bank
    }

    private mutating func fault(_ root: MarkupElement, vi: String, en: String) {
        var told = QTITold(file: file)
        told.fault(root.place, vi: vi, en: en)
        bank.absorb(told.bank)
    }

    private mutating func tellNoItems(_ root: MarkupElement) {
        fault(
            root,
            vi: "<\(root.name)> chỉ liệt kê câu hỏi nằm ở tệp khác; hãy nhập cả gói ZIP",
            en: "<\(root.name)> only lists questions that stand in other files; import the whole ZIP package"
        )
    }

    private mutating func tellUnknown(_ root: MarkupElement) {
        fault(
            root,
            vi: "phần tử ngoài cùng là <\(root.name.excerpt)>, không có câu hỏi QTI nào bên trong",
            en: "the outermost element is <\(root.name.excerpt)>, with no QTI question in it"
        )
    }
}
