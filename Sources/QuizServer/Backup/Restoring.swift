import Foundation
import OpenSSL
import QuizCore
import QuizStore

/// Brings a backup into an empty folder: unpacked and checked in a folder within, then moved, the database last.
struct Restoring {
    let backup: String
    let keys: KeyBundle?
    let folder: String

    /// What is there while a restore is not complete; a server does not start beside it.
    static let draftName = "restoring"
    /// Checks of the keys that were not brought along, one a line, for `doctor`.
    static let lostKeysName = "lost-keys"

    /// Names in a folder that is empty for us: `lock` was made by whoever looked at it first.
    private static let ignored: Set<String> = ["lost+found", "lock", draftName]

    /// - Returns: The manifest, and the names of keys that are missing.
    func run() throws -> (manifest: BackupManifest, missing: [String]) {
        try prepare()
        guard let input = FileHandle(forReadingAtPath: backup) else { throw BackupFault.unreadable(backup) }
        defer { try? input.close() }
        do {
            let manifest = try unpack(input)
            let missing = try placeKeys(manifest)
            try place(manifest)
            return (manifest, missing)
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            try? FileManager.default.removeItem(atPath: folder + "/keys")
            throw error
        }
    }

    private var draft: String { "\(folder)/\(Self.draftName)" }
    private var database: String { draft + "/quiz.db" }

    private func prepare() throws {
        let files = FileManager.default
        var entries = (try? files.contentsOfDirectory(atPath: folder)) ?? []
        if entries.contains(Self.draftName), !entries.contains("quiz.db") {
            // A restore that was interrupted: what it left is ours to replace.
            for name in ["keys", "high-water"] { try? files.removeItem(atPath: "\(folder)/\(name)") }
            entries.removeAll { ["keys", "high-water"].contains($0) }
        }
        guard entries.allSatisfy(Self.ignored.contains) else {
            throw Refusal(
                vi: "Thư mục \(folder) không trống. Chỉ khôi phục vào thư mục trống hoặc chưa có; chọn --data khác.",
                en: "The folder \(folder) is not empty. A backup goes into an empty or absent folder: "
                    + "name another with --data."
            )
        }
        do {
            try? files.removeItem(atPath: draft)
            let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: attributes)
            try files.createDirectory(atPath: draft, withIntermediateDirectories: true, attributes: attributes)
        } catch {
            throw Refusal(
                vi: "Không ghi được vào thư mục \(folder). Kiểm tra quyền.",
                en: "Nothing can be written into \(folder). Check its permissions."
            )
        }
    }

    private func unpack(_ input: FileHandle) throws -> BackupManifest {
        _ = FileManager.default.createFile(
            atPath: database,
            contents: nil,
            attributes: [.posixPermissions: 0o600]
        )
        guard let output = FileHandle(forWritingAtPath: database) else { throw BackupFault.unreadable(database) }
        defer { try? output.close() }
        let manifest = try BackupArchive.read(input, accept: accept) { try output.write(contentsOf: Data($0)) }
        try output.synchronize()
        let found = try BackupMaking.inspect(database)
        guard found.problems.isEmpty, found.logSequence == manifest.logSequence,
            found.migration == manifest.migration
        else { throw BackupFault.damaged }
        return manifest
    }

    /// Before anything large is read.
    private func accept(_ manifest: BackupManifest) throws {
        guard manifest.migration <= Migration.all.count else {
            throw Refusal(
                vi:
                    "Bản sao lưu do phiên bản mới hơn ghi (lược đồ \(manifest.migration), chương trình này biết \(Migration.all.count)). Hãy dùng phiên bản đó.",
                en:
                    "The backup was written by a newer version (schema \(manifest.migration), this program knows \(Migration.all.count)). Use that version."
            )
        }
        for (name, key) in keys?.keys ?? [:] {
            if let check = manifest.keys[name], check != KeyCheck.of(key, named: name) {
                throw Refusal(
                    vi: "Khóa “\(name)” không phải khóa của bản sao lưu này. Hãy dùng đúng tệp khóa, hoặc bỏ --keys.",
                    en: "The key '\(name)' does not belong to this backup. Use its own key file, or leave out --keys."
                )
            }
        }
    }

    /// - Returns: The names of those that the backup knows and nobody brought.
    private func placeKeys(_ manifest: BackupManifest) throws -> [String] {
        let target = folder + "/keys"
        try FileManager.default.createDirectory(
            atPath: target,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        for (name, key) in keys?.keys ?? [:] {
            try DataFolder.write(key.hex + "\n", to: "\(target)/\(name).key")
        }
        let missing = manifest.keys.filter { keys?.keys[$0.key] == nil }.sorted { $0.key < $1.key }
        if !missing.isEmpty {
            let lines = missing.map { "\($0.key) \($0.value)\n" }.joined()
            try DataFolder.write(lines, to: "\(target)/\(Self.lostKeysName)")
        }
        try NewFile.syncFolder(of: target + "/any")
        return missing.map(\.key)
    }

    /// The high-water mark before the database: a database without it would be believed whatever it ends with.
    private func place(_ manifest: BackupManifest) throws {
        try DataFolder.write("\(manifest.logSequence)\n", to: folder + "/high-water")
        guard unsafe rename(database, folder + "/quiz.db") == 0 else { throw CocoaError(.fileWriteUnknown) }
        try NewFile.syncFolder(of: folder + "/quiz.db")
        try? FileManager.default.removeItem(atPath: draft)
    }
}
