import CSQLite
import Glibc

/// A file that a backup is written to: made here, and removed again unless the backup is whole.
///
/// Our own descriptor stays open for as long as SQLite has the file open, since closing any descriptor of a file drops
/// the process's locks on it (<https://www.sqlite.org/howtocorrupt.html>, 2.2).
package final class BackupFile: Sendable {
    let path: String
    private let descriptor: Int32

    /// Makes an empty file that only its owner can read.
    ///
    /// - Throws: ``SQLiteError/isCannotOpen`` when it exists or cannot be made.
    package init(path: String) throws(SQLiteError) {
        guard !path.utf8.contains(0) else { throw .misuse("the path contains a NUL") }
        let path = path.hasPrefix("file:") ? "./\(path)" : path
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.error(SQLITE_CANTOPEN, doing: "create", path) }
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Returns when all that was written so far is on the disk.
    ///
    /// Any thread may call it, while another writes the next step.
    package func sync() throws(SQLiteError) {
        guard fsync(descriptor) == 0 else { throw Self.error(csqlite_ioerr_fsync, doing: "sync", path) }
    }

    /// Returns when the name of the file is on the disk too.
    package func syncFolder() throws(SQLiteError) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.error(csqlite_ioerr_dir_fsync, doing: "open", folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Self.error(csqlite_ioerr_dir_fsync, doing: "sync", folder) }
    }

    /// Takes the file away.
    package func remove() {
        unsafe unlink(path)
    }

    private static func error(_ code: Int32, doing verb: String, _ path: String) -> SQLiteError {
        let reason = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "unknown"
        return SQLiteError(extendedCode: code, message: "cannot \(verb) \(path): \(reason)")
    }
}
