/// The days on which offices in Việt Nam work.
package struct WorkingCalendar: Hashable, Sendable {
    /// Public holidays with the days taken for them (`QuestionBanks/vocabulary.yaml`); a holiday that is missing there
    /// makes a date come earlier, never later.
    package let holidays: Set<CalendarDay>

    package init(holidays: Set<CalendarDay>) {
        self.holidays = holidays
    }

    /// Not at weekends, nor on holidays.
    package func isWorking(_ day: CalendarDay) -> Bool {
        !day.isWeekend && !holidays.contains(day)
    }

    /// The last of so many working days after a day, which does not count itself.
    package func day(after day: CalendarDay, working count: Int) -> CalendarDay {
        var (day, left) = (day, count)
        while left > 0 {
            day = day.next
            if isWorking(day) { left -= 1 }
        }
        return day
    }
}

extension CalendarDay {
    package var next: CalendarDay { adding(days: 1) }

    package func adding(days: Int) -> CalendarDay {
        CalendarDay(of: start.adding(milliseconds: Int64(days) * Self.length))
    }

    /// 00:00 of the day after: the end of this one.
    package var end: Timestamp { start.adding(milliseconds: Self.length) }

    /// The first day of 1970 was a Thursday.
    var isWeekend: Bool {
        let days = (start.milliseconds + Self.offset) / Self.length
        let fromMonday = ((days + 3) % 7 + 7) % 7
        return fromMonday >= 5
    }
}
