/// The rules of one contest, as its organizer wrote them.
package struct Contest: Hashable, Sendable {
    /// ASCII letters, digits, `-`, `_`, `.`; at most 64; part of every address of the contest.
    package let id: String
    package let mode: Mode
    /// A real contest must say it to draw from a bank whose key is public (I3).
    package let acceptsPublicBank: Bool
    package let title: String
    /// Ids of the banks to draw from; at least one, no two alike.
    package let banks: [String]
    /// Ordered by opening, without overlap; at least one.
    package let rounds: [Round]
    package let rules: Rules
    /// At least one; ids are group codes of the vocabulary.
    package let groups: [Group]
    package let prediction: PredictionQuestion?
    /// One board over all rounds; `nil`: none.
    package let cumulative: Cumulative?
    package let prizes: Prizes
    /// Whether somebody may name a unit that the register lacks.
    package let otherUnits: Bool
    package let registration: RegistrationRules
    /// `nil`: who people are is kept until somebody erases it.
    package let retention: Retention?

    package init(
        id: String,
        mode: Mode,
        acceptsPublicBank: Bool,
        title: String,
        banks: [String],
        rounds: [Round],
        rules: Rules,
        groups: [Group],
        prediction: PredictionQuestion?,
        cumulative: Cumulative? = nil,
        prizes: Prizes = .none,
        otherUnits: Bool = false,
        registration: RegistrationRules? = nil,
        retention: Retention? = nil
    ) {
        self.id = id
        self.mode = mode
        self.acceptsPublicBank = acceptsPublicBank
        self.title = title
        self.banks = banks
        self.rounds = rounds
        self.rules = rules
        self.groups = groups
        self.prediction = prediction
        self.cumulative = cumulative
        self.prizes = prizes
        self.otherUnits = otherUnits
        self.registration = registration ?? RegistrationRules(fields: .standard(for: rules.identity))
        self.retention = retention
    }

    package enum Mode: String, CaseIterable, Hashable, Sendable {
        case contest, demo, practice
    }

    package func round(_ id: String) -> Round? {
        rounds.first { $0.id == id }
    }

    package func group(_ id: String) -> Group? {
        groups.first { $0.id == id }
    }

    /// What a person of `group` can reach on a board.
    ///
    /// Of the board over all rounds: in as many rounds as count and have opened by `moment`.
    ///
    /// Unit: thousandths of a point.
    package func maximum(in round: String, of group: String, at moment: Timestamp) -> Int {
        guard let group = self.group(group) else { return 0 }
        func most(_ round: Round) -> Int { questionCount(of: group, in: round) * rules.scoring.right }
        guard round == Cumulative.round, let cumulative else { return self.round(round).map(most) ?? 0 }
        let opened = rounds.filter { $0.opens <= moment }.map(most).sorted(by: >)
        return switch cumulative.rule {
        case .sum: opened.reduce(0, +)
        case .best(let count): opened.prefix(count).reduce(0, +)
        case .last: opened.first ?? 0
        }
    }

    /// The chain that ranks a board: that of the round, or of the one over all rounds.
    package func ranking(of round: String) -> [Criterion] {
        if round == Cumulative.round, let cumulative { return cumulative.ranking }
        return self.round(round)?.ranking ?? rules.ranking
    }

    /// Whether there is a board under this name: a round, or the one over all rounds.
    package func hasBoard(of round: String) -> Bool {
        round == Cumulative.round ? cumulative != nil : self.round(round) != nil
    }

    /// Whether the board of a round hangs on the prediction.
    package func ranksByPrediction(in round: String) -> Bool {
        prediction != nil && ranking(of: round).contains(.prediction)
    }

    /// What a group's papers of a round are made of.
    package func blueprint(of group: Group, in round: Round) -> [Section] {
        round.blueprints[group.id] ?? group.blueprint
    }

    /// Where a round's papers come from.
    package func banks(of round: Round) -> [String] {
        round.banks ?? banks
    }

    /// How many questions a paper of a group has in a round.
    package func questionCount(of group: Group, in round: Round) -> Int {
        blueprint(of: group, in: round).reduce(0) { $0 + $1.count }
    }

    /// Whether a paper of a round may hold a question, on whatever day.
    package func canDraw(_ question: Question, from bank: String, in round: Round) -> Bool {
        banks(of: round).contains(bank)
            && groups.contains { group in
                question.groups.contains(group.id)
                    && blueprint(of: group, in: round).contains { $0.admits(question) }
            }
    }

    /// The round that is open at `moment`.
    package func openRound(at moment: Timestamp) -> Round? {
        rounds.first { $0.isOpen(at: moment) }
    }

    /// The year by which ages count: that of `moment`, but none before the contest opens or after it closes (I15).
    package func year(at moment: Timestamp) -> Int {
        let first = rounds.map(\.opens).min() ?? moment
        let last = rounds.allSatisfy { $0.closes != nil } ? rounds.compactMap(\.closes).max() : nil
        return CalendarDay(of: max(first, min(moment, last ?? moment))).year
    }

    /// The first moment after `moment` at which a round opens or closes; `nil`: none will.
    package func nextChange(after moment: Timestamp) -> Timestamp? {
        rounds.flatMap { [$0.opens, $0.closes].compactMap { $0 } }.filter { $0 > moment }.min()
    }

    /// The round to show when none is named: the open one, else the last that opened, else the first.
    package func currentRound(at moment: Timestamp) -> Round {
        openRound(at: moment) ?? rounds.last { $0.opens <= moment } ?? rounds[0]
    }
}

