import CSQLite

extension Connection {
    /// Copies the database to a new file while this connection goes on writing between the steps.
    ///
    /// What `betweenSteps` commits through this connection is in the copy; a write by another connection would start the
    /// copy anew, so the writer does it. The new file (mode 0600) is synced after each step, so that no step pays for the
    /// whole, and it stands on its own: no WAL beside it.
    ///
    /// - Parameters:
    ///   - path: A file that does not exist yet, in a folder that does; after an error it is gone again.
    ///   - pagesPerStep: Pages (of 4 KiB) copied at a time, from 1.
    ///   - betweenSteps: Called after each step but the last; it leaves no transaction open and does not close this
    ///     connection.
    /// - Throws: ``SQLiteError/isCannotOpen`` when the file exists or cannot be made, ``SQLiteError/isBusy`` when this
    ///   connection is in a write transaction, ``SQLiteError/isFull``, ``SQLiteError/isInputOutput``.
    /// - Source: <https://www.sqlite.org/backup.html>
    package func backup(to path: String, pagesPerStep: Int, betweenSteps: () -> Void) throws(SQLiteError) {
        let file = try BackupFile(path: path)
        do throws(SQLiteError) {
            let copy = try BackupCopy(of: self, to: file)
            while try !copy.step(pages: pagesPerStep) {
                try file.sync()
                betweenSteps()
            }
            copy.finish()
            try file.sync()
            try file.syncFolder()
        } catch {
            file.remove()
            throw error
        }
    }
}
