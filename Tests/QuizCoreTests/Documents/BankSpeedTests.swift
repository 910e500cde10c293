import QuizCore
import Testing

struct BankSpeedTests {
    #if DEBUG
    private static let size = 1_000
    #else
    private static let size = 10_000
    #endif

    /// Ten thousand questions are 8 MB, more than a province has; released code takes a second or two.
    @Test func aLargeBankIsReadInSeconds() throws {
        let questions = (1...Self.size).map { number in
            """
              - id: q-\(number)
                topic: mat-khau
                difficulty: easy
                groups: [can-bo, nguoi-dan, thcs]
                kind: single
                prompt: Câu hỏi số \(number) về mật khẩu và tài khoản, viết dài như một câu hỏi thật trong ngân hàng?
                options:
                  - text: Phương án thứ nhất của câu \(number), cũng dài như thật
                    correct: true
                  - text: Phương án thứ hai của câu \(number), cũng dài như thật
                  - text: Phương án thứ ba của câu \(number), cũng dài như thật
                  - text: Phương án thứ tư của câu \(number), cũng dài như thật
                explanation: Vì sao phương án thứ nhất đúng, giải thích trong một hai câu như trong ngân hàng thật.
                source: Thực hành tốt về mật khẩu (NIST SP 800-63B)

            """
        }
        let head = "bank: lon\ntitle: Lớn\nlanguage: vi\nlicence: CC-BY-4.0\nquestions:\n"
        let yaml = Array((head + questions.joined()).utf8)
        var count = 0
        let elapsed = try ContinuousClock().measure {
            count = try Bank(yaml: yaml, vocabulary: words).questions.count
        }
        #expect(count == Self.size)
        #expect(elapsed < .seconds(10), "\(yaml.count) bytes: \(elapsed)")
    }
}
