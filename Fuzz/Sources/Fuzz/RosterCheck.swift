import QuizCore
import QuizFormats

/// Lists of people, up to the judgement on each row.
enum RosterCheck {
    private static let school = Unit(code: "s", title: "Trường Một", type: "thcs", parent: nil)
    private static let contest: Contest = {
        let yaml = """
            contest: c
            mode: demo
            title: C
            banks: [b]
            rounds: [{ id: r, title: R, opens: 2026-01-01T00:00 }]
            rules: { minutes: 10, attempts: { limit: 1, per: contest } }
            groups:
              - { id: thcs, title: THCS, minimumAge: 11, maximumAge: 17, unitTypes: [thcs, lop], blueprint: [{ count: 1 }] }
              - { id: thpt, title: THPT, unitTypes: [thpt, lop], blueprint: [{ count: 1 }] }
            """
        guard let contest = try? Contest(yaml: Array(yaml.utf8), vocabulary: House.vocabulary) else {
            fatalError("the contest for lists is no contest")
        }
        return contest
    }()
    private static let below = [Unit(code: "s-8a", title: "Lớp 8A", type: "lop", parent: "s")]

    static func check(_ bytes: [UInt8]) {
        let table = RosterFile.read(bytes)
        for row in table.rows { demand(table.sheets.indices.contains(row.sheet), "a row of no sheet") }
        demand(!table.rows.isEmpty || !table.faults.isEmpty, "nothing, and no reason")
        for line in table.faults + table.notices { demandTold(line.vi, line.en) }
        travel(table)
        var settings = RosterSettings()
        settings.makesClasses = true
        settings.changesCapitals = true
        let judge = RosterJudge(
            contest: contest,
            year: 2_026,
            unit: school,
            below: below,
            above: [],
            settings: settings
        )
        let judged = judge.judge(table, known: [RosterKnown(name: "Lê An", birthYear: 2_012, unit: "s-8a")])
        demand(
            judged.people.count + judged.unchanged + judged.faulty.count == table.rows.count,
            "a row that is neither taken nor faulty"
        )
        for person in judged.people { demandComposed(person.name.text) }
        for line in judged.faults + judged.notices { demandTold(line.vi, line.en) }
        if let workbook = try? RosterWorkbook.bytes(table, judged, .vietnamese) {
            demand(RosterFile.read(workbook).rows.count >= judged.faulty.count, "faulty rows that do not come back")
        } else {
            demand(false, "faulty rows that no workbook holds")
        }
    }

    private static func travel(_ table: RosterTable) {
        guard let sent = try? table.sent(), let again = try? RosterTable(received: sent) else {
            return demand(false, "a table that does not travel")
        }
        demand(again.rows.count == table.rows.count && again.faults == table.faults, "a table that changes on its way")
    }
}
