extension ContestDocument {
    /// Whether practice and real contests keep apart: what practice explains at once, a contest that still runs may not
    /// ask (I3).
    ///
    /// `others` are the newest versions of all contests in force, `banks` those of this contest.
    ///
    /// - Returns: Faults in the order of their places in the contest file.
    package func separationFaults(from others: [Contest], banks: [Bank], at moment: Timestamp) -> [Fault] {
        let faults = FaultList()
        for bank in banks where !bank.isPublic {
            for other in others where other.id != contest.id && other.banks.contains(bank.id) {
                switch (contest.mode, other.mode) {
                case (.practice, .contest) where !other.isOver(at: moment):
                    faults.add(
                        places.banks[bank.id] ?? .file,
                        vi: "ngân hàng “\(bank.id)” đang dùng cho cuộc thi thật “\(other.id)” chưa kết thúc; "
                            + "luyện tập sẽ lộ đáp án: hãy dùng ngân hàng khác hoặc đợi cuộc thi đóng",
                        en: "the bank '\(bank.id)' is in use by the real contest '\(other.id)', which is not over; "
                            + "practice would give its key away: take another bank, or wait until the contest has closed"
                    )
                case (.contest, .practice) where !contest.isOver(at: moment) && !other.isOver(at: moment):
                    faults.add(
                        places.banks[bank.id] ?? .file,
                        vi: "ngân hàng “\(bank.id)” đang dùng để luyện tập ở “\(other.id)” nên đáp án đã lộ; "
                            + "hãy dùng ngân hàng khác, hoặc bỏ ngân hàng này khỏi “\(other.id)” trước",
                        en: "the bank '\(bank.id)' is in use for practice by '\(other.id)', so that its key is known; "
                            + "take another bank, or first take this one out of '\(other.id)'"
                    )
                case (.contest, .practice) where !contest.isOver(at: moment) && !contest.acceptsPublicBank:
                    faults.add(
                        places.banks[bank.id] ?? .file,
                        vi: "ngân hàng “\(bank.id)” đã dùng để luyện tập ở “\(other.id)” nên đáp án đã lộ; "
                            + "nếu vẫn dùng, hãy thêm “acceptPublicBank: true”",
                        en: "the bank '\(bank.id)' was used for practice by '\(other.id)', so that its key is known; "
                            + "to use it all the same, add 'acceptPublicBank: true'"
                    )
                default: continue
                }
            }
        }
        return faults.faults.faults
    }
}

extension Contest {
    /// The last moment at which an answer may still come in, one that is on its way at the end included (I2).
    ///
    /// - Returns: `nil` if the round never closes.
    package func lastAnswer(in round: Round) -> Timestamp? {
        let late = rules.lateStart == .full ? Int64(rules.minutes) * 60_000 : 0
        return round.closes?.adding(milliseconds: late + Attempt.grace)
    }

    /// Whether nobody can answer any more.
    package func isOver(at moment: Timestamp) -> Bool {
        rounds.allSatisfy { lastAnswer(in: $0).map { $0 < moment } ?? false }
    }
}
