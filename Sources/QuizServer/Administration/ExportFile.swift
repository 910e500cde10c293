import Foundation
import QuizCore

/// A file that holds a list for a moment, readable by the owner only.
struct ExportFile: Sendable {
    let path: String

    init(path: String) {
        self.path = path
    }

    /// Makes an empty one in a data folder.
    init(in folder: DataFolder) throws {
        try FileManager.default.createDirectory(
            atPath: folder.exports,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        path = folder.exports + "/" + UUID().uuidString
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
    }

    func opened() throws -> FileHandle {
        guard let handle = FileHandle(forWritingAtPath: path) else { throw CocoaError(.fileWriteUnknown) }
        return handle
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Copies it to a file, or else to the terminal, and removes it.
    func handOver(to output: String?) throws {
        defer { remove() }
        guard let source = FileHandle(forReadingAtPath: path) else {
            throw Refusal(vi: "Không đọc được tệp \(path).", en: "The file \(path) cannot be read.")
        }
        let target = try output.map(Self.file) ?? .standardOutput
        while let piece = try source.read(upToCount: 1 << 20), !piece.isEmpty { try target.write(contentsOf: piece) }
        if output != nil { try target.close() }
    }

    /// People stand in it, so that only the owner may read a new one.
    private static func file(_ path: String) throws -> FileHandle {
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        guard let handle = FileHandle(forWritingAtPath: path) else {
            throw Refusal(vi: "Không ghi được tệp \(path).", en: "The file \(path) cannot be written.")
        }
        try handle.truncate(atOffset: 0)
        return handle
    }
}
