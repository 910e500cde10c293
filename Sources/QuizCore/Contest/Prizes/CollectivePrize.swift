/// Prizes for units: schools, communes, agencies.
package struct CollectivePrize: Hashable, Sendable {
    package let title: String
    /// A round, or ``Cumulative/round`` for all of them together.
    package let board: String
    package let groups: [String]
    /// A unit of these types competes with all people of its subtree.
    package let unitTypes: [String]
    package let formula: CollectiveFormula
    /// Compares units that the formula leaves level; those that it leaves level too share a place.
    package let second: CollectiveFormula?
    /// Units with fewer people do not compete.
    package let minimum: Int
    package let places: [PrizePlace]
    /// The organizers may decide between level units; else those share the place.
    package let isDecidedByHand: Bool

    package init(
        title: String,
        board: String,
        groups: [String],
        unitTypes: [String],
        formula: CollectiveFormula,
        second: CollectiveFormula? = nil,
        minimum: Int = 1,
        places: [PrizePlace],
        isDecidedByHand: Bool = false
    ) {
        self.title = title
        self.board = board
        self.groups = groups
        self.unitTypes = unitTypes
        self.formula = formula
        self.second = second
        self.minimum = minimum
        self.places = places
        self.isDecidedByHand = isDecidedByHand
    }

    /// Whether units need a headcount to compete.
    package var needsHeadcount: Bool {
        formula.needsHeadcount || second?.needsHeadcount ?? false
    }
}

/// What units are compared by: weighted terms, added up.
package struct CollectiveFormula: Hashable, Sendable {
    package enum Term: String, CaseIterable, Hashable, Sendable {
        /// People with a result.
        case participants
        /// Those of a hundred of the headcount.
        case rate
        /// Points, the mean of the best so many results.
        case meanOfTop
        /// Points for the prizes that people of the unit won.
        case prizePoints
    }

    /// In the order of ``Term``, none twice; weights from 1 to 1,000.
    package let terms: [WeighedTerm]
    /// How many results ``Term/meanOfTop`` takes; those that are missing count as none.
    package let top: Int
    /// By the title of a place.
    package let points: [String: Int]

    package struct WeighedTerm: Hashable, Sendable {
        package let term: Term
        package let weight: Int

        package init(_ term: Term, weight: Int = 1) {
            self.term = term
            self.weight = weight
        }
    }

    package init(terms: [WeighedTerm], top: Int = 1, points: [String: Int] = [:]) {
        self.terms = terms
        self.top = top
        self.points = points
    }

    package var needsHeadcount: Bool { contains(.rate) }

    package func contains(_ term: Term) -> Bool {
        terms.contains { $0.term == term }
    }
}
