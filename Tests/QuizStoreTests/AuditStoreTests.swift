import Foundation
import QuizCore
import QuizStore
import Testing

/// What staff did: searched, paged, never rewritten.
@Suite struct AuditStoreTests {
    @Test func everyKindHasWordsInBothLanguages() {
        for kind in LogKind.allCases {
            let words = LogKind.words[kind]
            #expect(words.map { !$0.vi.isEmpty && !$0.en.isEmpty && $0.vi != $0.en } == true, "\(kind)")
            #expect(words?.vi.composed == words?.vi)
        }
        #expect(Set(LogKind.words.values.map(\.vi)).count == LogKind.words.count)
    }

    /// I13: the log is only ever appended to, and only an erasure touches what stands beside it.
    @Test func noStatementRewritesTheLog() throws {
        for query in Query.all {
            let words = query.sql.split { $0.isWhitespace || $0 == "(" || $0 == ";" }.map { String($0) }
            for (verb, table) in zip(words, words.dropFirst()) {
                if verb == "UPDATE" || verb == "FROM" && words.first == "DELETE" {
                    #expect(table != "log", "\(query.name)")
                    #expect(table != "log_detail" || query.name.hasPrefix("erasure"), "\(query.name)")
                }
            }
            let isInsert = query.sql.hasPrefix("INSERT INTO log ") || query.sql.hasPrefix("INSERT INTO log_detail ")
            #expect(!isInsert || ["log.append", "log.detail"].contains(query.name), "\(query.name)")
            #expect(!query.sql.contains("REPLACE INTO"), "\(query.name)")
        }
    }

    private func running(_ body: @Sendable @escaping (Store, Fixture) async throws -> Void) async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in try await body(store, fixture) }
    }

    private static func filling(_ store: Store, _ fixture: Fixture, _ count: Int) async throws {
        for number in 0..<count {
            let filter = AuditFilter(contest: number % 3 == 0 ? "c" : nil)
            let actor = number % 2 == 0 ? "an" : "bình"
            try await store.noteAuditExport(filter, purpose: "Kiểm tra số \(number)", by: actor)
            fixture.clock.advance(1_000)
        }
    }

    private static func all(_ filter: AuditFilter, _ store: Store, page: Int) async throws -> [AuditEntry] {
        var found: [AuditEntry] = []
        var place: Int64?
        repeat {
            let part = try await store.audit(filter, before: place, limit: page)
            #expect(part.entries.count <= page)
            #expect(part.next == nil || part.entries.count == page)
            found += part.entries
            place = part.next
        } while place != nil
        return found
    }

    /// Against a plain filter over everything, whatever the size of the page.
    @Test func pagesTogetherAreWhatTheFilterSays() async throws {
        try await running { store, fixture in
            let start = fixture.clock.now()
            try await Self.filling(store, fixture, 60)
            let everything = try await Self.all(AuditFilter(), store, page: 1_000)
            #expect(everything.count >= 63)
            #expect(everything.map(\.sequence) == everything.map(\.sequence).sorted(by: >))
            let filters: [(AuditFilter, (AuditEntry) -> Bool)] = [
                (AuditFilter(contest: "c"), { $0.contest == "c" }),
                (AuditFilter(actor: "an"), { $0.actor == "an" }),
                (AuditFilter(kind: "audit.exported"), { $0.kind == "audit.exported" }),
                (
                    AuditFilter(from: start.adding(milliseconds: 5_000), to: start.adding(milliseconds: 9_000)),
                    { $0.at >= start.adding(milliseconds: 5_000) && $0.at < start.adding(milliseconds: 9_000) }
                ),
                (AuditFilter(text: "KIEM tra 1"), { $0.detail.hasPrefix("Kiểm tra số") && $0.detail.contains("1") }),
                (AuditFilter(actor: "bình", text: "binh tai nhat ky"), { $0.actor == "bình" }),
                (AuditFilter(text: "khong-co-dau-ca"), { _ in false }),
            ]
            for (filter, holds) in filters {
                let expected = everything.filter(holds)
                for page in [1, 7, 20, 1_000] {
                    let found = try await Self.all(filter, store, page: page)
                    #expect(found == expected, "\(filter) \(page)")
                }
            }
            #expect(everything.count { $0.contest == "c" } >= 20)
        }
    }

    @Test func anAppliedDefinitionSaysWhatChanged() async throws {
        try await running { store, _ in
            let source = Array(Fixture.contest(limit: 3).utf8)
            let contest = try Contest(yaml: source, vocabulary: Fixture.vocabulary)
            _ = try await store.apply(contest, source: source, by: "an")
            let page = try await store.audit(AuditFilter(kind: "definition.applied"), before: nil, limit: 1)
            let entry = try #require(page.entries.first)
            #expect(entry.contest == "c")
            #expect(entry.detail.hasPrefix("c version 2: b 1\n"))
            #expect(entry.detail.contains("− attempts: { limit: 1, per: contest }"))
            #expect(entry.detail.contains("+ attempts: { limit: 3, per: contest }"))
            #expect(entry.sentence.vi.hasPrefix("an đặt thể lệ cuộc thi: c version 2"))
        }
    }

    @Test func tablesHoldNoFormula() {
        let entry = AuditEntry(
            sequence: 1,
            at: Timestamp(milliseconds: 0),
            kind: "account.added",
            words: Message(vi: "thêm", en: "added"),
            actor: "=cmd|' /C calc'!A0",
            contest: nil,
            detail: "@SUM(1)\n=1+1"
        )
        let lines = AuditExport.csvLines([entry, entry], .comma)
        #expect(!lines.contains("\u{FEFF}"))
        #expect(lines.split(separator: "\r\n").count == 2)
        #expect(lines.contains("'=cmd"))
        #expect(lines.contains("'@SUM"))
        let head = AuditExport.csvHead(.semicolon)
        #expect(head.unicodeScalars.first == "\u{FEFF}")
        #expect(head.split(separator: ";").count == AuditExport.headings.count)
    }
}
