extension Migration {
    /// Accounts that can be disabled, second factors, sessions that can be told apart, and a log that can be searched.
    static let accounts = Migration(
        number: 12,
        script: """
            ALTER TABLE account ADD COLUMN disabled_at {int64};
            ALTER TABLE account ADD COLUMN must_change {int64} NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1));

            CREATE TABLE account_totp (
                account {int64} NOT NULL PRIMARY KEY REFERENCES account,
                secret {bytes} NOT NULL, -- sealed
                confirmed_at {int64}, -- NULL while it waits
                last_step {int64} NOT NULL DEFAULT 0 -- this period and those before are used up
            ) {clustered};

            CREATE TABLE recovery_code (
                account {int64} NOT NULL REFERENCES account,
                hash {bytes} NOT NULL CHECK (length(hash) = 32),
                used_at {int64},
                PRIMARY KEY (account, hash)
            ) {clustered};

            -- Roles that need a second factor.
            CREATE TABLE totp_role (
                role TEXT NOT NULL PRIMARY KEY CHECK (role IN ('admin', 'organizer', 'coordinator', 'auditor'))
            ) {clustered};

            ALTER TABLE session ADD COLUMN device TEXT; -- of staff, in a few words
            ALTER TABLE session ADD COLUMN used_at {int64};

            -- Id of the contest that an act was about.
            ALTER TABLE log_detail ADD COLUMN contest TEXT;
            """
    )
}
