import Foundation
import QuizAPI
package import QuizCore

/// What a backup says about itself: `manifest.json` in it.
package struct BackupManifest: Codable, Equatable {
    static let format = 1
    private static let sizeLimit = 1 << 20

    package struct Contest: Codable, Equatable {
        let id: String
        let title: String

        package init(id: String, title: String) {
            self.id = id
            self.title = title
        }
    }

    package struct Database: Codable, Equatable {
        let bytes: Int
        let sha256: String
    }

    let format: Int
    /// The last migration of the database.
    let migration: Int
    /// The last entry of the log that is in it.
    let logSequence: Int64
    /// RFC 3339, UTC.
    let madeAt: String
    let contests: [Contest]
    let database: Database
    /// By name of the key: its ``KeyCheck``, which tells whether a key is the right one and nothing about it.
    let keys: [String: String]

    var json: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
        }
    }

    package init(
        migration: Int,
        logSequence: Int64,
        madeAt: Timestamp,
        contests: [Contest],
        database: Database,
        keys: [String: String]
    ) {
        format = Self.format
        self.migration = migration
        self.logSequence = logSequence
        self.madeAt = madeAt.rfc3339
        self.contests = contests
        self.database = database
        self.keys = keys
    }

    /// - Returns: `nil` for what is no manifest.
    init?(json: [UInt8]) {
        guard json.count <= Self.sizeLimit,
            let manifest = try? JSONDecoder().decode(BackupManifest.self, from: Data(json))
        else { return nil }
        self = manifest
    }
}
