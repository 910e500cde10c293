/// What the coordinator says about a list besides the file.
package struct RosterSettings: Codable, Hashable, Sendable {
    /// For people whose group neither a column nor the type of their unit says.
    package var group: String?
    /// Whether names all in capitals become `Nguyễn Văn An`.
    package var changesCapitals = false
    /// Whether classes that are not there yet are made below the unit.
    package var makesClasses = false

    package init() {}
}

/// Somebody who is on the roster already.
package struct RosterKnown: Hashable, Sendable {
    package let name: String
    package let birthYear: Int
    package let unit: String

    package init(name: String, birthYear: Int, unit: String) {
        self.name = name
        self.birthYear = birthYear
        self.unit = unit
    }
}

/// A row that may be taken.
package struct RosterPerson: Hashable, Sendable {
    package let row: Int
    package let name: PersonName
    package let birthYear: Int
    /// Code of the unit.
    package let unit: String
    package let group: String
    package let position: String?
}

/// A list after all checks.
package struct JudgedRoster: Sendable {
    /// New people, in the order of the file.
    package internal(set) var people: [RosterPerson] = []
    /// Rows of people who are on the roster already.
    package internal(set) var unchanged = 0
    /// Rows with faults, by their places in the table.
    package internal(set) var faulty: Set<Int> = []
    package internal(set) var faults: [RosterLine] = []
    package internal(set) var notices: [RosterLine] = []
    /// Classes to be made before the people are taken.
    package internal(set) var classes: [Unit] = []
    /// A name in capitals and what would become of it.
    package internal(set) var capitals: (count: Int, example: String, becomes: String) = (0, "", "")
    package internal(set) var children = 0
    package internal(set) var rows = 0
}

/// Checks a list of people against the contest and the units below the one that it is for.
package struct RosterJudge: Sendable {
    let contest: Contest
    /// The year by which ages count (I15).
    let year: Int
    /// The unit that the list is for.
    let unit: Unit
    let units: [String: Unit]
    let names: ClassNames
    let settings: RosterSettings

    /// Prepares the check.
    ///
    /// - Parameters:
    ///   - contest: What the people take part in.
    ///   - year: The contest's year.
    ///   - unit: The unit that the list is for.
    ///   - below: All units below it.
    ///   - above: Those above it, the nearest first: their types may say which group is meant.
    ///   - settings: What the coordinator says.
    package init(
        contest: Contest,
        year: Int,
        unit: Unit,
        below: [Unit],
        above: [Unit],
        settings: RosterSettings
    ) {
        self.contest = contest
        self.year = year
        self.unit = unit
        self.settings = settings
        units = Dictionary((above + below + [unit]).map { ($0.code, $0) }, uniquingKeysWith: { $1 })
        names = ClassNames(below + [unit])
    }

    package func judge(_ table: RosterTable, known: [RosterKnown]) -> JudgedRoster {
        var run = RosterRun(judge: self, table: table)
        for person in known { run.add(known: person) }
        for index in table.rows.indices { run.judge(index) }
        return run.finish()
    }
}
