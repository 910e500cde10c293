import QuizCore

/// The row of a list that says what its columns hold.
struct RosterHeading {
    private(set) var columns: [Int: RosterField] = [:]
    private(set) var ignored: [String] = []
    /// The column behind a name that stands over two columns, as many lists have it: family name, then given name.
    private(set) var nameTail: Int?

    /// Whether the row is a heading: a name, and a further column that is known.
    init?(_ row: SheetRow) {
        for cell in row.cells {
            guard let field = Self.field(cell.text) else {
                ignored.append(cell.text.excerpt)
                continue
            }
            if !columns.values.contains(field) { columns[cell.column] = field }
        }
        let fields = Set(columns.values)
        guard fields.contains(.name) || fields.contains(.given), fields.count >= 2 else { return nil }
        // “Họ” beside a whole name is no part of it, and “Tên” beside “Họ và tên” neither.
        if fields.contains(.name) {
            for field in [RosterField.family, .middle, .given] {
                columns = columns.filter { $0.value != field }
            }
            let name = columns.first { $0.value == .name }?.key ?? 0
            if row[name + 1] == nil { nameTail = name + 1 }
        }
    }

    private static func field(_ heading: String) -> RosterField? {
        for words in SheetHeadingText(heading).forms {
            if let field = names[words] { return field }
        }
        return nil
    }

    /// Headings in their usual form, for a file of which none is recognised.
    static let known = Message(
        vi: "Họ và tên (hoặc Họ đệm, Tên), Ngày sinh, Lớp, Bảng thi, Chức vụ",
        en: "Full name (or Last name, First name), Date of birth, Class, Group, Position"
    )

    private static let names: [String: RosterField] = {
        let people = [
            "", " hoc sinh", " sinh vien", " hoc vien", " thi sinh", " can bo", " giao vien", " nguoi du thi",
        ]
        let whole = ["ho va ten", "ho ten", "ho ten day du", "ten"].flatMap { word in people.map { word + $0 } }
        let lists: [(RosterField, [String])] = [
            (
                .name,
                whole.filter { $0 != "ten" }
                    + ["full name", "fullname", "name", "student", "student name", "hoc sinh", "thi sinh"]
            ),
            (
                .family,
                [
                    "ho", "ho dem", "ho va dem", "ho va ten dem", "ho ten dem", "ho va chu dem", "ho chu dem", "ho lot",
                    "ho va chu lot", "ho va ten lot", "ho chu lot", "last name", "surname", "family name",
                    "last and middle name",
                ]
            ),
            (.middle, ["ten dem", "chu dem", "ten lot", "chu lot", "dem", "middle name"]),
            (.given, ["ten", "ten goi", "ten rieng", "first name", "given name"]),
            (
                .birth,
                [
                    "ngay sinh", "nam sinh", "ngay thang nam sinh", "ngay thang nam", "ngay sinh nam sinh", "sinh ngay",
                    "ngay nam sinh", "ngay thang sinh", "nam", "date of birth", "birth date", "birthdate", "birthday",
                    "dob", "birth year", "year of birth", "birthyear", "born",
                ]
            ),
            (
                .unit,
                [
                    "lop", "ten lop", "ma lop", "lop hoc", "don vi", "ma don vi", "don vi cong tac", "phong ban",
                    "phong",
                    "khoa", "to", "truong", "lop sinh hoat", "class", "class name", "class code", "unit", "unit code",
                    "department", "school",
                ]
            ),
            (
                .group,
                ["bang", "bang thi", "doi tuong", "doi tuong du thi", "nhom", "nhom thi", "group", "audience"]
            ),
            (.position, ["chuc vu", "chuc danh", "vi tri", "position", "title", "role"]),
        ]
        return Dictionary(
            lists.flatMap { field, names in names.map { ($0, field) } },
            uniquingKeysWith: { first, _ in first }
        )
    }()
}
