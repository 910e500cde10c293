import QuizCore

/// What a correction would come to.
enum CorrectionLook {
    case found(PendingChange)
    case refused(Message)
}
extension Store {
    /// How many attempts one read looks at.
    private static let page = 2_000

    /// What the correction would change, without the true values of predictions.
    func look(at change: Correction.Change, _ definition: Definition) async throws(StoreError) -> CorrectionLook {
        if let reason = refusal(of: change, definition) { return .refused(reason) }
        var pending = PendingChange()
        if case .attempt(let voided) = change {
            let row = try await readers.read { database throws(DatabaseError) in
                guard let id = PublicID(hex: voided.attempt) else { return nil as AttemptRow? }
                return try database.first(
                    .attemptByID,
                    [.bytes(id.bytes), .int(definition.contestKey)],
                    AttemptRow.init
                )
            }
            guard let row, let attempt = row.bare, attempt.seal != nil, attempt.voidedAt == nil else {
                return .refused(
                    Message(
                        vi: "Không có lượt thi này, hoặc lượt đó chưa nộp hay đã bị hủy.",
                        en: "There is no such attempt, or it is still open or void already."
                    )
                )
            }
            pending.voided = [row.key]
            pending.boards = [BoardID(contest: attempt.contest, round: attempt.round, group: attempt.group)]
        }
        for remark in try await remarks(of: change, definition) {
            pending.remarks[remark.attempt] = remark
            pending.boards.insert(remark.board)
        }
        let finals = Set(pending.boards.map(\.round)).filter {
            !results(of: definition.contest.id, round: $0).state.takesCorrections
        }
        if let round = finals.min() {
            return .refused(
                Message(
                    vi: "Kết quả đợt “\(round)” đã là cuối cùng, không đính chính được nữa.",
                    en: "The results of round '\(round)' are final and take no corrections."
                )
            )
        }
        return .found(pending)
    }

    private func refusal(of change: Correction.Change, _ definition: Definition) -> Message? {
        switch change {
        case .attempt: return nil
        case .outage(let outage):
            guard outage.from < outage.to, outage.to <= moment.milliseconds else {
                return Message(
                    vi: "Gián đoạn phải có lúc đầu trước lúc cuối, và đã kết thúc.",
                    en: "An outage must begin before it ends, and be over."
                )
            }
            return nil
        case .question(let question):
            let pools = catalogue.definitions(of: definition.contestKey, correctedAlsoBy: nil).values.map(\.pool)
            let bodies = pools.compactMap { pool in
                pool.ordinal(of: question.question, in: question.bank).map { pool.questions[$0].body }
            }
            if bodies.isEmpty {
                return Message(
                    vi: "Cuộc thi không có câu “\(question.question)” của ngân hàng “\(question.bank)”.",
                    en: "The contest has no question '\(question.question)' of bank '\(question.bank)'."
                )
            }
            if let accept = question.accept, bodies.contains(where: { $0.accepting(accept) == nil }) {
                return Message(
                    vi: "Đáp án mới không hợp với câu hỏi. Ghi chữ cái phương án theo thứ tự trong ngân hàng (A, B…), "
                        + "các đáp án viết, hoặc một số kèm sai số; câu sắp xếp và ghép đôi chỉ hủy được.",
                    en: "The new key does not fit the question. Give letters of options in the bank's order (A, B…), "
                        + "accepted texts, or a number with its tolerance; order and match can only be voided."
                )
            }
            return nil
        }
    }

    /// All attempts that a correction changes, as the rows are now.
    func remarks(of change: Correction.Change, _ definition: Definition) async throws(StoreError) -> [Remark] {
        if case .attempt = change { return [] }
        let known = catalogue.corrections(of: definition.contestKey).contains { $0.correction.change == change }
        let remarking = Remarking(
            change: change,
            definitions: catalogue.definitions(
                of: definition.contestKey,
                correctedAlsoBy: known ? nil : change
            )
        )
        var remarks: [Remark] = []
        var last: Int64 = 0
        while true {
            let from = last
            let found = try await readers.read { database throws(DatabaseError) in
                try remarking.next(after: from, of: definition.contestKey, limit: Self.page, in: database)
            }
            guard let found else { return remarks }
            remarks += found.remarks
            last = found.last
        }
    }

