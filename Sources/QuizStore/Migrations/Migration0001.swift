extension Migration {
    /// Times are UTC milliseconds (I11), scores thousandths of a point, durations milliseconds, hashes SHA-256 (I9).
    static let initial = Migration(
        number: 1,
        script: """
            CREATE TABLE bank (
                bank {key},
                id TEXT NOT NULL UNIQUE
            ) {strict};

            CREATE TABLE bank_version (
                bank_version {key},
                bank {int64} NOT NULL REFERENCES bank,
                version {int64} NOT NULL CHECK (version > 0),
                digest {bytes} NOT NULL CHECK (length(digest) = 32),
                source {bytes} NOT NULL, -- canonical YAML
                imported_at {int64} NOT NULL,
                imported_by TEXT NOT NULL,
                UNIQUE (bank, version)
            ) {strict};

            CREATE TABLE contest (
                contest {key},
                id TEXT NOT NULL UNIQUE
            ) {strict};

            CREATE TABLE definition (
                definition {key},
                contest {int64} NOT NULL REFERENCES contest,
                version {int64} NOT NULL CHECK (version > 0),
                source {bytes} NOT NULL, -- YAML as the organizer wrote it
                applied_at {int64} NOT NULL,
                applied_by TEXT NOT NULL,
                UNIQUE (contest, version)
            ) {strict};

            CREATE TABLE definition_bank (
                definition {int64} NOT NULL REFERENCES definition,
                bank_version {int64} NOT NULL REFERENCES bank_version,
                PRIMARY KEY (definition, bank_version)
            ) {clustered};

            CREATE TABLE unit (
                unit {key},
                code TEXT NOT NULL UNIQUE,
                title TEXT NOT NULL,
                type TEXT NOT NULL,
                parent {int64} REFERENCES unit
            ) {strict};
            CREATE INDEX unit_parent ON unit (parent);

            CREATE TABLE contestant (
                contestant {key},
                public_id {bytes} NOT NULL UNIQUE CHECK (length(public_id) = 16),
                contest {int64} NOT NULL REFERENCES contest,
                name TEXT NOT NULL,
                display_name TEXT NOT NULL,
                sort_key {bytes} NOT NULL,
                audience TEXT NOT NULL, -- the group
                unit {int64} NOT NULL REFERENCES unit,
                unit_confirmed {int64} NOT NULL DEFAULT 0 CHECK (unit_confirmed IN (0, 1)),
                birth_year {int64} NOT NULL,
                position TEXT CHECK (position IN ('head', 'staff', 'other')),
                phone TEXT,
                identity_hash {bytes} NOT NULL CHECK (length(identity_hash) = 32),
                entry_code_hash {bytes} NOT NULL UNIQUE CHECK (length(entry_code_hash) = 32),
                request_key_hash {bytes} NOT NULL CHECK (length(request_key_hash) = 32),
                content_hash {bytes} NOT NULL CHECK (length(content_hash) = 32),
                registered_at {int64} NOT NULL,
                UNIQUE (contest, identity_hash),
                UNIQUE (contest, request_key_hash)
            ) {strict};
            CREATE INDEX contestant_unit ON contestant (unit, contest);

            CREATE TABLE consent (
                contestant {int64} NOT NULL REFERENCES contestant,
                purpose TEXT NOT NULL,
                given_at {int64} NOT NULL,
                PRIMARY KEY (contestant, purpose)
            ) {clustered};

            CREATE TABLE account (
                account {key},
                name TEXT NOT NULL UNIQUE,
                salt {bytes} NOT NULL,
                cost {int64} NOT NULL,
                block_size {int64} NOT NULL,
                parallelism {int64} NOT NULL,
                hash {bytes} NOT NULL,
                created_at {int64} NOT NULL
            ) {strict};

            CREATE TABLE staff_grant (
                account {int64} NOT NULL REFERENCES account,
                number {int64} NOT NULL,
                role TEXT NOT NULL CHECK (role IN ('admin', 'organizer', 'coordinator', 'auditor')),
                contest TEXT, -- id; NULL: every contest
                unit TEXT, -- code; NULL: every unit
                PRIMARY KEY (account, number)
            ) {clustered};

            CREATE TABLE session (
                hash {bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
                contestant {int64} REFERENCES contestant,
                account {int64} REFERENCES account,
                created_at {int64} NOT NULL,
                expires_at {int64} NOT NULL,
                CHECK ((contestant IS NULL) <> (account IS NULL))
            ) {clustered};
            CREATE INDEX session_contestant ON session (contestant, created_at) WHERE contestant IS NOT NULL;
            CREATE INDEX session_account ON session (account, created_at) WHERE account IS NOT NULL;

            CREATE TABLE attempt (
                attempt {key},
                public_id {bytes} NOT NULL UNIQUE CHECK (length(public_id) = 16),
                contestant {int64} NOT NULL REFERENCES contestant,
                contest {int64} NOT NULL REFERENCES contest,
                definition {int64} NOT NULL REFERENCES definition,
                audience TEXT NOT NULL, -- group and unit as they were at the start (I14)
                unit {int64} NOT NULL REFERENCES unit,
                round TEXT NOT NULL,
                limit_scope TEXT NOT NULL,
                number {int64} NOT NULL CHECK (number > 0),
                nonce {bytes} NOT NULL CHECK (length(nonce) = 16),
                salt {bytes}, -- NULL once the person was erased
                algorithm {int64} NOT NULL,
                seed {bytes} NOT NULL CHECK (length(seed) = 32),
                paper {bytes} NOT NULL,
                excluded_digest {bytes} NOT NULL CHECK (length(excluded_digest) = 32),
                started_at {int64} NOT NULL,
                deadline {int64} NOT NULL,
                sealed_at {int64} CHECK (sealed_at <= deadline),
                sealed_by TEXT CHECK (sealed_by IN ('contestant', 'deadline')),
                duration {int64} CHECK (duration >= 0),
                score {int64},
                maximum {int64},
                correct {int64},
                CHECK (deadline >= started_at),
                CHECK ((sealed_at IS NULL) = (score IS NULL)),
                UNIQUE (contestant, limit_scope, number),
                UNIQUE (contestant, nonce)
            ) {strict};
            CREATE UNIQUE INDEX attempt_open ON attempt (contestant) WHERE sealed_at IS NULL;
            CREATE INDEX attempt_due ON attempt (deadline) WHERE sealed_at IS NULL;
            -- Covers the rebuild of every board, in rank order where score, duration and start decide.
            CREATE INDEX attempt_ranking
                ON attempt (contest, round, audience, score DESC, duration, started_at, contestant, sealed_at)
                WHERE sealed_at IS NOT NULL;

            CREATE TABLE answer (
                attempt {int64} NOT NULL REFERENCES attempt,
                position {int64} NOT NULL CHECK (position > 0),
                choice TEXT NOT NULL,
                sequence {int64} NOT NULL CHECK (sequence BETWEEN 1 AND 9007199254740991),
                saved_at {int64} NOT NULL,
                changed_at {int64} NOT NULL,
                PRIMARY KEY (attempt, position)
            ) {clustered};

            CREATE TABLE prediction (
                attempt {int64} NOT NULL PRIMARY KEY REFERENCES attempt,
                value {int64} NOT NULL, -- times 10^5
                sequence {int64} NOT NULL CHECK (sequence BETWEEN 1 AND 9007199254740991),
                saved_at {int64} NOT NULL
            ) {clustered};

            -- The one log (I13): its sequence has no gaps.
            CREATE TABLE log (
                sequence {int64} NOT NULL PRIMARY KEY,
                at {int64} NOT NULL,
                kind TEXT NOT NULL,
                subject {int64} NOT NULL, -- internal key of the row that changed
                public_part {bytes} NOT NULL CHECK (length(public_part) = 32)
            ) {clustered};

            -- What stood before and after, for the staff's eyes; can be erased without breaking the log.
            CREATE TABLE log_detail (
                sequence {int64} NOT NULL PRIMARY KEY REFERENCES log,
                actor TEXT NOT NULL,
                detail TEXT NOT NULL
            ) {clustered};

            CREATE TABLE log_head (
                head {int64} NOT NULL PRIMARY KEY CHECK (head = 1),
                sequence {int64} NOT NULL,
                batch {int64} NOT NULL
            ) {clustered};
            INSERT INTO log_head (head, sequence, batch) VALUES (1, 0, 0);
            """
    )
}
