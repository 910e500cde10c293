import Foundation
import QuizStore
import Testing

struct PlanTests {
    /// Read whole by their nature: what is kept in memory, and what has one row.
    private static let whole: Set<String> = [
        "bank.versions", "bank.media", "definition.all", "definition.banks", "unit.all", "migration.number", "log.tail",
        "prediction.truths", "roundResult.all", "correction.all",
        "unitHeadcount.all", "unitSuccessor.all", "consentText.hashes", "contest.ids", "log.extent", "log.lastTime",
    ]

    /// Insert into tables that others refer to: the scan that SQLite plans for them runs only while a foreign key is broken,
    /// which none of ours may be (https://www.sqlite.org/foreignkeys.html, section 4.2).
    private static let parents: Set<String> = ["bank.versionInsert", "definition.insert"]

    /// A migrated database, removed with its folder at the end.
    private func migrated(_ body: (SQLiteDatabase) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "plans-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let database = try SQLiteDatabase(path: folder + "/quiz.db", access: .writing)
        try database.migrate()
        try body(database)
    }

    @Test func noStatementScansATable() throws {
        try migrated { database in
            for query in Query.all {
                let plan = try database.plan(of: query.sql)
                // Not a table: what the statement itself has gathered, and index ranges of partial indices.
                let scans = plan.filter { step in
                    step.hasPrefix("SCAN")
                        && !["subtree", "started", "CONSTANT", "USING INDEX attempt_due", "roster_import_pending"]
                            .contains { step.contains($0) }
                }
                let isExpected = Self.whole.contains(query.name) || Self.parents.contains(query.name)
                #expect(scans.isEmpty || isExpected, "\(query.name): \(plan)")
            }
        }
    }

    /// What is read piece by piece would be sorted whole for each piece.
    ///
    /// Read once: one person's attempts, and the people of one unit whom nobody has confirmed.
    @Test func nothingThatIsReadInPiecesIsSorted() throws {
        try migrated { database in
            for query in Query.all
            where query.sql.contains("LIMIT") && !["attempt.lastSeal", "contestant.claimants"].contains(query.name) {
                let plan = try database.plan(of: query.sql)
                #expect(!plan.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(query.name): \(plan)")
            }
        }
    }

    @Test func boardsAreReadFromTheirIndexInRankOrder() throws {
        try migrated { database in
            let query = try #require(Query.all.first { $0.name == "attempt.ranking" })
            let plan = try database.plan(of: query.sql)
            #expect(plan.count == 1 && plan[0].contains("USING COVERING INDEX attempt_ranking"), "\(plan)")
        }
    }

    /// The list is kept by hand: the sources say whether it is whole.
    @Test func theListNamesEveryStatement() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/QuizStore")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var written: [String] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            written += text.matches(of: /= Query\(\s*name: "([^"]+)"/).map { String($0.1) }
        }
        #expect(Set(written).count == written.count)
        #expect(written.sorted() == Query.all.map(\.name).sorted())
    }
}
