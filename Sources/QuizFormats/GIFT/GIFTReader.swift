import QuizCore

/// Turns the blocks of a file into questions.
struct GIFTReader {
    private let source: GIFTSource
    private var places: GIFTPlaces
    private var bank = ForeignBank()
    private var leftOut = LeftOut()
    private var category: [String] = []

    init(_ source: GIFTSource) {
        self.source = source
        places = GIFTPlaces(source)
    }

    mutating func read() -> ForeignBank {
        for block in GIFTBlocks(source) {
            let comments = GIFTComments(block.comments, source, &places)
            if bank.questions.isEmpty {
                bank.title = bank.title ?? comments.head["title"]
                bank.language = bank.language ?? comments.head["language"]
            }
            switch block.content {
            case .category(let text): category = MoodleCategory.path(source.text(text))
            case .question(let pieces):
                guard !pieces.isEmpty else { continue }
                guard read(pieces, comments) else { return end() }
            }
        }
        return end()
    }

    private mutating func end() -> ForeignBank {
        leftOut.tell(&bank)
        if bank.questions.isEmpty, bank.faults.isEmpty, bank.unsupported.isEmpty {
            bank.fault(
                .file,
                vi: "không có câu hỏi GIFT nào; một câu có dạng: Nội dung {=đáp án ~phương án sai}",
                en: "there is no GIFT question; one looks like: Question {=right answer ~wrong answer}"
            )
        }
        return bank
    }

    /// Reads one question.
    ///
    /// - Returns: False when there is no sense in reading on.
    private mutating func read(_ pieces: [GIFTPiece], _ comments: GIFTComments) -> Bool {
        let outline: GIFTOutline
        do throws(GIFTOutline.Flaw) {
            outline = try GIFTOutline(pieces)
        } catch {
            tell(error)
            let text = pieces.prefix(200).text.trimmingSpaces
            bank.noteBroken(ForeignQuestion(place: places.place(pieces[0].offset), original: text))
            return true
        }
        let text = outline.before.isEmpty ? outline.answers ?? outline.before : outline.before
        let place = places.place(text.first?.offset ?? pieces[0].offset)
        var texts = GIFTTexts(outline.before)
        let prompt = texts.prompt(outline)
        var question = ForeignQuestion(place: place, category: category, original: String(prompt.prefix(200)))
        guard let answers = outline.answers else {
            tellDescription(question)
            return true
        }
        if let id = comments.id { question.set("id", id.text, at: id.place) }
        question.set("prompt", prompt, at: place)
        if let title = outline.title { check(title, comments, prompt) }
        let tags = MoodleTags(comments.tags)
        tags.set(&question)
        for tag in tags.others { leftOut.add(.tag, at: tag.place) }

        var body = GIFTBody(places: places, texts: texts, leftOut: leftOut, tags: tags)
        body.bank.language = bank.language
        let isRead = body.read(answers, &question)
        if isRead { body.explain(outline.generalFeedback, &question) }
        body.texts.tellLosses(at: place, &body.leftOut)
        places = body.places
        leftOut = body.leftOut
        bank.absorb(body.bank)
        if !isRead, body.bank.unsupported.isEmpty { bank.noteBroken(question) }
        return isRead ? bank.add(question) : true
    }

    /// A name that says no more than the id or the question itself is not missed.
    private mutating func check(_ title: GIFTPieces, _ comments: GIFTComments, _ prompt: String) {
        let name = title.text.trimmingSpaces
        guard let first = title.first, !name.isEmpty, name != comments.id?.text, !prompt.hasPrefix(name) else { return }
        leftOut.add(.name, at: places.place(first.offset))
    }

    private mutating func tellDescription(_ question: ForeignQuestion) {
        bank.notice(
            question.place,
            vi: "đoạn này không có {…} nên là lời dẫn, bị bỏ qua; nếu là câu hỏi thì thêm đáp án trong {…}",
            en: "this has no {…} and so is a description, left out; if it is a question, add its answers in {…}"
        )
    }

    private mutating func tell(_ flaw: GIFTOutline.Flaw) {
        switch flaw {
        case .neverClosed(let offset):
            bank.fault(
                places.place(offset),
                vi: "dấu { này chưa được đóng bằng } trước dòng trống; nếu là chữ thì viết \\{",
                en: "this { is not closed by } before the empty line; if it is text write \\{"
            )
        case .neverOpened(let offset):
            bank.fault(
                places.place(offset),
                vi: "dấu } này không có { mở trước nó; nếu là chữ thì viết \\}",
                en: "this } has no { before it; if it is text write \\}"
            )
        case .anotherBrace(let offset):
            bank.fault(
                places.place(offset),
                vi: "một câu chỉ có một cặp {…}: cần dòng trống giữa hai câu, còn nếu là chữ thì viết \\{ và \\}",
                en: "a question has one pair {…}: an empty line goes between two, and as text braces are \\{ and \\}"
            )
        }
    }
}
