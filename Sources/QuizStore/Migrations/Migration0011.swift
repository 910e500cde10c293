extension Migration {
    /// Two trees of units with their history, and people whose unit the register lacks.
    static let unitHistory = Migration(
        number: 11,
        script: """
            ALTER TABLE unit ADD COLUMN education_parent {int64} REFERENCES unit;
            ALTER TABLE unit ADD COLUMN valid_from {int64}; -- 00:00 of the first day in Việt Nam
            ALTER TABLE unit ADD COLUMN valid_to {int64}; -- 00:00 of the last day in Việt Nam
            CREATE INDEX unit_education_parent ON unit (education_parent);
            -- The tree of education: where a unit has no parent of its own in it, that of administration.
            CREATE INDEX unit_education ON unit (COALESCE(education_parent, parent));

            CREATE TABLE unit_successor (
                unit {int64} NOT NULL REFERENCES unit,
                successor {int64} NOT NULL REFERENCES unit,
                PRIMARY KEY (unit, successor)
            ) {clustered};
            CREATE INDEX unit_successor_successor ON unit_successor (successor);

            -- One row; an import that a stop broke off goes on from it.
            CREATE TABLE unit_register (
                register {int64} NOT NULL PRIMARY KEY CHECK (register = 1),
                revision {int64} NOT NULL, -- of the whole register
                waiting {bytes}, -- JSON of the import that is being carried out; NULL: none
                done {int64} NOT NULL -- steps of it
            ) {clustered};
            INSERT INTO unit_register (register, revision, waiting, done) VALUES (1, 1, NULL, 0);

            INSERT INTO unit (code, title, type) VALUES ('khac', 'Khác', 'khac') ON CONFLICT DO NOTHING;

            ALTER TABLE unit_headcount RENAME TO unit_headcount_before;
            CREATE TABLE unit_headcount (
                unit_headcount {key},
                unit {int64} NOT NULL REFERENCES unit,
                audience TEXT NOT NULL, -- a group, or empty for everybody
                count {int64} NOT NULL CHECK (count > 0),
                counted_on {int64}, -- 00:00 of the day in Việt Nam
                source TEXT,
                entered_at {int64}, -- NULL: before that was noted
                entered_by TEXT NOT NULL
            ) {strict};
            INSERT INTO unit_headcount (unit, audience, count, counted_on, source, entered_by)
                SELECT unit, audience, count, counted_on, source, '' FROM unit_headcount_before
                ORDER BY unit, audience;
            DROP TABLE unit_headcount_before;
            CREATE UNIQUE INDEX unit_headcount_day
                ON unit_headcount (unit, audience, COALESCE(counted_on, 0), COALESCE(source, ''));

            -- The name of a unit that the register lacks, as it was typed.
            ALTER TABLE contestant ADD COLUMN other_unit TEXT;
            """
    )
}
