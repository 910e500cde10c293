import Yams

/// What the parser says of bad syntax, in plain words.
enum YAMLSyntax {
    /// The place, in scalars, and what to tell; no place when the parser knows none.
    static func explanation(of error: YamlError) -> (mark: Mark?, message: Message) {
        switch error {
        case .scanner(let context, let problem, let mark, _):
            // An open quote is noticed at the end of the file; what helps is where it was opened.
            if let context, context.text.contains("quoted scalar"), problem.contains("end of stream") {
                return (context.mark, openQuote)
            }
            // A missing colon is noticed in the line below; what helps is where the key stands.
            if let context, context.text.contains("simple key") { return (context.mark, message(for: problem)) }
            return (mark, message(for: problem))
        case .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            return (mark, message(for: problem))
        default:
            return (nil, message(for: "unreadable"))
        }
    }

    static let tooDeep = Message(
        vi: "các mục lồng nhau quá sâu; hãy xem lại thụt đầu dòng và dấu ngoặc",
        en: "values are nested too deep; look at the indentation and the brackets"
    )

    private static let openQuote = Message(
        vi: "dấu nháy mở ở đây không được đóng lại",
        en: "the quote opened here is never closed"
    )

    private static func message(for problem: String) -> Message {
        if problem.contains("nesting level") { return tooDeep }
        for (words, vi, en) in table where problem.contains(words) {
            return Message(vi: "sai cú pháp YAML: \(vi)", en: "not valid YAML: \(en)")
        }
        return Message(
            vi: "sai cú pháp YAML; hãy xem lại thụt đầu dòng, dấu hai chấm và dấu nháy ở dòng này và dòng trên",
            en: "not valid YAML (\(problem)); look at indentation, colons and quotes here and in the line above"
        )
    }

    /// Words of libyaml, what is usually behind them and what to do.
    private static let table: [(words: String, vi: String, en: String)] = [
        (
            "mapping values are not allowed",
            "trong giá trị có “: ”; hãy đặt cả giá trị trong dấu nháy kép \"…\"",
            "the value holds ': '; put the whole value in double quotes"
        ),
        (
            "found another document",
            "tệp chỉ được có một tài liệu; hãy bỏ dòng “---” này và tách phần sau ra tệp khác",
            "a file holds one document only; take out this '---' and put what follows into another file"
        ),
        (
            "cannot start any token",
            "giá trị không được bắt đầu bằng ký tự này (tab, @, `, %); hãy đặt trong dấu nháy kép, thụt dòng bằng dấu cách",
            "a value may not begin with this character (tab, @, `, %); quote it, and indent with spaces"
        ),
        ("tab character", "không thụt đầu dòng bằng tab; hãy dùng dấu cách", "indent with spaces, not with tabs"),
        (
            "unknown escape character",
            "trong dấu nháy kép, dấu \\ phải viết thành \\\\",
            "within double quotes a \\ is written \\\\"
        ),
        (
            "Unicode character escape code",
            "mã \\u này không phải là một ký tự",
            "this \\u code is not a character"
        ),
        (
            "did not find expected ',' or",
            "thiếu dấu phẩy hoặc dấu ngoặc đóng; giá trị có dấu phẩy hay ngoặc phải đặt trong dấu nháy kép",
            "a comma or a closing bracket is missing; quote a value that holds commas or brackets"
        ),
        (
            "did not find expected '-' indicator",
            "dòng này không thụt thẳng hàng với các mục “- ” của danh sách",
            "this line is not indented like the '- ' items of the list"
        ),
        (
            "did not find expected key",
            "dòng này không thụt thẳng hàng với các khóa ở trên, hoặc sau dấu nháy đóng còn chữ thừa",
            "this line is not indented like the keys above, or text follows a closing quote"
        ),
        (
            "could not find expected ':'",
            "thiếu dấu hai chấm “: ” sau khóa ở đây",
            "a ': ' is missing after the key here"
        ),
        (
            "block sequence entries are not allowed",
            "dấu “- ” không được đứng ở đây; hãy đặt giá trị trong dấu nháy kép hoặc xuống dòng",
            "'- ' may not stand here; quote the value or begin a new line"
        ),
        ("undefined tag", "giá trị bắt đầu bằng ! phải đặt trong dấu nháy kép", "quote a value that begins with !"),
        ("end of stream", "tệp kết thúc giữa chừng; dấu nháy hoặc ngoặc chưa đóng", "the file ends within a value"),
        ("did not find expected <document start>", "có chữ thừa trước nội dung", "something stands before the content"),
    ]
}
