import QuizCore

/// What messages call the keys of units where people have a sheet before them.
enum UnitKeyWords {
    static let words: KeyWords = {
        var words = KeyWords()
        for column in UnitColumn.written {
            let vi = "cột “\(column.heading(.vietnamese))”"
            let en = "column '\(column.heading(.english))'"
            words.names[column.key] = Message(vi: vi, en: en)
            words.missing[column.key] = Message(
                vi: "hàng này thiếu \(vi); hãy điền vào, hoặc xóa cả hàng",
                en: "this row lacks \(en); fill it in, or delete the row"
            )
        }
        words.names["count"] = Message(vi: "số người của bảng", en: "the number of people of the group")
        words.names["on"] = words.names["headcountOn"]
        words.names["source"] = words.names["headcountSource"]
        return words
    }()
}
