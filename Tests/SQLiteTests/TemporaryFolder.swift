import Foundation

/// A folder of one test's own, gone with the value.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "sqlite-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of `name` in the folder.
    func file(_ name: String) -> String {
        "\(path)/\(name)"
    }

    /// Whether there is a file called `name`.
    func has(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: file(name))
    }

    /// The size of `name` in bytes; 0 when there is none.
    func size(_ name: String) throws -> Int {
        guard has(name) else { return 0 }
        return try Data(contentsOf: URL(filePath: file(name))).count
    }

    /// Writes `bytes` to `name`.
    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(filePath: file(name)))
    }
}
