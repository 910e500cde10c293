/// One pass over a list.
struct RosterRun {
    private let judge: RosterJudge
    private let table: RosterTable
    private var judged = JudgedRoster()
    private let list = RosterFaults()
    private var near = NearNames()
    /// Rows by who they are; `nil`: on the roster already.
    private var seen: [String: Int?] = [:]
    private var classes: [String: Unit] = [:]
    private var groups: [String: RosterGroup.Choice] = [:]
    private var units: [String: ClassNames.Match] = [:]
    /// Rows of which a cell could not be read, which has been told.
    private let unread: Set<String>

    init(judge: RosterJudge, table: RosterTable) {
        self.judge = judge
        self.table = table
        for fault in table.faults { list.add(fault) }
        unread = Set(table.faults.map { "\($0.sheet)\n\($0.row)" })
        judged.notices = table.notices
        judged.rows = table.rows.count
    }

    mutating func add(known person: RosterKnown) {
        let folded = person.name.folded
        seen[Self.key(folded, person.birthYear, person.unit)] = .some(nil)
        near.add(
            NearNames.Person(index: nil, name: person.name, folded: folded),
            unit: person.unit,
            birthYear: person.birthYear
        )
    }

    private static func key(_ folded: String, _ birthYear: Int, _ unit: String) -> String {
        "\(folded)\n\(birthYear)\n\(unit)"
    }

    mutating func judge(_ index: Int) {
        let row = table.rows[index]
        if !unread.isEmpty, unread.contains("\(table.sheets.count > 1 ? table.sheets[row.sheet] : "")\n\(row.number)") {
            judged.faulty.insert(index)
            return
        }
        let before = list.count
        let name = name(row)
        let birthYear = birthYear(row)
        let unit = unit(row)
        var group: Group?
        if let unit { group = self.group(row, unit: unit) }
        if let group, let birthYear { checkAge(row, birthYear, group) }
        guard list.count == before, let name, let birthYear, let unit, let group else {
            judged.faulty.insert(index)
            return
        }
        take(index, row, name, birthYear, unit, group.id)
    }

    private mutating func take(
        _ index: Int,
        _ row: RosterTable.Row,
        _ name: PersonName,
        _ birthYear: Int,
        _ unit: String,
        _ group: String
    ) {
        let folded = name.text.folded
        let key = Self.key(folded, birthYear, unit)
        if let other = seen[key] {
            guard let other else {
                judged.unchanged += 1
                return
            }
            tellTwice(row, other)
            judged.faulty.insert(index)
            return
        }
        seen[key] = index
        near.add(NearNames.Person(index: index, name: name.text, folded: folded), unit: unit, birthYear: birthYear)
        if RegistrationForm.isChild(birthYear: birthYear, year: judge.year) { judged.children += 1 }
        judged.people.append(
            RosterPerson(
                row: index,
                name: name,
                birthYear: birthYear,
                unit: unit,
                group: group,
                position: RosterPosition.read(row.text(.position))
            )
        )
    }

    private func tellTwice(_ row: RosterTable.Row, _ other: Int) {
        let first = table.rows[other]
        let sheet = first.sheet == row.sheet ? "" : table.sheets[first.sheet]
        let place = Message(
            vi: "hàng \(first.number)" + (sheet.isEmpty ? "" : " của trang “\(sheet.excerpt)”"),
            en: "row \(first.number)" + (sheet.isEmpty ? "" : " of the sheet '\(sheet.excerpt)'")
        )
        add(
            row,
            .name,
            vi:
                "trùng họ tên (không kể dấu), năm sinh và lớp với \(place.vi); nếu là một người, hãy xóa một hàng; nếu là "
                + "hai người, hãy thêm chữ A, B sau tên",
            en:
                "the same name (but for marks), year and class as \(place.en); if it is one person delete one of the rows, "
                + "if two add a letter A, B behind the names"
        )
    }

    // MARK: Single fields

    private mutating func name(_ row: RosterTable.Row) -> PersonName? {
        let parts = [RosterField.name, .family, .middle, .given].map { row.text($0) }.filter { !$0.isEmpty }
        let text = parts.joined(separator: " ")
        guard !text.isEmpty else {
            add(row, .name, vi: "thiếu họ tên; hãy ghi họ tên hoặc xóa hàng", en: "no name; write it or delete the row")
            return nil
        }
        guard let name = PersonName(text) else {
            add(
                row,
                .name,
                vi: "“\(text.excerpt)” không phải họ tên; chỉ ghi chữ cái, bỏ số, ngoặc và ký hiệu",
                en: "'\(text.excerpt)' is no name; write letters only, without digits, brackets and signs"
            )
            return nil
        }
        guard name.isAllCapitals else { return name }
        let changed = name.titleCased
        if judged.capitals.count == 0 { judged.capitals = (0, name.text, changed.text) }
        judged.capitals.count += 1
        return judge.settings.changesCapitals ? changed : name
    }

    private func birthYear(_ row: RosterTable.Row) -> Int? {
        let text = row.text(.birth)
        guard !text.isEmpty else {
            add(
                row,
                .birth,
                vi: "thiếu ngày hoặc năm sinh; hãy ghi năm sinh bốn chữ số",
                en: "no day or year of birth; write the year in four digits"
            )
            return nil
        }
        guard let year = BirthYear.read(text) else {
            add(
                row,
                .birth,
                vi: "“\(text.excerpt)” không phải ngày hay năm sinh; hãy ghi như 05/09/2012 hoặc 2012",
                en: "'\(text.excerpt)' is no day or year of birth; write it as 05/09/2012 or 2012"
            )
            return nil
        }
        guard (6...110).contains(judge.year - year) else {
            add(
                row,
                .birth,
                vi: "năm sinh \(year) không hợp với năm thi \(judge.year); hãy kiểm tra lại",
                en: "the year of birth \(year) does not fit the contest's year \(judge.year); check it"
            )
            return nil
        }
        return year
    }