    /// Compares the boards as they are with those that the change would make.
    func effect(
        of change: PendingChange,
        _ definition: Definition
    ) async throws(StoreError) -> CorrectionEffect {
        let contest = definition.contest
        let cryptography = catalogue.cryptography
        let before = standings.copy()
        var after = before
        var changed = change.boards
        let rounds = Set(change.boards.map(\.round))
        let truths = try await truths(after: change, in: rounds, definition)
        // Another true value moves people of groups that the question was not even drawn for.
        for round in truths.keys {
            changed.formUnion(contest.groups.map { BoardID(contest: contest.id, round: round, group: $0.id) })
        }
        var pending = change
        pending.truths = truths
        let reading = pending
        for id in changed {
            let board = try await readers.read { database throws(DatabaseError) in
                var reader = BoardReader(database: database, definition: definition, cryptography: cryptography)
                reader.pending = reading
                return try reader.board(id)
            }
            after.boards[id] = board
        }
        var compared = changed
        if contest.cumulative != nil {
            for id in changed {
                let moves = BoardComparison(
                    before: before.boards[id]?.leaderboard,
                    after: after.boards[id]?.leaderboard ?? Leaderboard(criteria: [])
                ).moves
                let people = Set(moves.map(\.contestant)).union(change.remarks.values.map(\.contestant))
                for person in people { after.takeTotal(of: person, on: id, contest, at: moment) }
                compared.insert(BoardID(contest: contest.id, round: Cumulative.round, group: id.group))
            }
        }
        var boards: [CorrectionEffect.BoardEffect] = []
        for id in compared.sorted(by: { ($0.round, $0.group) < ($1.round, $1.group) }) {
            guard let new = after.boards[id]?.leaderboard else { continue }
            let moves = BoardComparison(before: before.boards[id]?.leaderboard, after: new).moves
            if moves.isEmpty { continue }
            let listed = try await named(Array(moves.prefix(CorrectionEffect.BoardEffect.listed)))
            boards.append(CorrectionEffect.BoardEffect(board: id, moved: moves.count, moves: listed))
        }
        return CorrectionEffect(remarked: change.remarks.count, boards: boards, truths: truths)
    }

    /// The true values that would change.
    private func truths(
        after change: PendingChange,
        in rounds: Set<String>,
        _ definition: Definition
    ) async throws(StoreError) -> [String: Int64] {
        guard let question = definition.contest.prediction else { return [:] }
        var truths: [String: Int64] = [:]
        for round in rounds {
            let key = RoundKey(contest: definition.contestKey, round: round)
            guard let fixed = catalogue.truth(of: key) else { continue }
            let groups = definition.contest.groups.map(\.id)
            let outcome = try await readers.read { database throws(DatabaseError) in
                try PredictionQuestion.Outcome(of: key, groups, after: change, in: database)
            }
            let value = question.truth(of: outcome)
            if value != fixed.value { truths[round] = value }
        }
        return truths
    }

    private func named(_ moves: [BoardComparison.Move]) async throws(StoreError) -> [CorrectionEffect.Move] {
        try await readers.read { database throws(DatabaseError) in
            var named: [CorrectionEffect.Move] = []
            for move in moves {
                let person = try database.first(.contestantNamed, [.int(move.contestant)]) { row in
                    CorrectionEffect.Move(
                        contestant: move.contestant,
                        name: row.text(0),
                        unit: row.text(1),
                        from: move.from,
                        to: move.to
                    )
                }
                if let person { named.append(person) }
            }
            return named
        }
    }
}

extension PredictionQuestion.Outcome {
    /// Counts a round as it would be after a change.
    init(
        of key: RoundKey,
        _ groups: [String],
        after change: PendingChange,
        in database: any Database
    ) throws(DatabaseError) {
        var attempts = 0
        var people: Set<Int64> = []
        var allCorrect: Set<Int64> = []
        for group in groups {
            try database.run(.attemptRanking, key.values + [.text(group)]) { row in
                let attempt = row.int(4)
                guard !change.voided.contains(attempt) else { return }
                attempts += 1
                people.insert(row.int(3))
                let score = change.remarks[attempt]?.marks.score ?? Int(row.int(0))
                if score == Int(row.int(7)) { allCorrect.insert(row.int(3)) }
            }
        }
        self.init(attempts: attempts, people: people.count, peopleAllCorrect: allCorrect.count)
    }
}

extension Query {
    static let contestantNamed = Query(
        name: "contestant.named",
        sql: """
            SELECT contestant.name, unit.title
            FROM contestant JOIN unit ON unit.unit = contestant.unit
            WHERE contestant.contestant = $1
            """
    )
}
