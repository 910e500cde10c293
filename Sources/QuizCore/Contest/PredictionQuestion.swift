/// The side question whose true value exists only after the round; it breaks ties and gives no marks.
package struct PredictionQuestion: Hashable, Sendable {
    /// What is to be foretold, counted over all groups of the round.
    package enum Target: String, CaseIterable, Hashable, Sendable {
        /// People with full marks in at least one attempt.
        case peopleAllCorrect
        /// People with a sealed attempt.
        case people
        /// Sealed attempts.
        case attempts
        /// Of the people, the share with full marks, in percent.
        case percentAllCorrect
    }

    package let prompt: String
    package let target: Target
    /// How many digits after the comma count.
    ///
    /// Range: `0...5`; 0 where people or attempts are counted.
    package let decimals: Int

    package init(prompt: String, target: Target, decimals: Int) {
        self.prompt = prompt
        self.target = target
        self.decimals = decimals
    }

    /// What a round came to.
    package struct Outcome: Hashable, Sendable {
        package let attempts: Int
        package let people: Int
        package let peopleAllCorrect: Int

        package init(attempts: Int, people: Int, peopleAllCorrect: Int) {
            self.attempts = attempts
            self.people = people
            self.peopleAllCorrect = peopleAllCorrect
        }
    }

    /// The true value, rounded half up to the digits that count; without anybody a share is 0.
    ///
    /// - Returns: Times 10^5.
    package func truth(of outcome: Outcome) -> Int64 {
        switch target {
        case .peopleAllCorrect: return Int64(outcome.peopleAllCorrect) * PredictionValue.scale
        case .people: return Int64(outcome.people) * PredictionValue.scale
        case .attempts: return Int64(outcome.attempts) * PredictionValue.scale
        case .percentAllCorrect:
            guard outcome.people > 0 else { return 0 }
            let step = (0..<(5 - decimals)).reduce(Int64(1)) { step, _ in step * 10 }
            let whole = Int64(outcome.people)
            // Shares of 100 % in units of the last digit that counts.
            let share = Int64(outcome.peopleAllCorrect) * 100 * (PredictionValue.scale / step)
            return (2 * share + whole) / (2 * whole) * step
        }
    }
}
