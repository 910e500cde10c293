import OpenSSL
import QuizCore

/// A case with its boards.
struct Ranked {
    let written: WrittenCase
    let contest: Contest
    private(set) var boards: [PrizeBoardName: Leaderboard] = [:]
    private(set) var truths: [String: Int64] = [:]
    private(set) var faults: [String] = []

    init(_ written: WrittenCase, _ contest: Contest) {
        self.written = written
        self.contest = contest
        if contest.prediction != nil { foretell() }
        for round in contest.rounds { rank(round.id) }
        if contest.cumulative != nil { rankTogether() }
        for name in boards.keys { check(name) }
    }

    private func indices(of round: String) -> [Int] {
        written.attempts.key.indices.filter { written.attempts.round[$0] == round && !written.attempts.voided[$0] }
    }

    private mutating func foretell() {
        for round in contest.rounds {
            let indices = indices(of: round.id)
            let full = indices.filter { written.attempts.score[$0] == written.attempts.maximum[$0] }
            let outcome = PredictionQuestion.Outcome(
                attempts: indices.count,
                people: Set(indices.map { written.attempts.person[$0] }).count,
                peopleAllCorrect: Set(full.map { written.attempts.person[$0] }).count
            )
            truths[round.id] = contest.prediction?.truth(of: outcome)
        }
    }

    private mutating func rank(_ round: String) {
        let counting = Counting(counts: contest.rules.counts, criteria: contest.ranking(of: round))
        for group in contest.groups {
            boards[PrizeBoardName(round: round, group: group.id)] = Leaderboard(criteria: counting.criteria)
        }
        let known = decided(round)
        for index in indices(of: round) {
            let person = written.attempts.person[index]
            let name = PrizeBoardName(round: round, group: written.people.group[person])
            let result = result(index, known)
            let standing = Standing(
                key: RankKey(of: result, by: counting.criteria),
                contestant: Int64(person),
                attempt: written.attempts.key[index],
                unit: Int64(written.attempts.unit[index])
            )
            let former = boards[name]?.standing(of: Int64(person))
            boards[name]?.put(counting.adding(standing, to: former))
        }
    }

    private func result(_ index: Int, _ known: Decided) -> RankedResult {
        let attempts = written.attempts
        let typed = attempts.prediction[index]
        let predicted = PredictionValue(typed, decimals: contest.prediction?.decimals ?? 0)?.scaled
        let truth = truths[attempts.round[index]]
        return RankedResult(
            score: attempts.score[index],
            predictionDistance: predicted.flatMap { value in truth.map { abs(value - $0) } },
            duration: attempts.duration[index],
            startedAt: Timestamp(milliseconds: attempts.started[index]),
            submittedAt: Timestamp(milliseconds: attempts.sealed[index]),
            fullMarks: attempts.score[index] == attempts.maximum[index] ? 1 : 0,
            manualOrder: known.manual[attempts.person[index]],
            drawNumber: known.draw[attempts.person[index]]
        )
    }

    private mutating func rankTogether() {
        guard let cumulative = contest.cumulative else { return }
        let known = decided(Cumulative.round)
        for group in contest.groups {
            let name = PrizeBoardName(round: Cumulative.round, group: group.id)
            var board = Leaderboard(criteria: cumulative.ranking)
            for person in written.people.group.indices where written.people.group[person] == group.id {
                let parts = contest.rounds.compactMap { round in
                    boards[PrizeBoardName(round: round.id, group: group.id)].flatMap { board in
                        board.standing(of: Int64(person)).map {
                            Cumulative.Part(standing: $0, criteria: board.criteria)
                        }
                    }
                }
                let standing = cumulative.standing(
                    of: parts,
                    manualOrder: known.manual[person],
                    drawNumber: known.draw[person]
                )
                if let standing { board.put(standing) }
            }
            boards[name] = board
        }
    }

    private struct Decided {
        var manual: [Int: Int64] = [:]
        var draw: [Int: Int64] = [:]
    }

    private func decided(_ round: String) -> Decided {
        var decided = Decided()
        let decisions = written.decisions
        for index in decisions.person.indices where decisions.board[index].hasPrefix(round + "/") {
            decided.manual[decisions.person[index]] = decisions.number[index]
        }
        guard let text = written.draws[round] else { return decided }
        let draw = PublicDraw(contest: contest.id, round: round, text: text)
        for (person, hex) in written.people.id.enumerated() {
            decided.draw[person] = PublicID(hex: hex).map { draw.number(of: $0, by: Primitives()) }
        }
        return decided
    }

    /// The same by other ways: built in one pass, asked in pages and one by one.
    private mutating func check(_ name: PrizeBoardName) {
        guard let board = boards[name] else { return }
        let all = board.lines(from: 0, limit: board.count)
        let again = Leaderboard(criteria: board.criteria, ordered: all.map(\.standing).sorted { $0.key < $1.key })
        if again.lines(from: 0, limit: again.count).map(\.place) != all.map(\.place) {
            faults.append("\(name): built in one pass it has other places")
        }
        let part = board.lines(from: all.count / 3, limit: 7)
        if part != Array(all.dropFirst(all.count / 3).prefix(7)) { faults.append("\(name): a page differs") }
        for (index, line) in all.enumerated() where index % 7 == 0 {
            let contestant = line.standing.contestant
            if board.place(of: contestant) != line.place
                || !board.neighbours(of: contestant, reach: 2).contains(line)
            {
                faults.append("\(name): the place of \(contestant) differs")
            }
        }
    }
}

/// libcrypto, as the server has it.
struct Primitives: Cryptography {
    func sha256(_ bytes: [UInt8]) -> [UInt8] { SHA256.hash(bytes) }
    func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] { HMACSHA256.authenticate(message, key: key) }
    func keystream(seed: [UInt8], first: Int, count: Int) -> [UInt64] {
        ChaCha20.keystream(seed: seed, firstWord: first, count: count)
    }
}
