extension Field {
    /// A day, `yyyy-MM-dd`.
    func day() -> CalendarDay? {
        guard let written = scalar(vi: "ngày", en: "a day") else { return nil }
        if let day = Self.day(written.text) { return day }
        return tellNeeded(
            vi: "ngày có thật, viết năm-tháng-ngày như 2026-07-01",
            en: "a real day, written year-month-day as 2026-07-01"
        )
    }

    /// A moment in Việt Nam (UTC+7), `yyyy-MM-ddTHH:mm[:ss]`; 24:00 is 00:00 of the next day.
    func moment() -> Timestamp? {
        guard let written = scalar(vi: "thời điểm", en: "a moment") else { return nil }
        let halves = written.text.split(separator: "T", omittingEmptySubsequences: false)
        if halves.count == 2, let day = Self.day(halves[0]), let seconds = Self.seconds(halves[1]) {
            return day.start.adding(milliseconds: seconds * 1_000)
        }
        return tellNeeded(
            vi: "thời điểm theo giờ Việt Nam, viết như 2026-11-30T08:00, không kèm múi giờ",
            en: "a moment of Việt Nam time, written as 2026-11-30T08:00, without a zone"
        )
    }

    private static func day(_ text: some StringProtocol) -> CalendarDay? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = number(parts[0], digits: 4), let month = number(parts[1], digits: 2),
            let day = number(parts[2], digits: 2)
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    /// Since 00:00.
    private static func seconds(_ text: some StringProtocol) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hour = number(parts[0], digits: 2),
            let minute = number(parts[1], digits: 2), let second = parts.count == 3 ? number(parts[2], digits: 2) : 0,
            minute < 60, second < 60
        else { return nil }
        let seconds = hour * 3_600 + minute * 60 + second
        return seconds <= 86_400 ? Int64(seconds) : nil
    }

    private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
        text.utf8.count == digits && text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
    }
}