/// A window of a contest, half-open: `[opens, closes)`.
package struct Round: Hashable, Sendable {
    package let id: String
    package let title: String
    package let opens: Timestamp
    /// Only a demo round may stay open for ever.
    package let closes: Timestamp?
    /// Its own chain; `nil`: that of the contest.
    package let ranking: [Criterion]?
    /// Some of the contest's banks; `nil`: all of them.
    package let banks: [String]?
    /// By group; a group that is not named keeps its own.
    package let blueprints: [String: [Section]]

    package init(
        id: String,
        title: String,
        opens: Timestamp,
        closes: Timestamp?,
        ranking: [Criterion]? = nil,
        banks: [String]? = nil,
        blueprints: [String: [Section]] = [:]
    ) {
        self.id = id
        self.title = title
        self.opens = opens
        self.closes = closes
        self.ranking = ranking
        self.banks = banks
        self.blueprints = blueprints
    }

    package func isOpen(at moment: Timestamp) -> Bool {
        opens <= moment && !isClosed(at: moment)
    }

    package func isClosed(at moment: Timestamp) -> Bool {
        closes.map { $0 <= moment } ?? false
    }
}

/// An audience group: an own blueprint, an own board, own prizes.
package struct Group: Hashable, Sendable {
    package let id: String
    package let title: String
    /// Contest year minus birth year must reach it.
    ///
    /// Unit: years.
    package let minimumAge: Int?
    package let maximumAge: Int?
    /// Types of unit whose people belong to it; empty: any.
    package let unitTypes: [String]
    /// Only people of a roster.
    package let rosterOnly: Bool
    /// At least one section.
    package let blueprint: [Section]

    package init(
        id: String,
        title: String,
        minimumAge: Int? = nil,
        maximumAge: Int? = nil,
        unitTypes: [String] = [],
        rosterOnly: Bool = false,
        blueprint: [Section]
    ) {
        self.id = id
        self.title = title
        self.minimumAge = minimumAge
        self.maximumAge = maximumAge
        self.unitTypes = unitTypes
        self.rosterOnly = rosterOnly
        self.blueprint = blueprint
    }
}

/// One row of the exam matrix: so many questions of this topic and difficulty.
package struct Section: Hashable, Sendable {
    /// `nil`: any topic.
    package let topic: String?
    /// `nil`: any difficulty.
    package let difficulty: Difficulty?
    /// At least 1.
    package let count: Int

    package init(topic: String?, difficulty: Difficulty?, count: Int) {
        self.topic = topic
        self.difficulty = difficulty
        self.count = count
    }

    package func admits(_ question: Question) -> Bool {
        (topic == nil || topic == question.topic) && (difficulty == nil || difficulty == question.difficulty)
    }
}
