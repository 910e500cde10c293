extension Migration {
    /// Who may win, who winners are, and how large units are.
    static let prizes = Migration(
        number: 7,
        script: """
            CREATE TABLE prize_exclusion (
                contest {int64} NOT NULL REFERENCES contest,
                contestant {int64} NOT NULL REFERENCES contestant,
                kind TEXT NOT NULL CHECK (kind IN ('staff', 'disqualified', 'declined', 'identity')),
                reason TEXT NOT NULL,
                excluded_at {int64} NOT NULL,
                excluded_by TEXT NOT NULL,
                PRIMARY KEY (contest, contestant)
            ) {clustered};
            CREATE INDEX prize_exclusion_contestant ON prize_exclusion (contestant);

            -- No row: nobody has looked.
            CREATE TABLE identity_check (
                contest {int64} NOT NULL REFERENCES contest,
                contestant {int64} NOT NULL REFERENCES contestant,
                state TEXT NOT NULL CHECK (state IN ('confirmed', 'failed')),
                note TEXT NOT NULL,
                checked_at {int64} NOT NULL,
                checked_by TEXT NOT NULL,
                PRIMARY KEY (contest, contestant)
            ) {clustered};
            CREATE INDEX identity_check_contestant ON identity_check (contestant);

            CREATE TABLE unit_headcount (
                unit {int64} NOT NULL REFERENCES unit,
                audience TEXT NOT NULL, -- a group, or empty for everybody
                count {int64} NOT NULL CHECK (count > 0),
                counted_on {int64}, -- 00:00 of the day in Việt Nam
                source TEXT,
                PRIMARY KEY (unit, audience)
            ) {clustered};
            """
    )
}
