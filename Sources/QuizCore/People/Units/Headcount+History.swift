extension Headcount {
    /// What held on a day: of everybody and of each group the newest count made by then, in the order of the groups.
    ///
    /// A count without a day is older than any with one; of two of the same day the later in the list holds.
    ///
    /// `day`: `nil`: whenever they were made.
    package static func newest(of history: [Headcount], on day: CalendarDay? = nil) -> [Headcount] {
        var newest: [String?: Headcount] = [:]
        for count in history where Self.isMade(count, by: day) {
            if let former = newest[count.group], count.isOlder(than: former) { continue }
            newest[count.group] = count
        }
        return newest.values.sorted { ($0.group ?? "") < ($1.group ?? "") }
    }

    private static func isMade(_ count: Headcount, by day: CalendarDay?) -> Bool {
        guard let day, let made = count.countedOn else { return true }
        return made <= day
    }

    private func isOlder(than other: Headcount) -> Bool {
        guard let day = other.countedOn else { return false }
        return countedOn.map { $0 < day } ?? true
    }
}
