extension Timestamp {
    /// As people in Việt Nam write it (I11): `24/11/2026 08:02:03`.
    package var vietnamese: String {
        let day = CalendarDay(of: self)
        let clock = milliseconds - day.start.milliseconds
        return "\(Self.padded(day.day))/\(Self.padded(day.month))/\(day.year) \(Self.clockText(clock))"
    }

    /// RFC 3339 in UTC with milliseconds: `2026-11-24T01:02:03.004Z`.
    var utcText: String {
        // A calendar day begins at 00:00 in Việt Nam; shifted by the offset it is the day in UTC.
        let day = CalendarDay(of: adding(milliseconds: -CalendarDay.offset))
        let clock = milliseconds - CalendarDay.offset - day.start.milliseconds
        let thousandths = String(1_000 + clock % 1_000).dropFirst()
        return "\(day.text)T\(Self.clockText(clock)).\(thousandths)Z"
    }

    private static func clockText(_ milliseconds: Int64) -> String {
        let seconds = Int(milliseconds / 1_000)
        return "\(padded(seconds / 3_600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
