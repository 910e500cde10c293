package import Foundation
import OpenSSL
import QuizCore

/// The file of a backup: a tar archive of `manifest.json`, `quiz.db` and `SHA256SUMS`, in this order.
package enum BackupArchive {
    static let manifestName = "manifest.json"
    static let databaseName = "quiz.db"
    static let sumsName = "SHA256SUMS"
    /// Unit: bytes.
    private static let piece = 1 << 20
    private static let end = [UInt8](repeating: 0, count: 2 * TarHeader.blockSize)

    /// Writes the archive to an open file.
    package static func write(_ manifest: BackupManifest, database: String, at time: Int, to output: FileHandle) throws
    {
        let json = try manifest.json
        let header = TarHeader(name: manifestName, size: json.count, time: time)
        try output.write(contentsOf: Data(header.bytes + json + zeros(header.padding)))
        let file = TarHeader(name: databaseName, size: manifest.database.bytes, time: time)
        try output.write(contentsOf: Data(file.bytes))
        let sha256 = try hash(database) { try output.write(contentsOf: Data($0)) }
        guard sha256 == manifest.database else { throw BackupFault.changed }
        try output.write(contentsOf: Data(zeros(file.padding)))
        let text = sums(of: json, manifest.database)
        let last = TarHeader(name: sumsName, size: text.count, time: time)
        try output.write(contentsOf: Data(last.bytes + text + zeros(last.padding) + end))
    }

    /// Reads an archive to its end, and holds every byte of it against what it must be.
    ///
    /// `sink`: Gets the database, piece by piece; what it got counts once this returns.
    /// - Returns: The manifest.
    /// - Throws: ``BackupFault``, or what `sink` throws.
    @discardableResult
    package static func read(
        _ input: FileHandle,
        accept: (BackupManifest) throws -> Void = { _ in },
        _ sink: ([UInt8]) throws -> Void = { _ in }
    ) throws -> BackupManifest {
        var reader = BackupReader(input: input)
        let json = try reader.small(manifestName)
        guard let manifest = BackupManifest(json: json) else { throw BackupFault.foreign }
        guard manifest.format <= BackupManifest.format else { throw BackupFault.newerFormat }
        try accept(manifest)
        let header = try reader.header(databaseName)
        guard header.size == manifest.database.bytes else { throw BackupFault.damaged }
        var stream = SHA256Stream()
        try reader.content(of: header) { piece in
            stream.update(piece)
            try sink(piece)
        }
        guard stream.finish().hex == manifest.database.sha256 else { throw BackupFault.damaged }
        guard try reader.small(sumsName) == sums(of: json, manifest.database) else { throw BackupFault.damaged }
        try reader.finish(end)
        return manifest
    }

    /// Size and digest of a file, read in pieces.
    package static func hash(
        _ path: String,
        _ each: ([UInt8]) throws -> Void = { _ in }
    ) throws -> BackupManifest.Database {
        guard let file = FileHandle(forReadingAtPath: path) else { throw BackupFault.unreadable(path) }
        defer { try? file.close() }
        var stream = SHA256Stream()
        var size = 0
        while let data = try file.read(upToCount: piece), !data.isEmpty {
            let bytes = Array(data)
            size += bytes.count
            stream.update(bytes)
            try each(bytes)
        }
        return BackupManifest.Database(bytes: size, sha256: stream.finish().hex)
    }

    /// In the form of `sha256sum`, so that `sha256sum -c SHA256SUMS` checks what `tar -x` gave.
    private static func sums(of manifest: [UInt8], _ database: BackupManifest.Database) -> [UInt8] {
        Array("\(SHA256.hash(manifest).hex)  \(manifestName)\n\(database.sha256)  \(databaseName)\n".utf8)
    }

    private static func zeros(_ count: Int) -> [UInt8] {
        [UInt8](repeating: 0, count: count)
    }
}

/// Why a backup cannot be made or used.
package enum BackupFault: Error, Equatable {
    /// No backup at all, or one whose beginning is destroyed.
    case foreign
    case newerFormat
    /// A byte is not what it must be, or bytes are missing or too many.
    case damaged
    /// The file changed while it was read.
    case changed
    case unreadable(String)
}
