extension Migration {
    /// States of results, corrections, and time that was given.
    static let results = Migration(
        number: 4,
        script: """
            CREATE TABLE round_result (
                contest {int64} NOT NULL REFERENCES contest,
                round TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('provisional', 'verified', 'final')),
                objections_until {int64},
                changed_at {int64} NOT NULL,
                changed_by TEXT NOT NULL,
                PRIMARY KEY (contest, round)
            ) {clustered};

            CREATE TABLE correction (
                correction {key},
                id {bytes} NOT NULL CHECK (length(id) = 16),
                contest {int64} NOT NULL REFERENCES contest,
                number {int64} NOT NULL CHECK (number > 0),
                change TEXT NOT NULL, -- JSON
                reason TEXT NOT NULL,
                applied_at {int64} NOT NULL,
                applied_by TEXT NOT NULL,
                is_applying {int64} NOT NULL CHECK (is_applying IN (0, 1)),
                remarked {int64} NOT NULL,
                moved {int64} NOT NULL,
                UNIQUE (contest, number),
                UNIQUE (contest, id)
            ) {strict};

            CREATE TABLE time_grant (
                id {bytes} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
                attempt {int64} NOT NULL REFERENCES attempt,
                minutes {int64} NOT NULL CHECK (minutes > 0),
                reason TEXT NOT NULL,
                granted_at {int64} NOT NULL,
                granted_by TEXT NOT NULL
            ) {clustered};
            CREATE INDEX time_grant_attempt ON time_grant (attempt);
            """
    )
}
