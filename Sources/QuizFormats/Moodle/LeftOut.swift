import QuizCore

/// Things of a format that ours has no room for, counted over the file, so that each is told once and not at every turn.
struct LeftOut {
    enum Thing: CaseIterable, Hashable {
        case name, feedback, combinedFeedback, hint, grade, penalty, hidden, caseSensitive, tag, file
        case image, media, table, link, script
    }

    private var found: [Thing: (count: Int, first: SourcePlace)] = [:]

    mutating func add(_ thing: Thing, at place: SourcePlace) {
        let before = found[thing]
        found[thing] = ((before?.count ?? 0) + 1, before?.first ?? place)
    }

    mutating func add(_ losses: Set<MarkupLoss>, at place: SourcePlace) {
        for loss in MarkupLoss.allCases where losses.contains(loss) { add(Thing(loss), at: place) }
    }

    /// Tells each thing at its first place.
    func tell(_ bank: inout ForeignBank) {
        for thing in Thing.allCases {
            guard let (count, first) = found[thing] else { continue }
            let words = thing.words
            bank.notice(
                first,
                vi: "\(words.vi) (\(count) chỗ, đầu tiên ở đây)",
                en: "\(words.en) (\(count) times, here for the first)"
            )
        }
    }
}

extension LeftOut.Thing {
    fileprivate init(_ loss: MarkupLoss) {
        self =
            switch loss {
            case .image: .image
            case .media: .media
            case .table: .table
            case .link: .link
            case .script: .script
            }
    }

    fileprivate var words: (vi: String, en: String) {
        switch self {
        case .name: ("tên riêng của câu hỏi bị bỏ qua", "the question's own name is left out")
        case .feedback: ("phản hồi riêng của phương án bị bỏ qua", "the feedback of an answer is left out")
        case .combinedFeedback:
            (
                "phản hồi chung cho câu đúng, đúng một phần, sai bị bỏ qua",
                "the feedback for right and wrong is left out"
            )
        case .hint: ("gợi ý (hint) bị bỏ qua", "a hint is left out")
        case .grade:
            (
                "điểm riêng của câu bị bỏ qua; điểm do thể lệ cuộc thi định",
                "a question's own grade is left out; rules set it"
            )
        case .penalty: ("mức trừ điểm (penalty) bị bỏ qua", "the penalty is left out")
        case .hidden: ("câu đang ẩn trong Moodle vẫn được nhập", "a question hidden in Moodle is taken all the same")
        case .caseSensitive:
            (
                "không phân biệt chữ hoa, chữ thường khi chấm câu trả lời ngắn",
                "case does not count in short answers here"
            )
        case .tag: ("thẻ (tag) lạ bị bỏ qua", "an unknown tag is left out")
        case .file: ("tệp đính kèm bị bỏ qua", "a file is left out")
        case .image: ("hình ảnh trong câu bị bỏ qua", "an image in the text is left out")
        case .media: ("âm thanh, video hoặc khung nhúng bị bỏ qua", "audio, video or a frame is left out")
        case .table:
            ("bảng được viết thành dòng, các ô cách nhau bằng “|”", "a table becomes lines, with '|' between its cells")
        case .link: ("liên kết chỉ còn lại phần chữ", "of a link only its text is kept")
        case .script: ("mã script trong văn bản bị bỏ", "a script in the text is dropped")
        }
    }
}
