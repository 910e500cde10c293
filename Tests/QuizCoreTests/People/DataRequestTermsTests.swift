import QuizCore
import Testing

/// When requests about personal data are due, against a calendar that counts one day after the other.
struct DataRequestTermsTests {
    private static let holidays: Set<CalendarDay> = Set(
        [(2026, 4, 27), (2026, 4, 30), (2026, 5, 1), (2026, 9, 1), (2026, 9, 2), (2027, 1, 1), (2027, 2, 8)]
            .compactMap { CalendarDay(year: $0.0, month: $0.1, day: $0.2) }
    )
    private static let calendar = WorkingCalendar(holidays: holidays)

    /// Walks from a day whose weekday is known: 1 January 2026 was a Thursday.
    private struct NaiveCalendar {
        private let days: [(day: CalendarDay, weekday: Int)]

        init() {
            var days: [(CalendarDay, Int)] = []
            var weekday = 3
            for year in 2026...2028 {
                for month in 1...12 {
                    for day in 1...31 {
                        guard let day = CalendarDay(year: year, month: month, day: day) else { continue }
                        days.append((day, weekday))
                        weekday = (weekday + 1) % 7
                    }
                }
            }
            self.days = days
        }

        func answer(after received: CalendarDay) -> CalendarDay? {
            days.filter { $0.day > received && $0.weekday < 5 && !holidays.contains($0.day) }.dropFirst().first?.day
        }

        func day(_ count: Int, after received: CalendarDay) -> CalendarDay? {
            days.filter { $0.day > received }.dropFirst(count - 1).first?.day
        }
    }

    @Test func termsAreThoseOfANaiveCalendar() throws {
        let naive = NaiveCalendar()
        let start = try #require(CalendarDay(year: 2026, month: 1, day: 1)).start
        for index in 0..<500 {
            // At another hour of every second day.
            let received = start.adding(milliseconds: Int64(index) * 2 * 86_400_000 + Int64(index % 24) * 3_600_000)
            let day = CalendarDay(of: received)
            let kind = DataRequest.Kind.allCases[index % DataRequest.Kind.allCases.count]
            let terms = DataRequest.Terms(receivedAt: received, kind: kind, calendar: Self.calendar)
            let extended = DataRequest.Terms(
                receivedAt: received,
                kind: kind,
                calendar: Self.calendar,
                isExtended: true
            )
            #expect(terms.answerBy == naive.answer(after: day)?.end, "\(day.text)")
            #expect(terms.doneBy == naive.day(kind.term, after: day)?.end, "\(day.text)")
            #expect(extended.doneBy == naive.day(kind.term * 2, after: day)?.end, "\(day.text)")
        }
    }

    @Test(
        arguments: [
            // A Wednesday; a Friday evening; the Wednesday before four days off.
            ("2026-11-25T10:00", "2026-11-27", "2026-12-15"), ("2026-11-27T23:59", "2026-12-01", "2026-12-17"),
            ("2026-04-29T08:00", "2026-05-05", "2026-05-19"),
        ]
    )
    func anErasureIsDueSo(_ received: String, _ answer: String, _ done: String) throws {
        let moment = try #require(Timestamp(rfc3339: received))
        let terms = DataRequest.Terms(receivedAt: moment, kind: .erasure, calendar: Self.calendar)
        // 24:00 of these days.
        #expect(CalendarDay(of: terms.answerBy.adding(milliseconds: -1)).text == answer)
        #expect(CalendarDay(of: terms.doneBy.adding(milliseconds: -1)).text == done)
    }
}
