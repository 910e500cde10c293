extension Migration {
    /// What people agreed to in which words, what they ask about their data, who read it, and that it was erased.
    static let privacy = Migration(
        number: 9,
        script: """
            CREATE TABLE consent_text (
                hash {bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32), -- SHA-256 of the text
                version TEXT NOT NULL,
                text TEXT NOT NULL
            ) {clustered};

            ALTER TABLE consent ADD COLUMN text_hash {bytes}; -- NULL: given before texts were kept
            ALTER TABLE consent ADD COLUMN channel TEXT NOT NULL DEFAULT 'web'
                CHECK (channel IN ('web', 'list', 'staff'));
            ALTER TABLE consent ADD COLUMN withdrawn_at {int64};

            ALTER TABLE contestant ADD COLUMN id_number_hash {bytes} CHECK (length(id_number_hash) = 32);
            ALTER TABLE contestant ADD COLUMN erased_at {int64};

            -- Of whom an entry is, so that it goes with the person.
            ALTER TABLE log_detail ADD COLUMN contestant {int64} REFERENCES contestant;
            CREATE INDEX log_detail_contestant ON log_detail (contestant) WHERE contestant IS NOT NULL;
            UPDATE log_detail
            SET contestant = (SELECT log.subject FROM log WHERE log.sequence = log_detail.sequence)
            WHERE sequence IN (
                SELECT log.sequence FROM log
                WHERE log.kind IN ('prize.excluded', 'prize.readmitted', 'identity.checked')
            );
            UPDATE log_detail
            SET contestant = (
                SELECT attempt.contestant FROM log JOIN attempt ON attempt.attempt = log.subject
                WHERE log.sequence = log_detail.sequence
            )
            WHERE sequence IN (SELECT log.sequence FROM log WHERE log.kind = 'attempt.timeGranted');

            CREATE TABLE data_request (
                data_request {key},
                public_id {bytes} NOT NULL UNIQUE CHECK (length(public_id) = 16),
                contest {int64} NOT NULL REFERENCES contest,
                number {int64} NOT NULL CHECK (number > 0),
                contestant {int64} REFERENCES contestant,
                kind TEXT NOT NULL CHECK (
                    kind IN ('access', 'copy', 'correction', 'erasure', 'restriction', 'objection', 'withdrawal')
                ),
                channel TEXT NOT NULL CHECK (channel IN ('web', 'paper')),
                wish TEXT NOT NULL,
                received_at {int64} NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'done', 'refused')),
                answer_by {int64} NOT NULL,
                done_by {int64} NOT NULL,
                extended_done_by {int64} NOT NULL, -- what done_by becomes if it is extended
                extension_reason TEXT,
                answered_at {int64},
                closed_at {int64},
                reply TEXT,
                CHECK ((closed_at IS NULL) = (state IN ('open', 'answered'))),
                UNIQUE (contest, number)
            ) {strict};
            CREATE INDEX data_request_contestant ON data_request (contestant) WHERE contestant IS NOT NULL;
            CREATE UNIQUE INDEX data_request_erasure ON data_request (contestant)
                WHERE kind = 'erasure' AND closed_at IS NULL AND contestant IS NOT NULL;
            CREATE INDEX data_request_due ON data_request (contest, done_by) WHERE closed_at IS NULL;
            CREATE INDEX data_request_closed ON data_request (contest, closed_at) WHERE closed_at IS NOT NULL;

            CREATE TABLE data_access (
                data_access {key},
                contest {int64} NOT NULL REFERENCES contest,
                at {int64} NOT NULL,
                kind TEXT NOT NULL,
                unit {int64} REFERENCES unit,
                actor TEXT NOT NULL,
                role TEXT NOT NULL,
                purpose TEXT NOT NULL,
                is_named {int64} NOT NULL CHECK (is_named IN (0, 1)), -- 1: of those in data_access_person only
                people {int64} NOT NULL
            ) {strict};
            CREATE INDEX data_access_contest ON data_access (contest, at);

            CREATE TABLE data_access_person (
                contestant {int64} NOT NULL REFERENCES contestant,
                data_access {int64} NOT NULL REFERENCES data_access,
                PRIMARY KEY (contestant, data_access)
            ) {clustered};
            CREATE INDEX data_access_person_access ON data_access_person (data_access);

            CREATE TABLE retention_run (
                contest {int64} NOT NULL PRIMARY KEY REFERENCES contest,
                started_at {int64} NOT NULL,
                last_contestant {int64} NOT NULL,
                last_entry {int64} NOT NULL,
                people {int64} NOT NULL,
                entries {int64} NOT NULL,
                finished_at {int64}
            ) {clustered};
            """
    )
}
