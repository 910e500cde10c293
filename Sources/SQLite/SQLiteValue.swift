/// One value as SQLite stores it; there is no REAL and no BOOLEAN in our schema.
package enum SQLiteValue: Sendable, Hashable {
    /// NULL, which is neither an empty text nor an empty blob.
    case null

    /// A signed 64-bit INTEGER.
    case int(Int64)

    /// A TEXT as UTF-8, kept byte for byte: NUL, emoji and unnormalised text come back unchanged.
    case text(String)

    /// A BLOB of 0 bytes to 32 MiB.
    case bytes([UInt8])
}
