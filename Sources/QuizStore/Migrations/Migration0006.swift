extension Migration {
    /// Answers of practice whose explanation was told; they no longer change.
    static let reveals = Migration(
        number: 6,
        script: """
            CREATE TABLE reveal (
                attempt {int64} NOT NULL REFERENCES attempt,
                position {int64} NOT NULL CHECK (position > 0),
                revealed_at {int64} NOT NULL,
                PRIMARY KEY (attempt, position)
            ) {clustered};
            """
    )
}
