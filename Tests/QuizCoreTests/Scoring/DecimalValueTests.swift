import QuizCore
import Testing

struct DecimalValueTests {
    @Test(
        arguments: [
            ("24", "24"), ("87,5", "87.5"), ("87.5", "87.5"), ("087,50", "87.5"), ("0", "0"), ("-0", "0"),
            ("0,0", "0"), (" -3,25 ", "-3.25"), ("\u{2212}3", "-3"), ("0,000000000000000001", "0.000000000000000001"),
            ("999999999999999999,999999999999999999", "999999999999999999.999999999999999999"), ("1.234", "1.234"),
            ("-0,5", "-0.5"), ("10", "10"), ("100,010", "100.01"),
        ] as [(String, String)]
    )
    func aNumberHasOneForm(_ written: String, _ form: String) throws {
        let value = try #require(DecimalValue(written))
        #expect(value.text == form)
        #expect(DecimalValue(form) == value)
    }

    @Test(
        arguments: [
            "", " ", "-", "+5", "5,", ",5", ".", "1.234,5", "1,234.5", "1.234.567", "1 234", "1e3", "0x10", "٣", "１２",
            "--5", "5-", "NaN", "inf", "1234567890123456789", "0,1234567890123456789", "5,-3", "5 %", "1\u{A0}000",
        ]
    )
    func whatIsNoNumberIsRefused(_ written: String) {
        #expect(DecimalValue(written) == nil)
    }

    @Test func distancesAreExact() throws {
        let value = { (text: String) in try #require(DecimalValue(text)) }
        // In binary floating point 0.1 + 0.2 is not 0.3.
        let tenth = try value("0.1")
        #expect(try value("0.3").isWithin(tenth, of: try value("0.2")))
        #expect(try value("0.300000000000000001").isWithin(tenth, of: try value("0.2")) == false)
        let most = try value("999999999999999999.999999999999999999")
        let least = try value("-999999999999999999.999999999999999999")
        #expect(most.isWithin(most, of: least) == false)
        #expect(most.isWithin(most, of: .zero))
        #expect(try value("-3").isNegative && !DecimalValue.zero.isNegative)
    }

    /// Against whole hundredths.
    @Test func toleranceAgreesWithWholeNumbers() throws {
        var random = FixedGenerator(16)
        func text(_ hundredths: Int) -> String {
            let digits = String(hundredths.magnitude)
            let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
            return (hundredths < 0 ? "-" : "") + padded.dropLast(2) + (Bool.random(using: &random) ? "," : ".")
                + padded.suffix(2)
        }
        for _ in 0..<2_000 {
            let one = Int.random(in: -500...500, using: &random)
            let other = Int.random(in: -500...500, using: &random)
            let tolerance = Int.random(in: 0...300, using: &random)
            let value = try #require(DecimalValue(text(one)))
            let answer = try #require(DecimalValue(text(other)))
            let span = try #require(DecimalValue(text(tolerance)))
            #expect(value.isWithin(span, of: answer) == (abs(one - other) <= tolerance))
        }
    }
}
