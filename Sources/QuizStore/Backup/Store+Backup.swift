package import QuizCore

extension Store {
    /// Copies the database into a new file while everything goes on; the file is on the disk then, not yet checked.
    ///
    /// It is noted in the log first: what cannot be noted is not handed over.
    ///
    /// - Throws: ``StoreError`` or ``DatabaseError``; there is no file then.
    package func copy(to path: String, noting detail: String, by actor: String) async throws {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.logStaff(.backupMade, subject: 0, actor: actor, detail: detail)
        }
        try await writer.copy(to: path, syncing: SyncLane())
    }

    /// Reads the whole database on a connection of its own beside everything else.
    package func inspect() async throws(StoreError) -> DatabaseInspection {
        let open = open
        let readers: Readers
        do { readers = try Readers(count: 1) { try open(.reading) } } catch { throw .broken("\(error)") }
        return try await readers.read { database throws(DatabaseError) in try DatabaseInspection(of: database) }
    }

    /// How the connection that writes is set.
    package func settings() async throws -> [DatabaseSetting] {
        try await writer.settings()
    }

    /// When the last entry of the log was made; `nil`: there is none.
    package func lastEntry() async throws(StoreError) -> Timestamp? {
        try await readers.read { database throws(DatabaseError) in
            try database.first(.logLastTime, []) { $0.time(0) }
        }
    }
}
