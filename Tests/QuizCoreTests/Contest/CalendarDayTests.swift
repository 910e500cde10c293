import QuizCore
import Testing

struct CalendarDayTests {
    @Test(
        arguments: [
            (0, "1970-01-01"), (-25_200_001, "1969-12-31"), (-25_200_000, "1970-01-01"),
            (951_757_199_999, "2000-02-28"), (951_757_200_000, "2000-02-29"), (951_843_600_000, "2000-03-01"),
            (1_709_139_600_000, "2024-02-29"), (1_767_200_399_999, "2025-12-31"), (1_767_200_400_000, "2026-01-01"),
            (4_107_517_199_999, "2100-02-28"), (4_107_517_200_000, "2100-03-01"),
        ] as [(Int64, String)]
    )
    func momentsFallOnTheirDay(_ milliseconds: Int64, _ text: String) {
        #expect(CalendarDay(of: Timestamp(milliseconds: milliseconds)).text == text)
    }

    @Test(arguments: [(1900, 2, 29), (2026, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31), (2026, 1, 0)])
    func whatIsNoDayIsRefused(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    /// Counts the days from 1900 to 2200 one by one.
    @Test func everyDayComesBackFromItsFirstAndLastMoment() throws {
        var start = try #require(CalendarDay(year: 1900, month: 1, day: 1)).start
        #expect(start.milliseconds == -2_208_988_800_000 - CalendarDay.offset)
        var days = 0
        for year in 1900...2200 {
            for month in 1...12 {
                for number in 1...31 {
                    guard let day = CalendarDay(year: year, month: month, day: number) else { continue }
                    #expect(day.start == start)
                    #expect(CalendarDay(of: start) == day)
                    start = start.adding(milliseconds: CalendarDay.length)
                    #expect(CalendarDay(of: start.adding(milliseconds: -1)) == day)
                    days += 1
                }
            }
        }
        #expect(days == 301 * 365 + 73)
    }
}
