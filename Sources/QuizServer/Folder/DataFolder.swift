import Foundation
import OpenSSL
import QuizCore
import QuizStore

/// The one folder in which a server keeps everything, and who may use it (I12).
package struct DataFolder: Sendable {
    let path: String

    package var database: String { path + "/quiz.db" }
    var socket: String { path + "/admin.sock" }
    /// Lists on their way to the command line; what lies there when the folder is opened was never fetched.
    var exports: String { path + "/exports" }
    private var lockFile: String { path + "/lock" }
    package var keys: String { path + "/keys" }
    private var markFile: String { path + "/high-water" }

    /// Opens a folder, making it where it is not there yet.
    package init(path: String) throws {
        self.path = URL(fileURLWithPath: path).standardizedFileURL.path
        do {
            try Self.makeFolder(self.path)
            try Self.makeFolder(keys)
        } catch {
            throw Refusal(
                vi:
                    "Không tạo hoặc ghi được thư mục dữ liệu \(path). Kiểm tra quyền hoặc chọn thư mục khác bằng --data.",
                en:
                    "The data folder \(path) cannot be made or written. Check its permissions, or name another with --data."
            )
        }
    }

    private static func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    /// Takes the lock of the folder.
    ///
    /// - Returns: The open file, which holds the lock while it lives; `nil` if another process has it.
    func lock() throws -> FileHandle? {
        if !FileManager.default.fileExists(atPath: lockFile) {
            _ = FileManager.default.createFile(atPath: lockFile, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        guard let file = FileHandle(forUpdatingAtPath: lockFile) else {
            throw Refusal(
                vi: "Không mở được \(lockFile). Kiểm tra quyền của thư mục dữ liệu.",
                en: "\(lockFile) cannot be opened. Check the permissions of the data folder."
            )
        }
        return flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0 ? file : nil
    }

    /// The server's own key, made once; 32 bytes.
    package func serverKey() throws -> [UInt8] {
        try key("server")
    }

    /// The key that papers of a contest are drawn with, made once before it opens (I6); 32 bytes.
    func contestKey(_ contest: String) throws -> [UInt8] {
        try key("contest-\(contest)")
    }

    /// Whether the key of a contest is there, without making one.
    func hasContestKey(_ contest: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(keys)/contest-\(contest).key")
    }

    private func key(_ name: String) throws -> [UInt8] {
        let file = "\(keys)/\(name).key"
        if let data = FileManager.default.contents(atPath: file) {
            guard let key = [UInt8](hex: String(decoding: data, as: UTF8.self).prefix(64)), key.count == 32 else {
                throw Refusal(vi: "Tệp khóa \(file) bị hỏng.", en: "The key file \(file) is damaged.")
            }
            return key
        }
        let key = SecureRandom.bytes(32)
        try write(key.hex + "\n", to: file)
        return key
    }

    /// Every key there is, by name.
    func allKeys() throws -> [String: [UInt8]] {
        let files = try FileManager.default.contentsOfDirectory(atPath: keys).filter { $0.hasSuffix(".key") }
        var found: [String: [UInt8]] = [:]
        for file in files {
            let name = String(file.dropLast(4))
            found[name] = try key(name)
        }
        return found
    }

    /// Writes a file that only the owner may read, whole or not at all, synced.
    package func write(_ text: String, to file: String) throws {
        try Self.write(text, to: file)
    }

    static func write(_ text: String, to file: String) throws {
        let draft = file + ".new"
        _ = FileManager.default.createFile(atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600])
        guard let handle = FileHandle(forWritingAtPath: draft) else { throw CocoaError(.fileWriteUnknown) }
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(text.utf8))
        try handle.synchronize()
        try handle.close()
        guard unsafe rename(draft, file) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// The log sequence that was acknowledged for sure, kept outside the database: a database that ends before it has
    /// lost a part (reference: a flipped bit in a write-ahead log drops its tail in silence).
    func mark() -> Int64 {
        FileManager.default.contents(atPath: markFile)
            .flatMap { Int64(String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)) } ?? 0
    }

    func setMark(_ sequence: Int64) throws {
        try write("\(sequence)\n", to: markFile)
    }

    /// Opens the store; the lock must be held.
    func store(vocabulary: Vocabulary, observer: StoreObserver = .none) async throws -> Store {
        let file = database
        try? FileManager.default.removeItem(atPath: exports)
        do {
            return try await Store(
                open: { try SQLiteDatabase(path: file, access: $0) },
                cryptography: SystemCryptography(),
                vocabulary: vocabulary,
                mark: mark(),
                now: SystemClock.now,
                observer: observer
            )
        } catch OpenError.newer(let found, let known) {
            throw Refusal(
                vi:
                    "Cơ sở dữ liệu do phiên bản mới hơn ghi (lược đồ \(found), chương trình này biết \(known)). Hãy dùng phiên bản mới.",
                en:
                    "The database was written by a newer version (schema \(found), this program knows \(known)). Use that version."
            )
        } catch OpenError.behind(let head, let mark) {
            throw Refusal(
                vi:
                    "Cơ sở dữ liệu kết thúc ở nhật ký \(head) nhưng đã xác nhận đến \(mark): một phần đã mất. Đừng chạy tiếp; hãy khôi phục bản sao lưu.",
                en:
                    "The database ends at log entry \(head), but \(mark) was acknowledged: a part is lost. Do not go on; restore a backup."
            )
        } catch OpenError.inconsistent(let reason) {
            throw Refusal(
                vi: "Cơ sở dữ liệu không nhất quán: \(reason).",
                en: "The database is inconsistent: \(reason)."
            )
        } catch let error as DatabaseError {
            throw Refusal(
                vi: "Không mở được cơ sở dữ liệu \(file): \(error).",
                en: "The database \(file) cannot be opened: \(error)."
            )
        }
    }
}

enum SystemClock {
    @Sendable static func now() -> Timestamp {
        Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }
}

/// A reason to stop, in words for the person at the keyboard.
package struct Refusal: Error, CustomStringConvertible {
    let message: Message

    init(vi: String, en: String) {
        message = Message(vi: vi, en: en)
    }

    init(_ message: Message) {
        self.message = message
    }

    package var description: String { message.local }
}

extension Message {
    /// In the language of the terminal: English where LANG says so, else Vietnamese.
    var local: String {
        Terminal.isEnglish ? en : vi
    }
}

extension String {
    var precomposed: String { precomposedStringWithCanonicalMapping }
}
