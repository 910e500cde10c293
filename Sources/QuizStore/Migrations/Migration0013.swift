extension Migration {
    /// More time for one person, and what organizers decide between level units.
    static let allowances = Migration(
        number: 13,
        script: """
            CREATE TABLE time_allowance (
                contestant {int64} NOT NULL PRIMARY KEY REFERENCES contestant,
                minutes {int64} CHECK (minutes BETWEEN 1 AND 600),
                percent {int64} CHECK (percent BETWEEN 1 AND 400),
                reason TEXT NOT NULL, -- may tell of somebody's health; erased with the person
                granted_at {int64} NOT NULL,
                granted_by TEXT NOT NULL,
                CHECK ((minutes IS NULL) <> (percent IS NULL))
            ) {clustered};

            CREATE TABLE unit_decision (
                contest {int64} NOT NULL REFERENCES contest,
                prize TEXT NOT NULL, -- its title
                round TEXT NOT NULL,
                unit {int64} NOT NULL REFERENCES unit,
                number {int64} NOT NULL CHECK (number > 0),
                reason TEXT NOT NULL,
                decided_at {int64} NOT NULL,
                decided_by TEXT NOT NULL,
                PRIMARY KEY (contest, prize, round, unit)
            ) {clustered};
            """
    )
}
