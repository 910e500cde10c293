/// What the public sees of a board until the results are published.
package struct BoardPolicy: Hashable, Sendable {
    package enum Show: Hashable, Sendable {
        case live
        /// As it was some time ago.
        ///
        /// Unit: minutes, at least 1.
        case delayed(Int)
        /// Live until so long before the round closes, then still.
        ///
        /// Unit: minutes, at least 1.
        case frozen(Int)
        case hidden
    }

    /// What there is to see at a moment.
    package enum View: Hashable, Sendable {
        case live
        /// What was submitted by then.
        case asOf(Timestamp)
        case hidden
    }

    package let show: Show
    /// How many lines the public sees; `nil`: all.
    ///
    /// Own places with their neighbours are seen all the same.
    package let top: Int?

    package init(show: Show = .live, top: Int? = nil) {
        self.show = show
        self.top = top
    }

    /// What is seen of a round, or with several of the board over them.
    ///
    /// - Parameters:
    ///   - rounds: Those that the board is made of.
    ///   - isPublished: Whether the results are provisional at least: then the policy is over.
    ///   - moment: Now.
    /// - Returns: What there is to see.
    package func view(of rounds: [Round], isPublished: Bool, at moment: Timestamp) -> View {
        if isPublished { return .live }
        switch show {
        case .live: return .live
        case .hidden: return .hidden
        case .delayed(let minutes):
            // In steps, so that one reading serves everybody: what is seen is one to two delays old.
            let step = Int64(minutes) * 60_000
            return .asOf(Timestamp(milliseconds: (moment.milliseconds / step - 1) * step))
        case .frozen(let minutes):
            let ends = rounds.compactMap(\.closes).map { $0.adding(milliseconds: Int64(minutes) * -60_000) }
            return ends.filter { $0 <= moment }.max().map { .asOf($0) } ?? .live
        }
    }

    /// When the view changes next by itself; `nil`: it does not.
    package func nextChange(of rounds: [Round], after moment: Timestamp) -> Timestamp? {
        switch show {
        case .live, .hidden: return nil
        case .delayed(let minutes):
            let step = Int64(minutes) * 60_000
            return Timestamp(milliseconds: (moment.milliseconds / step + 1) * step)
        case .frozen(let minutes):
            let ends = rounds.compactMap(\.closes).map { $0.adding(milliseconds: Int64(minutes) * -60_000) }
            return ends.filter { $0 > moment }.min()
        }
    }
}
