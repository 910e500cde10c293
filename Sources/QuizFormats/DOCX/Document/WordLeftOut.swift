import QuizCore

/// Things of a document that a bank has no room for, counted, so that each is told once.
struct WordLeftOut {
    enum Thing: CaseIterable, Hashable {
        case insertion, deletion, comment, note, textBox, hidden, symbol, embedded, equation, table, points, preamble
        case pinned
    }

    private var found: [Thing: (count: Int, first: SourcePlace)] = [:]

    mutating func add(_ thing: Thing, at place: SourcePlace) {
        let before = found[thing]
        found[thing] = ((before?.count ?? 0) + 1, min(before?.first ?? place, place))
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

extension WordLeftOut.Thing {
    fileprivate var words: (vi: String, en: String) {
        switch self {
        case .insertion: ("đoạn thêm vào khi theo dõi thay đổi được nhận", "text inserted in tracked changes is taken")
        case .deletion: ("đoạn đã xóa khi theo dõi thay đổi bị bỏ", "text deleted in tracked changes is left out")
        case .comment: ("ghi chú bên lề (comment) bị bỏ qua", "a comment is left out")
        case .note: ("chú thích cuối trang hoặc cuối văn bản bị bỏ qua", "a footnote or endnote is left out")
        case .textBox: ("chữ trong khung (text box) bị bỏ qua", "the text of a text box is left out")
        case .hidden: ("chữ ẩn (hidden) bị bỏ qua", "hidden text is left out")
        case .symbol: ("ký hiệu của phông đặc biệt bị bỏ qua", "a symbol of a special font is left out")
        case .embedded: ("tài liệu nhúng bị bỏ qua", "an embedded document is left out")
        case .equation:
            ("công thức được viết thành chữ; hãy xem lại câu", "an equation is written as text; look at the question")
        case .table:
            ("bảng được viết thành dòng, các ô cách nhau bằng “|”", "a table becomes lines, with '|' between its cells")
        case .points:
            (
                "phần trong ngoặc cạnh số câu (như điểm) bị bỏ qua; điểm do thể lệ cuộc thi định",
                "what stands in brackets beside a number, such as points, is left out; rules set points"
            )
        case .preamble:
            ("đoạn không thuộc câu hỏi nào bị bỏ qua", "a paragraph that belongs to no question is left out")
        case .pinned:
            (
                "phương án nhắc đến phương án khác (“Cả A và B”, “Tất cả…”) được giữ nguyên vị trí, không đảo",
                "options that speak of others ('both A and B', 'all of the above') keep their places unshuffled"
            )
        }
    }
}
