import QuizCore

/// One board in memory.
struct Board: Sendable {
    private(set) var leaderboard: Leaderboard
    let counting: Counting
    /// Of the head and the total.
    private(set) var version: UInt64 = 1
    /// Of all lines.
    private(set) var revision: UInt64 = 1
    private(set) var updatedAt: Timestamp?

    init(counting: Counting, ordered: [Standing] = [], updatedAt: Timestamp? = nil) {
        self.counting = counting
        leaderboard = Leaderboard(criteria: counting.criteria, ordered: ordered)
        self.updatedAt = updatedAt
    }

    /// Takes one more attempt in.
    mutating func take(_ result: SealedResult) {
        let former = leaderboard.standing(of: result.contestant)
        let next = counting.adding(result.standing(by: counting.criteria), to: former)
        put(next, in: former, at: result.sealedAt)
    }

    /// Puts a line in as it is, or takes it out.
    mutating func put(_ standing: Standing?, of contestant: Int64, at moment: Timestamp) {
        let former = leaderboard.standing(of: contestant)
        if let standing { return put(standing, in: former, at: moment) }
        guard let left = leaderboard.remove(contestant: contestant) else { return }
        changed(from: left, isTotalChanged: true, at: moment)
    }

    private mutating func put(_ standing: Standing, in former: Standing?, at moment: Timestamp) {
        guard standing != former else {
            updatedAt = max(updatedAt ?? moment, moment)
            return
        }
        changed(from: leaderboard.put(standing), isTotalChanged: former == nil, at: moment)
    }

    private mutating func changed(from index: Int, isTotalChanged: Bool, at moment: Timestamp) {
        updatedAt = max(updatedAt ?? moment, moment)
        revision += 1
        // The line below the head tells why the last line of the head stands where it does.
        if isTotalChanged || index <= BoardPage.headLength { version += 1 }
    }

    /// Lines `from..<from + limit`; of some units only, with their places among themselves.
    func lines(
        of units: Set<Int64>?,
        from: Int,
        limit: Int
    ) -> (lines: [Placed], total: Int, updatedAt: Timestamp?) {
        guard let units else { return (leaderboard.lines(from: from, limit: limit), leaderboard.count, updatedAt) }
        let lines = leaderboard.pieces.flatMap { $0.filter { units.contains($0.unit) } }
        let own = Leaderboard(criteria: counting.criteria, ordered: lines)
        return (own.lines(from: from, limit: limit), own.count, updatedAt)
    }

    /// Has whoever remembers its versions read it again.
    mutating func touch() {
        version += 1
        revision += 1
    }

    /// Stands in for `former`: whoever remembers its versions sees that all is new.
    mutating func follow(_ former: Board) {
        version = former.version + 1
        revision = former.revision + 1
    }
}

extension SealedResult {
    /// The attempt as a line of its own.
    func standing(by criteria: [Criterion]) -> Standing {
        Standing(key: RankKey(of: ranked, by: criteria), contestant: contestant, attempt: attempt, unit: unit)
    }
}
