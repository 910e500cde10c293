extension Migration {
    /// Who a unit has told us may take part, before they come.
    static let rosters = Migration(
        number: 8,
        script: """
            -- A list is staged in steps and seen only once it is complete (I12).
            CREATE TABLE roster_import (
                roster_import {key},
                id {bytes} NOT NULL UNIQUE CHECK (length(id) = 16),
                contest {int64} NOT NULL REFERENCES contest,
                unit {int64} NOT NULL REFERENCES unit,
                imported_at {int64} NOT NULL,
                imported_by TEXT NOT NULL,
                completed_at {int64}, -- NULL: nobody sees it
                confirmed_at {int64} -- when the units of its people had been confirmed
            ) {strict};
            CREATE INDEX roster_import_contest ON roster_import (contest, unit);
            CREATE INDEX roster_import_pending ON roster_import (roster_import) WHERE confirmed_at IS NULL;

            CREATE TABLE roster_entry (
                roster_entry {key},
                public_id {bytes} NOT NULL UNIQUE CHECK (length(public_id) = 16),
                roster_import {int64} NOT NULL REFERENCES roster_import,
                contest {int64} NOT NULL REFERENCES contest,
                unit {int64} NOT NULL REFERENCES unit,
                audience TEXT NOT NULL, -- the group
                name TEXT NOT NULL,
                sort_key {bytes} NOT NULL,
                birth_year {int64} NOT NULL,
                position TEXT CHECK (position IN ('head', 'staff', 'other')),
                identity_hash {bytes} NOT NULL CHECK (length(identity_hash) = 32),
                issue {int64} NOT NULL DEFAULT 1 CHECK (issue > 0), -- how often a code was made
                code_hash {bytes} UNIQUE CHECK (length(code_hash) = 32), -- NULL once revoked
                contestant {int64} UNIQUE REFERENCES contestant, -- NULL until the person came
                removed_at {int64},
                UNIQUE (contest, identity_hash)
            ) {strict};
            CREATE INDEX roster_entry_import ON roster_entry (roster_import);
            CREATE INDEX roster_entry_unit ON roster_entry (unit, contest, sort_key);
            """
    )
}
