import QuizCore

extension Transaction {
    /// Keeps a request under the next number of its contest.
    func add(_ new: NewDataRequest) throws(DatabaseError) -> DataRequestOutcome {
        if let known = try database.first(.dataRequestByID, [.bytes(new.id.bytes)], DataRequest.init) ?? nil {
            return .kept(known)
        }
        var contestant = new.contestant
        if let person = new.person {
            contestant = try database.first(
                .contestantInContest,
                [.int(new.contestKey), .bytes(person.bytes)]
            ) { $0.int(0) }
            guard contestant != nil else { return .notFound }
        }
        let received = new.receivedAt.map { min($0, receivedAt) } ?? receivedAt
        let terms = DataRequest.Terms(receivedAt: received, kind: new.kind, calendar: new.calendar)
        let extended = DataRequest.Terms(receivedAt: received, kind: new.kind, calendar: new.calendar, isExtended: true)
        let number = try database.first(
            .dataRequestInsert,
            [
                .bytes(new.id.bytes), .int(new.contestKey), contestant.map { .int($0) } ?? .null,
                .text(new.kind.rawValue), .text(new.channel.rawValue), .text(new.wish), .time(received),
                .time(terms.answerBy), .time(terms.doneBy), .time(extended.doneBy),
            ]
        ) { $0.int(0) }
        guard let number else {
            let waiting = try contestant.flatMap { (key) throws(DatabaseError) in
                try database.first(.dataRequestErasure, [.int(key)], DataRequest.init) ?? nil
            }
            // A second request to be erased is the first one.
            guard new.kind == .erasure, let waiting else { return .tooMany }
            return .kept(waiting)
        }
        try logStaff(
            .dataRequestReceived,
            subject: new.contestKey,
            actor: new.actor ?? "contestant",
            detail: "\(number) \(new.kind.rawValue) \(new.channel.rawValue)",
            about: contestant
        )
        return try dataRequest(Int(number), of: new.contestKey)
    }

    func handle(
        _ step: DataRequestStep,
        request number: Int,
        of contest: Int64,
        by actor: String
    ) throws(DatabaseError) -> DataRequestOutcome {
        let place: [Value] = [.int(contest), .int(number)]
        let former = try dataRequest(number, of: contest)
        guard case .kept(let request) = former else { return former }
        let changed: Int64?
        switch step {
        case .answer:
            if request.state == .answered { return former }
            changed = try database.first(.dataRequestAnswer, place + [.time(receivedAt)]) { $0.int(0) }
        case .extend(let reason):
            if request.extensionReason == reason { return former }
            changed = try database.first(.dataRequestExtend, place + [.text(reason)]) { $0.int(0) }
        case .finish(let reply), .refuse(let reply):
            let state: DataRequest.State = if case .refuse = step { .refused } else { .done }
            if request.state == state, request.reply == reply { return former }
            changed = try database.first(
                .dataRequestClose,
                place + [.text(state.rawValue), .text(reply), .time(receivedAt)]
            ) { $0.int(0) }
        }
        guard let changed else { return .notPossible }
        try logStaff(
            .dataRequestHandled,
            subject: contest,
            actor: actor,
            detail: "\(number) \(step.word)",
            about: changed == 0 ? nil : changed
        )
        return try dataRequest(number, of: contest)
    }

    private func dataRequest(_ number: Int, of contest: Int64) throws(DatabaseError) -> DataRequestOutcome {
        let found = try database.first(.dataRequestByNumber, [.int(contest), .int(number)], DataRequest.init) ?? nil
        return found.map { .kept($0) } ?? .notFound
    }
}

extension DataRequestStep {
    fileprivate var word: String {
        switch self {
        case .answer: "answered"
        case .extend(let reason): "extended: \(reason)"
        case .finish(let reply): "done: \(reply)"
        case .refuse(let reason): "refused: \(reason)"
        }
    }
}

