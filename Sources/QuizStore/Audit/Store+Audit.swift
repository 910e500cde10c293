package import QuizCore

extension Store: AuditStore {
    /// Rows looked at in one read, so that a long search lets others in between.
    private static var chunk: Int { 500 }

    package func audit(
        _ filter: AuditFilter,
        before: Int64?,
        limit: Int
    ) async throws(StoreError) -> AuditPage {
        let words = (filter.text ?? "").folded.split(separator: " ").map { String($0) }
        var found: [AuditEntry] = []
        var place = before ?? .max
        while true {
            let from = place
            let rows = try await readers.read { database throws(DatabaseError) in
                try database.audit(filter, before: from, limit: Self.chunk)
            }
            for row in rows {
                place = row.sequence
                guard row.holds(words) else { continue }
                guard found.count < limit else {
                    return AuditPage(entries: found, next: found.last?.sequence)
                }
                found.append(row)
            }
            if rows.count < Self.chunk { return AuditPage(entries: found, next: nil) }
        }
    }

    package func noteAuditExport(
        _ filter: AuditFilter,
        purpose: String,
        by actor: String
    ) async throws(StoreError) {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            let asked = filter.description
            try transaction.logStaff(
                .auditExported,
                subject: 0,
                actor: actor,
                detail: asked.isEmpty ? purpose : "\(purpose) (\(asked))",
                contest: filter.contest
            )
        }
    }

    package var auditKinds: [AuditKind] {
        LogKind.allCases.compactMap { kind in
            LogKind.words[kind].map { AuditKind(kind: kind.rawValue, words: $0) }
        }
    }
}

extension Database {
    fileprivate func audit(
        _ filter: AuditFilter,
        before: Int64,
        limit: Int
    ) throws(DatabaseError) -> [AuditEntry] {
        try all(
            .auditPage,
            [
                .int(before), .optional(filter.contest), .optional(filter.actor), .optional(filter.kind),
                filter.from.map { .time($0) } ?? .null, filter.to.map { .time($0) } ?? .null, .int(limit),
            ]
        ) { row in
            let kind = row.text(2)
            return AuditEntry(
                sequence: row.int(0),
                at: row.time(1),
                kind: kind,
                words: LogKind(rawValue: kind).flatMap { LogKind.words[$0] } ?? Message(vi: kind, en: kind),
                actor: row.text(3),
                contest: row.optionalText(4),
                detail: row.text(5)
            )
        }
    }
}

extension AuditEntry {
    /// Whether every word, folded, stands somewhere in it.
    fileprivate func holds(_ words: [String]) -> Bool {
        guard !words.isEmpty else { return true }
        let text = "\(sentence.vi) \(contest ?? "") \(self.words.en)".folded
        return words.allSatisfy { text.contains($0) }
    }
}

extension Query {
    static let auditPage = Query(
        name: "audit.page",
        sql: """
            SELECT log_detail.sequence, log.at, log.kind, log_detail.actor, log_detail.contest, log_detail.detail
            FROM log_detail JOIN log ON log.sequence = log_detail.sequence
            WHERE log_detail.sequence < $1
                AND ($2 IS NULL OR log_detail.contest = $2)
                AND ($3 IS NULL OR log_detail.actor = $3)
                AND ($4 IS NULL OR log.kind = $4)
                AND ($5 IS NULL OR log.at >= $5)
                AND ($6 IS NULL OR log.at < $6)
            ORDER BY log_detail.sequence DESC
            LIMIT $7
            """
    )
}
