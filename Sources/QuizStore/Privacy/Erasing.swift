import QuizCore

extension Transaction {
    /// Erases one person on a decision of the staff.
    ///
    /// `named`: Entries of the log that name the person in free text, found before.
    ///
    /// A request of somebody else, which is looked at before, fails the job: all that it did is rolled back then.
    func erase(
        _ erasure: Erasure,
        in contest: Definition,
        named: [Int64],
        by actor: String
    ) throws(DatabaseError) -> ErasureOutcome {
        let place: [Value] = [.int(contest.contestKey), .bytes(erasure.person.bytes)]
        let found = try database.first(.contestantInContest, place) { $0.int(0) }
        guard let key = found else { return .notFound }
        if !erasure.isForced, try database.first(.attemptOpenOf, [.int(key)], { $0.int(0) }) != nil {
            return .attemptOpen
        }
        if let number = erasure.request {
            let isTheirs = try database.first(
                .dataRequestClose,
                [
                    .int(contest.contestKey), .int(number), .text(DataRequest.State.done.rawValue),
                    .text(ErasedPerson.note), .time(receivedAt),
                ]
            ) { $0.int(0) == key }
            // Rolled back with all else that this job has done.
            guard isTheirs ?? false else { throw .failed("request \(number) is not of the person to erase") }
        }
        let sessions = try eraseIdentity(of: key, in: contest, by: actor)
        for sequence in named { try database.run(.logDetailForget, [.int(sequence), .text(ErasedPerson.note)]) }
        try logStaff(.personErased, subject: key, actor: actor, detail: erasure.reason)
        return .erased(sessions: sessions)
    }

    /// Takes away all that says who somebody is; marks, answers and places stay.
    ///
    /// Random bytes stand in for what must stay unique, so that nothing leads back, not even with the server's key.
    ///
    /// - Returns: Hashes of the sessions that ended.
    @discardableResult
    func eraseIdentity(of key: Int64, in contest: Definition, by actor: String) throws(DatabaseError) -> [[UInt8]] {
        let person: [Value] = [.int(key)]
        let isNew = try database.first(
            .personErase,
            person + [
                .text(ErasedPerson.name), .bytes(PersonName(ErasedPerson.name)?.sortKey ?? []), .bytes(Self.random()),
                .bytes(Self.random()), .bytes(Self.random()), .bytes(Self.random()), .time(receivedAt),
            ]
        ) { $0.int(0) }
        guard isNew != nil else { return [] }
        forgetNames()
        try database.run(
            .rosterErase,
            person + [
                .text(ErasedPerson.name), .bytes(PersonName(ErasedPerson.name)?.sortKey ?? []), .bytes(Self.random()),
            ]
        )
        let note: [Value] = person + [.text(ErasedPerson.note)]
        try database.run(.attemptUnsalt, person)
        try database.run(.timeGrantForget, note)
        try database.run(.allowanceDelete, person)
        try database.run(.exclusionForget, note)
        try database.run(.identityForget, note)
        try database.run(.tieForget, note)
        try database.run(.dataRequestForget, note)
        try database.run(.dataAccessForget, note)
        try database.run(.logDetailErase, person)
        if contest.contest.mode == .contest, isUndecided(contest) {
            // Whoever asked to be erased wins nothing any more: nobody could be told.
            try database.run(
                .exclusionOfErased,
                [
                    .int(contest.contestKey), .int(key), .text(ExclusionKind.declined.rawValue),
                    .text(ErasedPerson.note), .time(receivedAt), .text(actor),
                ]
            )
        }
        try touchBoards(of: key, in: contest.contest.id)
        return try database.all(.personSessionsEnd, person + [.bytes([])]) { $0.bytes(0) }
    }

    /// Whether results may still change, and prizes with them.
    private func isUndecided(_ contest: Definition) -> Bool {
        contest.contest.rounds.contains { round in
            catalogue.results(of: RoundKey(contest: contest.contestKey, round: round.id))?.state != .final
        }
    }

