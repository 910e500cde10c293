import SQLite

/// A copy of an SQLite database into a file of its own.
final class SQLiteCopy: DatabaseCopy {
    private let file: BackupFile
    private let copy: BackupCopy
    /// 512 KiB: some milliseconds, also where the pages come from a disk.
    private static let pages = 128

    init(of connection: Connection, to path: String) throws(SQLiteError) {
        file = try BackupFile(path: path)
        do throws(SQLiteError) {
            copy = try BackupCopy(of: connection, to: file)
        } catch {
            file.remove()
            throw error
        }
    }

    func step() throws(DatabaseError) -> Bool {
        do { return try copy.step(pages: Self.pages) } catch { throw DatabaseError(error) }
    }

    func finish() { copy.finish() }

    func cancel() {
        copy.finish()
        file.remove()
    }

    var sync: @Sendable () throws(DatabaseError) -> Void {
        { [file] () throws(DatabaseError) in
            do throws(SQLiteError) { try file.sync() } catch { throw DatabaseError(error) }
        }
    }
}
