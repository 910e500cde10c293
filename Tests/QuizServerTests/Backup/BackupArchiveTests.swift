import Foundation
import QuizCore
import QuizServer
import Testing

/// A small file in the place of a database: the archive does not look into it.
@Suite struct BackupArchiveTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "backup-\(UUID().uuidString)")
    let archive: URL
    let manifest: BackupManifest
    let content = (0..<1_300).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = folder.appending(path: "database")
        try Data(content).write(to: database)
        archive = folder.appending(path: "backup.tar")
        _ = FileManager.default.createFile(atPath: archive.path, contents: nil)
        manifest = BackupManifest(
            migration: 8,
            logSequence: 42,
            madeAt: Timestamp(milliseconds: 1_795_500_000_000),
            contests: [BackupManifest.Contest(id: "c", title: "Cuộc thi")],
            database: try BackupArchive.hash(database.path),
            keys: ["server": "00"]
        )
        let output = try FileHandle(forWritingTo: archive)
        try BackupArchive.write(manifest, database: database.path, at: 1_795_500_000, to: output)
        try output.close()
    }

    private func read(_ bytes: [UInt8]) throws -> (manifest: BackupManifest, database: [UInt8]) {
        let file = folder.appending(path: "changed.tar")
        try Data(bytes).write(to: file)
        let input = try FileHandle(forReadingFrom: file)
        defer { try? input.close() }
        var database: [UInt8] = []
        let manifest = try BackupArchive.read(input, accept: { _ in }) { database += $0 }
        return (manifest, database)
    }

    @Test func whatWasWrittenIsRead() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let found = try read(Array(try Data(contentsOf: archive)))
        #expect(found.manifest == manifest)
        #expect(found.database == content)
    }

    /// Names, sizes, padding and the zeros of the end included.
    @Test func everyFlippedBitIsNoticed() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let whole = Array(try Data(contentsOf: archive))
        for place in whole.indices {
            var bytes = whole
            bytes[place] ^= 1 << UInt8(place % 8)
            #expect(throws: BackupFault.self, "byte \(place)") { try read(bytes) }
        }
    }

    @Test func whatIsCutOrLongerIsNoticed() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let whole = Array(try Data(contentsOf: archive))
        for count in stride(from: 0, to: whole.count, by: 97) {
            #expect(throws: BackupFault.self, "cut at \(count)") { try read(Array(whole.prefix(count))) }
        }
        #expect(throws: BackupFault.damaged) { try read(whole + [0]) }
    }

    @Test(arguments: [0, 511, 512, 8 << 30, 1 << 40]) func headersKeepTheirNumbers(_ size: Int) {
        let header = TarHeader(name: "quiz.db", size: size, time: 1_795_500_000)
        #expect(TarHeader(header.bytes) == header)
    }
}
