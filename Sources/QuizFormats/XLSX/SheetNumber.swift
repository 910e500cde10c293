import QuizCore

/// Numbers of cells as texts.
enum SheetNumber {
    /// As it is shown; `nil` if the cell holds no number.
    static func text(_ written: String, _ format: NumberFormat, from1904: Bool) -> String? {
        guard let value = Double(written), value.isFinite else { return nil }
        switch format {
        case .general: return plain(value)
        case .decimals(let count): return fixed(value, count)
        case .percent(let count): return fixed(value * 100, count).map { $0 + "%" }
        case .day: return day(value, from1904)
        case .time: return clock(value)
        case .dayAndTime:
            guard let day = day(value, from1904), let clock = clock(value) else { return nil }
            return clock == "00:00" ? day : day + " " + clock
        }
    }

    private static let powers: [Double] = (0..<15).reduce(into: [1.0]) { powers, _ in
        powers.append(powers[powers.count - 1] * 10)
    }

    /// With as many decimals as 15 digits in all need, since programs write 0.1 + 0.2 with all its noise.
    private static func plain(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
        if abs(value) < 1e9 {
            for power in powers {
                let rounded = (value * power).rounded() / power
                if abs(rounded - value) <= abs(value) * 1e-15 { return decimal(rounded) }
            }
        }
        return "\(value)"
    }

    /// Without an exponent, where that is short.
    private static func decimal(_ value: Double) -> String {
        let text = "\(value)"
        guard text.contains("e") else { return text }
        return DecimalText.fixed(value, 15) ?? text
    }

    private static func fixed(_ value: Double, _ decimals: Int) -> String? {
        DecimalText.fixed(value, decimals) ?? plain(value)
    }

    /// `yyyy-MM-dd`; day 60 of the calendar from 1900 never was.
    private static func day(_ value: Double, _ from1904: Bool) -> String? {
        guard (0..<2_958_466).contains(value) else { return nil }
        let serial = Int64(value.rounded(.down))
        let first = from1904 ? CalendarDay(year: 1904, month: 1, day: 1) : CalendarDay(year: 1900, month: 1, day: 1)
        guard let first, from1904 || serial != 60, from1904 || serial > 0 else { return nil }
        let days = from1904 ? serial : serial - (serial > 60 ? 2 : 1)
        return CalendarDay(of: first.start.adding(milliseconds: days * CalendarDay.length)).text
    }

    private static func clock(_ value: Double) -> String? {
        guard (0..<2_958_466).contains(value) else { return nil }
        let minutes = Int64(((value - value.rounded(.down)) * 1_440).rounded()) % 1_440
        let digits = { (number: Int64) in (number < 10 ? "0" : "") + String(number) }
        return digits(minutes / 60) + ":" + digits(minutes % 60)
    }
}

/// Numbers with a given count of decimals.
private enum DecimalText {
    /// `nil` for what is too large to be counted exactly.
    static func fixed(_ value: Double, _ decimals: Int) -> String? {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        // Halves go away from zero, as spreadsheet programs round.
        let scaled = (value * scale * (1 + 1e-15)).rounded()
        guard abs(scaled) < 1e17 else { return nil }
        let digits = String(Int64(scaled).magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
        let whole = padded.dropLast(decimals)
        let sign = scaled < 0 ? "-" : ""
        return decimals == 0 ? sign + whole : sign + whole + "." + padded.suffix(decimals)
    }
}
