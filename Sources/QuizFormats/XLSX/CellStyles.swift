import QuizCore

/// The number formats of cells, by the number of their style.
struct CellStyles {
    private var formats: [NumberFormat] = []

    init() {}

    init(_ root: MarkupElement) {
        var codes: [Int: String] = [:]
        for format in root.first("numFmts")?.children("numFmt") ?? [] {
            if let id = format["numFmtId"].flatMap({ Int($0) }), let code = format["formatCode"] { codes[id] = code }
        }
        formats = (root.first("cellXfs")?.children("xf") ?? []).map { style in
            guard let id = style["numFmtId"].flatMap({ Int($0) }) else { return .general }
            return codes[id].map { NumberFormat(code: $0) } ?? NumberFormat(builtin: id)
        }
    }

    subscript(style: String?) -> NumberFormat {
        guard let style, let index = Int(style), formats.indices.contains(index) else { return .general }
        return formats[index]
    }
}