    /// Erases who stands on a roster and never came.
    func eraseEntry(_ entry: Int64) throws(DatabaseError) {
        forgetNames()
        try database.run(
            .rosterEntryErase,
            [
                .int(entry), .text(ErasedPerson.name), .bytes(PersonName(ErasedPerson.name)?.sortKey ?? []),
                .bytes(Self.random()),
            ]
        )
    }

    private static func random() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

extension Query {
    static let attemptOpenOf = Query(
        name: "attempt.openOf",
        sql: "SELECT attempt FROM attempt WHERE contestant = $1 AND sealed_at IS NULL"
    )
    static let personErase = Query(
        name: "person.erase",
        sql: """
            UPDATE contestant
            SET name = $2, display_name = $2, sort_key = $3, birth_year = 0, phone = NULL, id_number_hash = NULL,
                other_unit = NULL, identity_hash = $4, entry_code_hash = $5, request_key_hash = $6, content_hash = $7, erased_at = $8
            WHERE contestant = $1 AND erased_at IS NULL
            RETURNING contestant
            """
    )
    static let rosterErase = Query(
        name: "rosterEntry.erasePerson",
        sql: """
            UPDATE roster_entry SET name = $2, sort_key = $3, birth_year = 0, identity_hash = $4, code_hash = NULL
            WHERE contestant = $1
            """
    )
    static let rosterEntryErase = Query(
        name: "rosterEntry.erase",
        sql: """
            UPDATE roster_entry SET name = $2, sort_key = $3, birth_year = 0, identity_hash = $4, code_hash = NULL
            WHERE roster_entry = $1
            """
    )
    static let attemptUnsalt = Query(
        name: "attempt.unsalt",
        sql: "UPDATE attempt SET salt = NULL WHERE contestant = $1"
    )
    static let timeGrantForget = Query(
        name: "timeGrant.forget",
        sql: """
            UPDATE time_grant SET reason = $2
            WHERE attempt IN (SELECT attempt.attempt FROM attempt WHERE attempt.contestant = $1)
            """
    )
    static let exclusionForget = Query(
        name: "prizeExclusion.forget",
        sql: "UPDATE prize_exclusion SET reason = $2 WHERE contestant = $1"
    )
    static let exclusionOfErased = Query(
        name: "prizeExclusion.ofErased",
        sql: """
            INSERT INTO prize_exclusion (contest, contestant, kind, reason, excluded_at, excluded_by)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING
            """
    )
    static let identityForget = Query(
        name: "identityCheck.forget",
        sql: "UPDATE identity_check SET note = $2 WHERE contestant = $1 AND note <> ''"
    )
    static let tieForget = Query(
        name: "tieDecision.forget",
        sql: "UPDATE tie_decision SET reason = $2 WHERE contestant = $1"
    )
    static let dataRequestForget = Query(
        name: "dataRequest.forget",
        sql: """
            UPDATE data_request
            SET wish = $2, reply = CASE WHEN reply IS NULL THEN NULL ELSE $2 END,
                extension_reason = CASE WHEN extension_reason IS NULL THEN NULL ELSE $2 END
            WHERE contestant = $1
            """
    )
    static let dataAccessForget = Query(
        name: "dataAccess.forget",
        sql: """
            UPDATE data_access SET purpose = $2
            WHERE data_access IN (
                SELECT data_access_person.data_access FROM data_access_person
                WHERE data_access_person.contestant = $1
            )
            """
    )
    static let logDetailErase = Query(
        name: "erasure.logDetail",
        sql: "DELETE FROM log_detail WHERE contestant = $1"
    )
    static let logDetailForget = Query(
        name: "erasure.logDetailsOf",
        sql: "UPDATE log_detail SET detail = $2 WHERE sequence = $1"
    )
    static let logDetailsAfter = Query(
        name: "logDetail.after",
        sql: "SELECT sequence, detail FROM log_detail WHERE sequence > $1 ORDER BY sequence LIMIT $2"
    )
}
