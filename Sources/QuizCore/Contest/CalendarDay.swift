/// A day of the Gregorian calendar in Việt Nam, which keeps UTC+7 all year (I11).
package struct CalendarDay: Comparable, Hashable, Sendable {
    package let year: Int
    /// Range: `1...12`.
    package let month: Int
    /// Range: `1...31`, within the month.
    package let day: Int

    /// The offset of Asia/Ho_Chi_Minh from UTC.
    ///
    /// Unit: milliseconds.
    package static let offset: Int64 = 7 * 3_600_000
    /// Unit: milliseconds.
    package static let length: Int64 = 86_400_000

    /// Checks the day against the calendar.
    ///
    /// - Returns: `nil` if there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2200).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(in: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day it is in Việt Nam at `moment`.
    package init(of moment: Timestamp) {
        // Days since 1970 to a civil date: count in years that begin in March, so that the leap day comes last.
        let days = Self.floorDivide(moment.milliseconds + Self.offset, Self.length)
        let shifted = days + 719_468
        let era = Self.floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = Int(dayOfYear - (153 * marchMonth + 2) / 5 + 1)
        month = Int(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9)
        year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    }

    /// The first moment of the day, 00:00 in Việt Nam.
    package var start: Timestamp {
        let marchYear = Int64(month <= 2 ? year - 1 : year)
        let era = Self.floorDivide(marchYear, 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * Int64(month > 2 ? month - 3 : month + 9) + 2) / 5 + Int64(day) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Timestamp(milliseconds: (era * 146_097 + dayOfEra - 719_468) * Self.length - Self.offset)
    }

    /// As in ISO 8601: `2026-07-01`.
    package var text: String {
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : (value - divisor + 1) / divisor
    }
}
