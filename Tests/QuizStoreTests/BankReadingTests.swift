import QuizCore
import QuizStore
import Testing

/// I7: who takes a bank with its key is in the log.
struct BankReadingTests {
    private func entries(_ fixture: Fixture) throws -> [String] {
        let database = try SQLiteDatabase(path: fixture.folder + "/quiz.db", access: .reading)
        let query = Query(
            name: "test.log",
            sql: """
                SELECT log.kind, log_detail.actor, log_detail.detail, bank_version.version FROM log
                JOIN log_detail ON log_detail.sequence = log.sequence
                JOIN bank_version ON bank_version.bank_version = log.subject
                WHERE log.kind = 'bank.read' ORDER BY log.sequence
                """
        )
        return try database.all(query, []) { "\($0.text(0)) \($0.text(1)) v\($0.int(3)) \($0.text(2))" }
    }

    @Test func eachReadingIsAnEntryWithWhoWhatAndHow() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let (before, after, digest) = try await fixture.running { store in
            let version = try #require(store.banks().first)
            let before = store.committedSequence
            try await store.noteReading(of: version, as: "xlsx", by: "an")
            try await store.noteReading(of: version, as: "gift", by: "binh")
            return (before, store.committedSequence, version.digest.content.hex)
        }
        #expect(after == before + 2)
        #expect(
            try entries(fixture) == [
                "bank.read an v1 b version 1 as xlsx: \(digest)", "bank.read binh v1 b version 1 as gift: \(digest)",
            ]
        )
    }

    @Test func aContestKnowsTheVersionsThatItPinsAlsoAfterARestart() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let newer = Bank(
            id: "b",
            isPublic: true,
            title: "Mới",
            language: "vi",
            licence: "CC0-1.0",
            questions: fixture.bank.questions
        )
        let pinned = try await fixture.running { store in
            let first = try #require(store.banks().first)
            let second = try await store.add(newer, by: "test")
            #expect(second.key != first.key)
            #expect(store.definition(of: "c")?.pins == [first.key])
            return first.key
        }
        let again = try await fixture.open()
        #expect(again.definition(of: "c")?.pins == [pinned])
        again.close()
    }
}
