import Foundation
import QuizAPI
import QuizCore
import QuizStore

/// Makes a backup of an open store: copies it, checks the copy, packs it, checks the packet, and only then gives it its
/// name.
struct BackupMaking {
    let store: Store
    let folder: DataFolder
    let path: String
    let force: Bool
    private let file: NewFile

    init(store: Store, folder: DataFolder, path: String, force: Bool) {
        self.store = store
        self.folder = folder
        self.path = path
        self.force = force
        file = NewFile(path: path)
    }

    /// - Returns: What the backup says about itself.
    func run(on lane: SlowLane, by actor: String) async throws -> BackupManifest {
        guard force || !FileManager.default.fileExists(atPath: path) else { throw NewFile.exists(path) }
        let database = file.draft + ".db"
        defer {
            // Closed by then, but a process that died in between may have left those of its connection.
            for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: database + end) }
            file.remove()
        }
        try await store.copy(to: database, noting: path, by: actor)
        let titles = store.definitions().map { BackupManifest.Contest(id: $0.contest.id, title: $0.contest.title) }
        let (file, folder, force) = (file, folder, force)
        return try await lane.run { try Self.pack(database, titles, folder, into: file, force: force) }
    }

    private static func pack(
        _ database: String,
        _ titles: [BackupManifest.Contest],
        _ folder: DataFolder,
        into file: NewFile,
        force: Bool
    ) throws -> BackupManifest {
        let found = try inspect(database)
        guard found.problems.isEmpty else { throw BackupRefusal.unsound(found.problems) }
        let now = SystemClock.now()
        let manifest = BackupManifest(
            migration: found.migration,
            logSequence: found.logSequence,
            madeAt: now,
            contests: titles.filter { found.contests.contains($0.id) },
            database: try BackupArchive.hash(database),
            keys: KeyCheck.all(try folder.allKeys())
        )
        let output = try file.create()
        defer { try? output.close() }
        try BackupArchive.write(
            manifest,
            database: database,
            at: Int(now.milliseconds / 1_000),
            to: output
        )
        try output.synchronize()
        guard let input = FileHandle(forReadingAtPath: file.draft) else { throw BackupFault.unreadable(file.draft) }
        defer { try? input.close() }
        guard try BackupArchive.read(input) == manifest else { throw BackupFault.changed }
        try file.publish(force: force)
        return manifest
    }

    /// Reads a database file that no server has open, and leaves nothing beside it.
    static func inspect(_ path: String) throws -> DatabaseInspection {
        // As a writer would: SQLite leaves CHECK constraints out for a reader, and a reader leaves a WAL behind.
        let database = try SQLiteDatabase(path: path, access: .writing)
        return try DatabaseInspection(of: database)
    }
}
