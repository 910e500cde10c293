/// The year of birth out of what lists hold; no more of the day is kept.
package enum BirthYear {
    /// What days are counted as in workbooks, in cells that are not formatted as days: from 1927 to 2064.
    private static let serials = 10_000...60_000

    /// Reads `2012`, `05/09/2012`, `5-9-2012`, `5.9.2012`, `2012-09-05`, `09/2012` and the bare number of a day.
    ///
    /// - Returns: `nil` for anything else, days that never were included.
    package static func read(_ text: String) -> Int? {
        let signs: Set<Character> = ["/", "-", ".", " "]
        let parts = text.trimmed.split { signs.contains($0) }
        guard (1...3).contains(parts.count), parts.allSatisfy({ (1...5).contains($0.utf8.count) }) else { return nil }
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(part) : nil
        }
        guard numbers.count == parts.count else { return nil }
        switch numbers.count {
        case 1: return alone(numbers[0], digits: parts[0].utf8.count)
        case 2:
            guard (1...12).contains(numbers[0]), parts[1].utf8.count == 4 else { return nil }
            return known(numbers[1])
        default:
            if parts[0].utf8.count == 4 { return day(numbers[2], numbers[1], numbers[0]) }
            guard parts[2].utf8.count == 4 else { return nil }
            // Programs set to another country write the month first; the year is the same.
            return day(numbers[0], numbers[1], numbers[2]) ?? day(numbers[1], numbers[0], numbers[2])
        }
    }

    private static func alone(_ number: Int, digits: Int) -> Int? {
        if digits == 4 { return known(number) }
        guard serials.contains(number), let first = CalendarDay(year: 1900, month: 1, day: 1) else { return nil }
        // Day 60 of the calendar from 1900 never was.
        return CalendarDay(of: first.start.adding(milliseconds: Int64(number - 2) * CalendarDay.length)).year
    }

    private static func known(_ year: Int) -> Int? { (1900...2200).contains(year) ? year : nil }

    private static func day(_ day: Int, _ month: Int, _ year: Int) -> Int? {
        CalendarDay(year: year, month: month, day: day)?.year
    }
}