extension DataRequest {
    /// Reads a row of the queries below.
    init?(_ row: any Row) {
        guard let id = PublicID(bytes: row.bytes(0)), let kind = Kind(rawValue: row.text(4)),
            let channel = Channel(rawValue: row.text(5)), let state = State(rawValue: row.text(8))
        else { return nil }
        self.init(
            id: id,
            number: Int(row.int(1)),
            contestant: row.isNull(2) ? nil : PublicID(bytes: row.bytes(2)),
            name: row.optionalText(3),
            kind: kind,
            channel: channel,
            wish: row.text(6),
            receivedAt: row.time(7),
            state: state,
            terms: Terms(answerBy: row.time(9), doneBy: row.time(10)),
            extensionReason: row.optionalText(11),
            answeredAt: row.isNull(12) ? nil : row.time(12),
            closedAt: row.isNull(13) ? nil : row.time(13),
            reply: row.optionalText(14)
        )
    }
}

extension Query {
    private static let dataRequestColumns = """
        SELECT data_request.public_id, data_request.number, contestant.public_id, contestant.name, data_request.kind,
            data_request.channel, data_request.wish, data_request.received_at, data_request.state,
            data_request.answer_by, data_request.done_by, data_request.extension_reason, data_request.answered_at,
            data_request.closed_at, data_request.reply
        FROM data_request LEFT JOIN contestant ON contestant.contestant = data_request.contestant
        """
    static let dataRequestByID = Query(
        name: "dataRequest.byID",
        sql: "\(dataRequestColumns) WHERE data_request.public_id = $1"
    )
    static let dataRequestByNumber = Query(
        name: "dataRequest.byNumber",
        sql: "\(dataRequestColumns) WHERE data_request.contest = $1 AND data_request.number = $2"
    )
    static let dataRequestErasure = Query(
        name: "dataRequest.erasure",
        sql: """
            \(dataRequestColumns)
            WHERE data_request.contestant = $1 AND data_request.kind = 'erasure' AND data_request.closed_at IS NULL
            """
    )
    static let dataRequestsOfPerson = Query(
        name: "dataRequest.ofPerson",
        sql: "\(dataRequestColumns) WHERE data_request.contestant = $1 ORDER BY data_request.number"
    )
    static let dataRequestsOpen = Query(
        name: "dataRequest.open",
        sql: """
            \(dataRequestColumns)
            WHERE data_request.contest = $1 AND data_request.closed_at IS NULL
            ORDER BY data_request.done_by LIMIT $2
            """
    )
    static let dataRequestsClosed = Query(
        name: "dataRequest.closed",
        sql: """
            \(dataRequestColumns)
            WHERE data_request.contest = $1 AND data_request.closed_at IS NOT NULL
            ORDER BY data_request.closed_at DESC LIMIT $2
            """
    )
    // At most ten of a person wait at a time.
    static let dataRequestInsert = Query(
        name: "dataRequest.insert",
        sql: """
            INSERT INTO data_request (
                public_id, contest, number, contestant, kind, channel, wish, received_at, state, answer_by, done_by,
                extended_done_by
            )
            SELECT $1, $2,
                1 + COALESCE((SELECT MAX(number) FROM data_request WHERE contest = $2), 0),
                $3, $4, $5, $6, $7, 'open', $8, $9, $10
            WHERE (
                SELECT COUNT(*) FROM data_request AS waiting
                WHERE waiting.contestant = $3 AND waiting.closed_at IS NULL
            ) < 10
            ON CONFLICT DO NOTHING
            RETURNING number
            """
    )
    static let dataRequestAnswer = Query(
        name: "dataRequest.answer",
        sql: """
            UPDATE data_request SET state = 'answered', answered_at = $3
            WHERE contest = $1 AND number = $2 AND state = 'open'
            RETURNING COALESCE(contestant, 0)
            """
    )
    static let dataRequestExtend = Query(
        name: "dataRequest.extend",
        sql: """
            UPDATE data_request SET extension_reason = $3, done_by = extended_done_by
            WHERE contest = $1 AND number = $2 AND closed_at IS NULL AND extension_reason IS NULL
            RETURNING COALESCE(contestant, 0)
            """
    )
    static let dataRequestClose = Query(
        name: "dataRequest.close",
        sql: """
            UPDATE data_request
            SET state = $3, reply = $4, closed_at = $5, answered_at = COALESCE(answered_at, $5)
            WHERE contest = $1 AND number = $2 AND closed_at IS NULL
            RETURNING COALESCE(contestant, 0)
            """
    )
}
