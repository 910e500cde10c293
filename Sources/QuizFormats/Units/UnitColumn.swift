import QuizCore

/// What a column of a sheet of units holds.
enum UnitColumn: Hashable, Sendable {
    case code, title, type, parent, educationParent, validFrom, validTo, successors, headcount, headcountOn
    case headcountSource
    /// How many there are of a group.
    case groupCount(String)
    /// Known and of no use here: a running number, a remark, an address, what was wrong before.
    case ignored

    /// In the order in which they are written; those of groups follow.
    static let written: [UnitColumn] = [
        .code, .title, .type, .parent, .educationParent, .validFrom, .validTo, .successors, .headcount, .headcountOn,
        .headcountSource,
    ]

    /// The key of the native format.
    var key: String {
        switch self {
        case .groupCount: "headcounts"
        case .ignored: ""
        default: "\(self)"
        }
    }

    /// As it is headed in files of ours.
    func heading(_ language: SheetLanguage) -> String {
        if case .groupCount(let group) = self {
            return language == .vietnamese ? "Số người: \(group)" : "Headcount: \(group)"
        }
        guard let names = Self.headings[self] else { return "" }
        return language == .vietnamese ? names.vi : names.en
    }

    private static let headings: [UnitColumn: (vi: String, en: String)] = [
        .code: ("Mã đơn vị", "Code"), .title: ("Tên đơn vị", "Title"), .type: ("Loại đơn vị", "Type"),
        .parent: ("Mã cấp trên", "Parent"), .educationParent: ("Mã cấp trên ngành giáo dục", "Education parent"),
        .validFrom: ("Có từ ngày", "Valid from"), .validTo: ("Đến hết ngày", "Valid to"),
        .successors: ("Mã đơn vị kế thừa", "Successors"), .headcount: ("Số người", "Headcount"),
        .headcountOn: ("Tính đến ngày", "Headcount on"), .headcountSource: ("Nguồn số liệu", "Headcount source"),
    ]

    /// What a heading means, or `nil`.
    ///
    /// `groups`: Whose people may have a column of their own.
    init?(heading: String, groups: [Vocabulary.Term]) {
        let words = heading.prefix(200).folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
        if let known = Self.names[words] {
            self = known
            return
        }
        for start in ["so nguoi ", "headcount ", "so luong "] where words.hasPrefix(start) {
            let rest = words.dropFirst(start.count)
            let group = groups.first { group in
                [group.code, group.title.vi, group.title.en].contains { $0.folded.plainWords == rest }
            }
            if let group {
                self = .groupCount(group.code)
                return
            }
        }
        return nil
    }

    private static let names: [String: UnitColumn] = {
        let lists: [(UnitColumn, [String])] = [
            (.code, ["code", "ma", "ma don vi", "ma so", "ma dv", "unit code"]),
            (.title, ["title", "ten", "ten don vi", "don vi", "name", "unit", "unit name", "ten dv"]),
            (.type, ["type", "loai", "loai don vi", "loai hinh", "cap hoc", "unit type"]),
            (
                .parent,
                ["parent", "ma cap tren", "cap tren", "don vi cap tren", "ma don vi cap tren", "thuoc don vi", "thuoc"]
            ),
            (
                .educationParent,
                [
                    "educationparent", "education parent", "ma cap tren nganh giao duc", "cap tren nganh giao duc",
                    "ma cap tren giao duc",
                ]
            ),
            (.validFrom, ["validfrom", "valid from", "co tu ngay", "hieu luc tu", "hieu luc tu ngay", "tu ngay"]),
            (.validTo, ["validto", "valid to", "den het ngay", "hieu luc den", "hieu luc den ngay", "den ngay"]),
            (
                .successors,
                [
                    "successors", "successor", "ma don vi ke thua", "don vi ke thua", "ke thua", "nhap vao",
                    "sap nhap vao",
                ]
            ),
            (.headcount, ["headcount", "so nguoi", "so luong", "si so", "tong so", "quan so", "bien che"]),
            (
                .headcountOn,
                ["headcounton", "headcount on", "tinh den ngay", "ngay thong ke", "so lieu den ngay", "thoi diem"]
            ),
            (.headcountSource, ["headcountsource", "headcount source", "nguon so lieu", "nguon"]),
            (
                .ignored,
                [
                    "stt", "tt", "so tt", "no", "ghi chu", "note", "notes", "dia chi", "address", "loi", "errors",
                    "error",
                ]
            ),
        ]
        return Dictionary(
            lists.flatMap { column, names in names.map { ($0, column) } },
            uniquingKeysWith: { one, _ in one }
        )
    }()
}

extension String {
    fileprivate var plainWords: String {
        split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}

extension Substring {
    fileprivate var folded: String { String(self).folded }
}
