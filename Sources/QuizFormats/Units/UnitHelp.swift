import QuizCore

/// The page of a template that explains its columns.
enum UnitHelp {
    static func rows(_ language: SheetLanguage, _ vocabulary: Vocabulary) -> [[String]] {
        let isVietnamese = language == .vietnamese
        let columns = UnitColumn.written.map { column in
            let help = words[column]
            return [column.heading(language), (isVietnamese ? help?.vi : help?.en) ?? ""]
        }
        func terms(_ terms: [Vocabulary.Term]) -> [[String]] {
            terms.map { [$0.code, isVietnamese ? $0.title.vi : $0.title.en] }
        }
        let groups = UnitColumn.groupCount(vocabulary.groups.first?.code ?? "").heading(language)
        return [isVietnamese ? ["Cột", "Ý nghĩa"] : ["Column", "Meaning"]] + columns + [
            [
                groups,
                isVietnamese
                    ? "Số người của một bảng dự thi; mỗi bảng một cột như vậy, theo mã ở dưới"
                    : "People of one audience group; a column like this for each, by the codes below",
            ], ["", ""], [isVietnamese ? "Loại đơn vị" : "Type", isVietnamese ? "Tên" : "Title"],
        ] + terms(vocabulary.unitTypes) + [
            ["", ""], [isVietnamese ? "Bảng" : "Group", isVietnamese ? "Tên" : "Title"],
        ]
            + terms(vocabulary.groups)
    }

    private static let words: [UnitColumn: (vi: String, en: String)] = [
        .code: (
            "Mã riêng của đơn vị: chữ không dấu, chữ số, “-”, “_”, “.”; nạp lại cùng mã là sửa đơn vị đó",
            "The unit's own code: ASCII letters, digits, '-', '_', '.'; the same code again changes that unit"
        ),
        .title: ("Tên đầy đủ, như người dự thi tìm", "The full name, as people look for it"),
        .type: ("Mã hoặc tên loại ở dưới", "A code or title of the list below"),
        .parent: (
            "Mã đơn vị cấp trên về hành chính, trong tệp hoặc đã có; bỏ trống ở cấp cao nhất",
            "Code of the unit above in administration, in the file or stored; empty at the top"
        ),
        .educationParent: (
            "Mã đơn vị cấp trên của ngành giáo dục, nếu khác; ví dụ trường thuộc Sở",
            "Code of the unit above in education where that is another one"
        ),
        .validFrom: ("Ngày đầu có hiệu lực, ví dụ 01/07/2025", "The first valid day, such as 2025-07-01"),
        .validTo: ("Ngày cuối còn hiệu lực, ví dụ 30/06/2025", "The last valid day, such as 2025-06-30"),
        .successors: (
            "Mã đơn vị kế thừa; nhiều mã cách nhau bằng dấu phẩy", "Codes of what took its place, with commas"
        ),
        .headcount: (
            "Số người của cả đơn vị: mẫu số của tỷ lệ tham gia", "How many people it has: the denominator of rates"
        ),
        .headcountOn: ("Ngày của số liệu; số cũ được giữ lại", "The day of the count; older ones are kept"),
        .headcountSource: ("Theo ai, ví dụ Báo cáo đầu năm học", "According to whom"),
    ]
}
