/// How long a contest keeps who people are.
///
/// Then their identities are erased; aggregates and places stay.
package enum Retention: Hashable, Sendable {
    /// That day included.
    case until(CalendarDay)
    /// Counted from the end of the last round.
    case daysAfterClose(Int)
}

extension Contest {
    /// From when on the identities are erased; `nil`: the definition names no date.
    package var erasesFrom: Timestamp? {
        switch retention {
        case nil: nil
        case .until(let day): day.start.adding(milliseconds: CalendarDay.length)
        case .daysAfterClose(let days):
            rounds.compactMap(\.closes).max()?.adding(milliseconds: Int64(days) * CalendarDay.length)
        }
    }
}
