import OpenSSL
import QuizCore
import Testing

struct OneTimeCodeTests {
    private static let secret = Array("12345678901234567890".utf8)

    private static func hmac(_ message: [UInt8], _ key: [UInt8]) -> [UInt8] {
        HMACSHA1.authenticate(message, key: key)
    }

    /// RFC 6238, appendix B, of whose eight digits the last six are ours.
    @Test(
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)]
    )
    func itGivesTheCodesOfTheRFC(_ seconds: Int64, _ code: String) {
        let moment = Timestamp(milliseconds: seconds * 1_000)
        let step = OneTimeCode.step(at: moment)
        #expect(OneTimeCode.code(secret: Self.secret, step: step, hmac: Self.hmac) == code)
        #expect(OneTimeCode.match(code, secret: Self.secret, at: moment, hmac: Self.hmac) == step)
        let spaced = "\(code.prefix(3)) \(code.suffix(3))"
        #expect(OneTimeCode.match(spaced, secret: Self.secret, at: moment, hmac: Self.hmac) == step)
    }

    /// One step of tolerance, neither more nor less.
    @Test func clocksMayDifferByOneStep() {
        let step: Int64 = 50_000_000
        let code = OneTimeCode.code(secret: Self.secret, step: step, hmac: Self.hmac)
        for shift in -3...3 as ClosedRange<Int64> {
            let moment = Timestamp(milliseconds: (step + shift) * 30_000)
            let found = OneTimeCode.match(code, secret: Self.secret, at: moment, hmac: Self.hmac)
            #expect(found == (abs(shift) <= 1 ? step : nil))
        }
    }

    @Test(arguments: ["", "28708", "2870822", "28708a", "２８７０８２", "-87082", "+87082", "287082\n287082"])
    func whatIsNoCodeMatchesNothing(_ typed: String) {
        let moment = Timestamp(milliseconds: 59_000)
        #expect(OneTimeCode.match(typed, secret: Self.secret, at: moment, hmac: Self.hmac) == nil)
    }

    /// RFC 4648, section 10.
    @Test(arguments: [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")])
    func secretsAreWrittenInBase32(_ text: String, _ base32: String) {
        #expect(Base32.text(Array(text.utf8)) == base32)
    }

    @Test func theLinkNamesSiteAndAccount() {
        let link = OneTimeCode.link(secret: Self.secret, account: "an", site: "thi.example.vn")
        #expect(link.hasPrefix("otpauth://totp/B%E1%BA%A3ng%20V%C3%A0ng%20thi%2Eexample%2Evn%3A%20an?secret=GEZDGNBV"))
        #expect(link.hasSuffix("&issuer=B%E1%BA%A3ng%20V%C3%A0ng"))
    }

    @Test func recoveryCodesAreReadForgivingly() throws {
        let code = try #require(RecoveryCode(random: [0, 1, 2, 3, 4, 5, 6, 7, 8, 41]))
        #expect(code.text == "01234-56789")
        for typed in ["0123456789", " o1234 56789", "OI234-56789", "0l23456789"] {
            #expect(RecoveryCode(typed) == code)
        }
        for typed in ["012345678", "01234567890", "012345678U", "287082", "０123456789"] {
            #expect(RecoveryCode(typed) == nil)
        }
        #expect(RecoveryCode(random: [1]) == nil)
    }
}
