extension Migration {
    /// What decides places beyond marks and times.
    ///
    /// `round` may be `total`, the board over all rounds.
    static let ranking = Migration(
        number: 3,
        script: """
            ALTER TABLE attempt ADD COLUMN voided_at {int64};
            DROP INDEX attempt_ranking;
            CREATE INDEX attempt_ranking
                ON attempt (
                    contest, round, audience, score DESC, duration, started_at, contestant, sealed_at, unit, maximum,
                    voided_at
                )
                WHERE sealed_at IS NOT NULL;

            CREATE TABLE prediction_truth (
                contest {int64} NOT NULL REFERENCES contest,
                round TEXT NOT NULL,
                value {int64} NOT NULL, -- times 10^5
                attempts {int64} NOT NULL,
                people {int64} NOT NULL,
                people_all_correct {int64} NOT NULL,
                fixed_at {int64} NOT NULL,
                PRIMARY KEY (contest, round)
            ) {clustered};

            CREATE TABLE tie_decision (
                contest {int64} NOT NULL REFERENCES contest,
                round TEXT NOT NULL,
                audience TEXT NOT NULL,
                contestant {int64} NOT NULL REFERENCES contestant,
                number {int64} NOT NULL CHECK (number > 0),
                reason TEXT NOT NULL,
                decided_at {int64} NOT NULL,
                decided_by TEXT NOT NULL,
                PRIMARY KEY (contest, round, audience, contestant)
            ) {clustered};
            CREATE INDEX tie_decision_contestant ON tie_decision (contestant);

            CREATE TABLE public_draw (
                contest {int64} NOT NULL REFERENCES contest,
                round TEXT NOT NULL,
                text TEXT NOT NULL,
                source TEXT NOT NULL, -- where anybody can look it up
                drawn_at {int64} NOT NULL,
                drawn_by TEXT NOT NULL,
                PRIMARY KEY (contest, round)
            ) {clustered};
            """
    )
}
