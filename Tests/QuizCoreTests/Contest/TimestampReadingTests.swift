import QuizCore
import Testing

struct TimestampReadingTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("1970-01-01T07:00:00+07:00", 0), ("1970-01-01T07:00", 0),
            ("1970-01-01T00:00:01.5Z", 1_500), ("1970-01-01T00:00:00.003-01:30", 5_400_003),
            ("2026-11-24T13:40:00+07:00", 1_795_502_400_000),
        ] as [(String, Int64)]
    )
    func momentsAreRead(_ text: String, _ milliseconds: Int64) {
        #expect(Timestamp(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "T", "2026-11-24", "2026-13-01T00:00Z", "2026-02-30T00:00Z", "2026-11-24T24:00Z", "2026-11-24T00:60Z",
        "2026-11-24T00:00:00+7", "2026-11-24T00:00:00.1234Z", "２026-11-24T00:00Z", "2026-11-24T00:00ZZ",
    ])
    func whatIsNoneIsRefused(_ text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }
}
