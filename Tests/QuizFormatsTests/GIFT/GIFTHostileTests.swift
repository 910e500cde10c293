import QuizCore
import QuizFormats
import Testing

/// Files that are broken, or meant to break the server.
struct GIFTHostileTests {
    private let sample = """
        // question: 1  name: x
        $CATEGORY: a/b

        ::T::[html]<p>Một &amp; <b>hai</b></p>{~%50%x#f ~%50%y\\n =z####g}

        Số {#=%100%3:0.5=%50%1..2~#w} sau

        Nối {=a -> b = -> c}

        """

    @Test func everyPrefixIsReadOrTold() {
        let bytes = Array(sample.utf8)
        for count in 0...bytes.count {
            let bank = GIFT.read(Array(bytes[..<count]))
            #expect(!bank.faults.isEmpty || !bank.questions.isEmpty)
        }
    }

    @Test func signsInAnyOrderDoNoHarm() {
        var random = SplitMix(state: 7)
        let signs = Array("{}~=#:%->\\n[html]<p>&; ab1.\n\n/$CATEGORY:ạ\u{301}👩🏽")
        for _ in 0..<3_000 {
            let text = String(
                (0..<Int.random(in: 0...60, using: &random)).compactMap { _ in signs.randomElement(using: &random) }
            )
            let bank = GIFT.read(Array(text.utf8))
            #expect(!bank.faults.isEmpty || !bank.questions.isEmpty || !bank.unsupported.isEmpty)
        }
        for _ in 0..<500 {
            let bytes = (0..<100).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(!GIFT.read(bytes).faults.isEmpty)
        }
    }

    @Test(
        arguments: [
            "{", "}", "{\n\n", "}\n\n", "~", "a{=", "{~a", "\\", "<a ", "&a", "[id:", "// [tag:", "::", "####",
            "a{#1..", "->",
        ]
    )
    func muchOfOneThingIsReadInTime(_ sign: String) {
        let clock = ContinuousClock()
        let many = String(repeating: sign, count: (1 << 17) / sign.utf8.count)
        for text in [many, "a{=b " + many + "}", "[html]" + many + "{T}", "// " + many + "\na{T}"] {
            let bytes = Array(text.utf8)
            let took = clock.measure { _ = GIFT.read(bytes) }
            #expect(took < .seconds(30), "\(sign): \(took)")
        }
    }

    @Test(
        arguments: [
            "Q {~%99999999999999999%a ~%50%b ~%-100%c}", "Q {=a ~%99999999999999999%b}",
            "Q {#=%99999999999999999%3 =%50%4}", "Q {%99999999999999999%a =b}",
        ]
    )
    func weightsBeyondAllNumbersAreNone(_ text: String) {
        let bank = GIFT.read(Array(text.utf8))
        #expect(bank.questions.count + bank.faults.count > 0)
        #expect(!told(bank.notices).contains { $0.contains("99999999") })
    }

    @Test func aFaultShowsNoHiddenCharacters() {
        let faults = told(GIFT.read(Array("Q {#3\u{0}^\u{202E}}".utf8)).faults)
        #expect(
            faults.count == 1 && faults.contains { $0.contains("'3\u{FFFD}^\u{FFFD}' is no numeric answer") },
            "\(faults)"
        )
    }

    @Test func aMegabyteOfBracesIsOneFault() {
        let bank = GIFT.read(Array(repeating: UInt8(ascii: "{"), count: 1 << 20))
        #expect(told(bank.faults).map { $0.prefix(28) } == ["1:1: this { is not closed by"])
    }

    @Test func manyQuestionsAreReadInTime() {
        let one =
            "// [id:q-%] [tag:topic:mat-khau]\n::q::[html]<p>Câu hỏi về <b>mật khẩu</b> số %?</p>{\n\t=Đúng rồi#Tốt\n"
            + "\t~Sai\n\t~Sai nữa\n\t~Vẫn sai\n####Vì mật khẩu dài khó đoán.\\n\\nNguồn\\: Sổ tay\n}\n\n"
        let text = (0..<10_000).map { one.replacing("%", with: "\($0)") }.joined()
        var bank = ForeignBank()
        let took = ContinuousClock().measure { bank = GIFT.read(Array(text.utf8)) }
        #expect(bank.questions.count == 10_000)
        // In release it takes well under 2 s; without optimisation on a busy machine much longer.
        #expect(took < .seconds(60), "\(took)")
    }
}
