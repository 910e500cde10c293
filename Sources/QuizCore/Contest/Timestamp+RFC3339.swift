extension Timestamp {
    /// Reads RFC 3339 with up to milliseconds: `2026-11-30T08:00:00.000+07:00`; without an offset it is Việt Nam's time
    /// (I11), and seconds may be left out, as pages send it.
    package init?(rfc3339 text: String) {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2, let day = Self.day(halves[0]) else { return nil }
        var clock = halves[1]
        var offset = CalendarDay.offset
        if clock.last == "Z" {
            clock = clock.dropLast()
            offset = 0
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let size = Self.minutes(clock[clock.index(after: sign)...]) else { return nil }
            offset = (clock[sign] == "-" ? -1 : 1) * size * 60_000
            clock = clock[..<sign]
        }
        guard let since = Self.milliseconds(clock) else { return nil }
        self = day.start.adding(milliseconds: since + CalendarDay.offset - offset)
    }

    private static func day(_ text: Substring) -> CalendarDay? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = number(parts[0], 4), let month = number(parts[1], 2),
            let day = number(parts[2], 2)
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    /// Of `HH:mm`.
    private static func minutes(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hours = number(parts[0], 2), let minutes = number(parts[1], 2), hours < 24,
            minutes < 60
        else { return nil }
        return Int64(hours * 60 + minutes)
    }

    /// Of `HH:mm[:ss[.fff]]`.
    private static func milliseconds(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let whole = minutes(parts[0...1].joined(separator: ":")[...]) else {
            return nil
        }
        guard parts.count == 3 else { return whole * 60_000 }
        let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
        guard seconds.count <= 2, let second = number(seconds[0], 2), second < 60 else { return nil }
        guard seconds.count == 2 else { return whole * 60_000 + Int64(second) * 1_000 }
        guard (1...3).contains(seconds[1].count), let fraction = number(seconds[1], seconds[1].count) else {
            return nil
        }
        let scale = [100, 10, 1][seconds[1].count - 1]
        return whole * 60_000 + Int64(second) * 1_000 + Int64(fraction * scale)
    }

    private static func number(_ text: Substring, _ digits: Int) -> Int? {
        text.utf8.count == digits && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
}
