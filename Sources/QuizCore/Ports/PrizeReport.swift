/// Who gets the prizes of a contest, with everything that people read about it.
package struct PrizeReport: Sendable {
    /// In the order of tables and boards; those that are not over have no winners.
    package let boards: [Board]
    package let collective: [Collective]
    /// Everybody that a board names, by internal key.
    package let people: [Int64: Person]
    /// Everybody who is excluded, by name, whether they would win or not.
    package let excluded: [Person]
    package let decisions: [Decision]
    package let draws: [Draw]

    package init(
        boards: [Board],
        collective: [Collective],
        people: [Int64: Person],
        excluded: [Person],
        decisions: [Decision],
        draws: [Draw]
    ) {
        self.boards = boards
        self.collective = collective
        self.people = people
        self.excluded = excluded
        self.decisions = decisions
        self.draws = draws
    }

    /// Only what concerns one board.
    package func limited(to round: String) -> PrizeReport {
        PrizeReport(
            boards: boards.filter { $0.name.round == round },
            collective: collective.filter { $0.prize.board == round },
            people: people,
            excluded: excluded,
            decisions: decisions.filter { $0.board.round == round },
            draws: draws.filter { $0.round == round }
        )
    }

    package struct Board: Sendable {
        package let name: PrizeBoardName
        package let table: Int
        package let isOver: Bool
        package let outcomes: [PrizeOutcome]
        package let passedOver: [PassedOver]
        /// By internal key.
        package let results: [Int64: Result]

        package init(
            name: PrizeBoardName,
            table: Int,
            isOver: Bool,
            outcomes: [PrizeOutcome],
            passedOver: [PassedOver],
            results: [Int64: Result]
        ) {
            self.name = name
            self.table = table
            self.isOver = isOver
            self.outcomes = outcomes
            self.passedOver = passedOver
            self.results = results
        }
    }

    /// What somebody reached on a board.
    package struct Result: Hashable, Sendable {
        /// Thousandths of a point; `nil` where the chain does not look at it.
        package let score: Int?
        package let duration: Int64?
        /// The unit it counts for (I14).
        package let unitCode: String
        package let unitTitle: String

        package init(score: Int?, duration: Int64?, unitCode: String, unitTitle: String) {
            self.score = score
            self.duration = duration
            self.unitCode = unitCode
            self.unitTitle = unitTitle
        }
    }

    package struct Person: Hashable, Sendable {
        package let id: PublicID
        package let name: String
        package let displayName: String
        package let birthYear: Int
        package let group: String
        package let exclusion: Exclusion?
        /// `nil`: nobody has looked.
        package let identity: IdentityCheck?

        package init(
            id: PublicID,
            name: String,
            displayName: String,
            birthYear: Int,
            group: String,
            exclusion: Exclusion?,
            identity: IdentityCheck?
        ) {
            self.id = id
            self.name = name
            self.displayName = displayName
            self.birthYear = birthYear
            self.group = group
            self.exclusion = exclusion
            self.identity = identity
        }
    }

    package struct Collective: Sendable {
        package let prize: CollectivePrize
        package let isOver: Bool
        /// Prizes for people that count here are not all decided.
        package let isWaiting: Bool
        package let ranking: CollectiveRanking
        /// By internal key.
        package let units: [Int64: Unit]

        package init(
            prize: CollectivePrize,
            isOver: Bool,
            isWaiting: Bool,
            ranking: CollectiveRanking,
            units: [Int64: Unit]
        ) {
            self.prize = prize
            self.isOver = isOver
            self.isWaiting = isWaiting
            self.ranking = ranking
            self.units = units
        }
    }

    package struct Decision: Sendable {
        package let board: PrizeBoardName
        package let person: Int64
        package let number: Int
        package let reason: String
        package let at: Timestamp
        package let by: String

        package init(board: PrizeBoardName, person: Int64, number: Int, reason: String, at: Timestamp, by: String) {
            self.board = board
            self.person = person
            self.number = number
            self.reason = reason
            self.at = at
            self.by = by
        }
    }

    package struct Draw: Hashable, Sendable {
        package let round: String
        package let text: String
        package let source: String
        package let at: Timestamp
        package let by: String

        package init(round: String, text: String, source: String, at: Timestamp, by: String) {
            self.round = round
            self.text = text
            self.source = source
            self.at = at
            self.by = by
        }
    }
}

extension PrizeReport {
    /// Only what concerns one group.
    package func limited(toGroup group: String) -> PrizeReport {
        PrizeReport(
            boards: boards.filter { $0.name.group == group },
            collective: collective,
            people: people,
            excluded: excluded,
            decisions: decisions.filter { $0.board.group == group },
            draws: draws
        )
    }
}
