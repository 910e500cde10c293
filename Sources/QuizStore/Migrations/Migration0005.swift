extension Migration {
    /// Pictures by their content, shared between banks and their versions; what is stored is never changed.
    static let media = Migration(
        number: 5,
        script: """
            CREATE TABLE media (
                media {key},
                digest {bytes} NOT NULL UNIQUE CHECK (length(digest) = 32), -- SHA-256 of the content
                type TEXT NOT NULL CHECK (type IN ('png', 'jpeg', 'webp')),
                width {int64} NOT NULL CHECK (width > 0),
                height {int64} NOT NULL CHECK (height > 0),
                content {bytes} NOT NULL
            ) {strict};

            -- What the files that a version of a bank names are.
            CREATE TABLE bank_media (
                bank_version {int64} NOT NULL REFERENCES bank_version,
                file TEXT NOT NULL,
                media {int64} NOT NULL REFERENCES media,
                PRIMARY KEY (bank_version, file)
            ) {clustered};
            CREATE INDEX bank_media_media ON bank_media (media);
            """
    )
}
