import QuizCore

extension Transaction {
    /// Adds a version of a bank; the same content again adds none (I14).
    func add(_ bank: Bank, by actor: String) throws(DatabaseError) -> BankVersion {
        let digest = catalogue.digest(of: bank)
        let newest = catalogue.newestVersion(of: bank.id)
        if let newest, newest.digest == digest { return newest }
        try database.run(.bankInsert, [.text(bank.id)])
        let version = (newest?.version ?? 0) + 1
        let key = try database.first(
            .bankVersionInsert,
            [
                .text(bank.id), .int(version), .bytes(digest.content), .bytes(Array(bank.yaml().utf8)),
                .time(receivedAt), .text(actor),
            ]
        ) { $0.int(0) }
        guard let key else { throw .failed("version \(version) of bank \(bank.id) exists already") }
        try pin(bank.images, to: key)
        let change = BankChange(from: newest?.bank, to: bank)
        try logStaff(
            .bankImported,
            subject: key,
            actor: actor,
            detail: "\(bank.id) version \(newest.map { "\($0.version)" } ?? "–") → \(version): "
                + "+\(change.added) ~\(change.changed) −\(change.removed) =\(change.same)"
        )
        let added = BankVersion(key: key, bank: bank, digest: digest, version: version, importedAt: receivedAt)
        // A batch that fails is rolled back and run again alone, so the view must not learn before COMMIT.
        afterCommit.append { $0.add(added) }
        return added
    }

    /// Notes that somebody takes a bank with its key (I7).
    func noteReading(of version: BankVersion, as format: String, by actor: String) throws(DatabaseError) {
        try logStaff(
            .bankRead,
            subject: version.key,
            actor: actor,
            detail: "\(version.bank.id) version \(version.version) as \(format): \(version.digest.content.hex)"
        )
    }

    /// Makes a contest or a new version of it, pinning the newest version of each bank.
    ///
    /// Once somebody has started a real contest, the pins stay as they are and only what favours nobody changes (I14).
    func apply(_ contest: Contest, source: [UInt8], by actor: String) throws(DatabaseError) -> ApplyOutcome {
        let former = catalogue.definition(of: contest.id).flatMap { catalogue.applied(version: $0.key) }
        var pins = contest.banks.compactMap(catalogue.newestVersion)
        if let former, try isBinding(former, for: contest) {
            let refusals = ContestAmendment(from: former.contest, to: contest, at: receivedAt).refusals
            if !refusals.isEmpty { return .refused(refusals) }
            pins = catalogue.banks().filter { former.pins.contains($0.key) }
        }
        guard pins.count == contest.banks.count else { throw .failed("a bank of \(contest.id) is not imported") }
        let pool = catalogue.pool(of: pins)
        if let former, former.contest == contest, former.pool.digest == pool.digest,
            former.pool.questions == pool.questions
        {
            return .unchanged(former)
        }
        try database.run(.contestInsert, [.text(contest.id)])
        let row = try database.first(
            .definitionInsert,
            [.text(contest.id), .bytes(source), .time(receivedAt), .text(actor)]
        ) { (key: $0.int(0), contest: $0.int(1), version: Int($0.int(2))) }
        guard let row else { throw .failed("the definition of \(contest.id) was not stored") }
        for pin in pins { try database.run(.definitionPin, [.int(row.key), .int(pin.key)]) }
        try logStaff(
            .definitionApplied,
            subject: row.key,
            actor: actor,
            detail: try detail(of: contest, version: row.version, pins, source, former: former),
            contest: contest.id
        )
        let definition = Definition(
            key: row.key,
            contestKey: row.contest,
            contest: contest,
            pool: pool,
            pins: Set(pins.map(\.key))
        )
        afterCommit.append { $0.add(definition) }
        return .applied(definition, version: row.version)
    }

    /// The banks in use, and what changed in the text.
    private func detail(
        of contest: Contest,
        version: Int,
        _ pins: [BankVersion],
        _ source: [UInt8],
        former: Definition?
    ) throws(DatabaseError) -> String {
        let banks = pins.map { "\($0.bank.id) \($0.version)" }.joined(separator: ", ")
        let head = "\(contest.id) version \(version): \(banks)"
        guard let former else { return head }
        let old = try database.first(.definitionSource, [.int(former.key)]) { $0.bytes(0) } ?? []
        let changes = LineChanges.words(
            from: String(decoding: old, as: UTF8.self),
            to: String(decoding: source, as: UTF8.self)
        )
        return changes.isEmpty ? head : "\(head)\n\(changes)"
    }

    /// Whether somebody has started under the rules of a real contest.
    private func isBinding(_ former: Definition, for contest: Contest) throws(DatabaseError) -> Bool {
        guard former.contest.mode == .contest || contest.mode == .contest else { return false }
        return try database.first(.attemptAny, [.int(former.contestKey)]) { $0.int(0) } != nil
    }
}

extension Query {
    static let bankInsert = Query(
        name: "bank.insert",
        sql: "INSERT INTO bank (id) VALUES ($1) ON CONFLICT DO NOTHING"
    )
    static let bankVersionInsert = Query(
        name: "bank.versionInsert",
        sql: """
            INSERT INTO bank_version (bank, version, digest, source, imported_at, imported_by)
            SELECT bank, $2, $3, $4, $5, $6 FROM bank WHERE id = $1
            ON CONFLICT DO NOTHING
            RETURNING bank_version
            """
    )
    static let contestInsert = Query(
        name: "contest.insert",
        sql: "INSERT INTO contest (id) VALUES ($1) ON CONFLICT DO NOTHING"
    )
    static let definitionInsert = Query(
        name: "definition.insert",
        sql: """
            INSERT INTO definition (contest, version, source, applied_at, applied_by)
            SELECT contest,
                1 + COALESCE(
                    (SELECT MAX(version) FROM definition WHERE definition.contest = contest.contest), 0
                ),
                $2, $3, $4
            FROM contest WHERE id = $1
            RETURNING definition, contest, version
            """
    )
    static let definitionSource = Query(
        name: "definition.source",
        sql: "SELECT source FROM definition WHERE definition = $1"
    )
    static let definitionPin = Query(
        name: "definition.pin",
        sql: "INSERT INTO definition_bank (definition, bank_version) VALUES ($1, $2)"
    )
    static let attemptAny = Query(
        name: "attempt.any",
        sql: """
            SELECT attempt FROM attempt WHERE contest = $1 AND sealed_at IS NOT NULL
            UNION ALL
            SELECT attempt FROM attempt WHERE contest = $1 AND sealed_at IS NULL
            LIMIT 1
            """
    )
}