    private mutating func unit(_ row: RosterTable.Row) -> String? {
        var text = row.text(.unit)
        if text.isEmpty {
            // A workbook often has a sheet for each class.
            let sheet = table.sheets[row.sheet]
            guard !sheet.isEmpty, case .unit(let code) = match(sheet) else { return judge.unit.code }
            return code
        }
        text = text.composed
        switch match(text) {
        case .unit(let code): return code
        case .several(let codes):
            let shown = codes.prefix(5).joined(separator: ", ")
            add(
                row,
                .unit,
                vi: "“\(text.excerpt)” là tên của \(codes.count) đơn vị; hãy ghi mã: \(shown)",
                en: "'\(text.excerpt)' is the name of \(codes.count) units; write a code: \(shown)"
            )
            return nil
        case .none: return missing(row, text)
        }
    }

    private mutating func match(_ text: String) -> ClassNames.Match {
        if let known = units[text] { return known }
        let found = judge.names.match(text)
        units[text] = found
        return found
    }

    /// A class that is not there yet.
    private mutating func missing(_ row: RosterTable.Row, _ text: String) -> String? {
        let name = text.excerpt
        if judge.settings.makesClasses, judge.unit.type != "lop", text.unicodeScalars.count <= 40,
            !text.unicodeScalars.contains(where: \.isRefused),
            let code = ClassNames.code(of: text, below: judge.unit.code)
        {
            if let known = classes[code] { return known.code }
            let made = Unit(
                code: code,
                title: "\(ClassNames.title(of: text)) - \(judge.unit.title)",
                type: "lop",
                parent: judge.unit.code
            )
            classes[code] = made
            judged.classes.append(made)
            units[text] = .unit(code)
            return code
        }
        let hint = judge.names.hint(for: text)
        add(
            row,
            .unit,
            vi: "không có lớp hay đơn vị “\(name)” dưới “\(judge.unit.title.excerpt)”\(hint.vi); hãy sửa tên, hoặc cho "
                + "phép thêm các lớp chưa có",
            en: "there is no class or unit '\(name)' below '\(judge.unit.title.excerpt)'\(hint.en); mend the name, or "
                + "allow classes to be made"
        )
        return nil
    }

    private mutating func group(_ row: RosterTable.Row, unit: String) -> Group? {
        let text = row.text(.group)
        let key = "\(unit)\n\(text)"
        let choice: RosterGroup.Choice
        if let known = groups[key] {
            choice = known
        } else {
            choice = RosterGroup(judge: judge, made: classes).choose(text, unit: unit)
            groups[key] = choice
        }
        switch choice {
        case .group(let group): return group
        case .refused(let message):
            list.add(line(row, text.isEmpty ? .unit : .group, message))
            return nil
        }
    }

    private func checkAge(_ row: RosterTable.Row, _ birthYear: Int, _ group: Group) {
        let age = judge.year - birthYear
        guard age < group.minimumAge ?? 0 || age > group.maximumAge ?? .max else { return }
        let from = group.minimumAge.map { "\($0)" } ?? "…"
        let to = group.maximumAge.map { "\($0)" } ?? "…"
        add(
            row,
            .birth,
            vi:
                "sinh năm \(birthYear) (\(age) tuổi) không hợp với bảng “\(group.title.excerpt)” (\(from)–\(to) tuổi); hãy "
                + "sửa năm sinh hoặc bảng",
            en:
                "born in \(birthYear) (\(age) years) does not fit the group '\(group.title.excerpt)' (\(from)–\(to)); mend "
                + "the year or the group"
        )
    }

    // MARK: Telling

    private func line(_ row: RosterTable.Row, _ field: RosterField, _ message: Message) -> RosterLine {
        let cell = row.cells[field] ?? (field == .name ? row.cells[.family] ?? row.cells[.given] : nil)
        let original = RosterField.allCases.compactMap { row.cells[$0]?.text }.joined(separator: " | ")
        return RosterLine(
            sheet: table.sheets.count > 1 ? table.sheets[row.sheet] : "",
            row: row.number,
            column: cell?.column ?? row.cells.values.map(\.column).min() ?? 1,
            message,
            original: String(original.prefix(200))
        )
    }

    private func add(_ row: RosterTable.Row, _ field: RosterField, vi: String, en: String) {
        list.add(line(row, field, Message(vi: vi, en: en)))
    }

    mutating func finish() -> JudgedRoster {
        for pair in near.pairs() {
            let place = pair.otherIndex.map { table.rows[$0].number }
            let message = Message(
                vi: "gần giống “\(pair.other)” cùng lớp, cùng năm sinh"
                    + (place.map { " (hàng \($0))" } ?? " (đã có trong danh sách)") + "; hãy xem có phải một người",
                en: "nearly the same as '\(pair.other)' of the same class and year"
                    + (place.map { " (row \($0))" } ?? " (on the roster already)") + "; see whether it is one person"
            )
            judged.notices.append(line(table.rows[pair.index], .name, message))
        }
        judged.faults = list.told
        return judged
    }
}
