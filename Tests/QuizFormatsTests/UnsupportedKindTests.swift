import QuizCore
import QuizFormats
import Testing

struct UnsupportedKindTests {
    private func report(_ text: String, _ format: BankFormat, skips: Bool) throws -> BankReport {
        var settings = ImportSettings()
        settings.fallbackBank = "x"
        settings.topic = "mat-khau"
        settings.difficulty = "easy"
        settings.groups = ["thcs"]
        settings.skipsUnsupported = skips
        let vocabulary = try Shipped.vocabulary()
        return BankReport(Array(text.utf8), format, settings, vocabulary: vocabulary, by: LibCrypto())
    }

    private static let quiz = """
        <quiz><question type="essay"><questiontext format="html"><text>&lt;p&gt;Viết về mật khẩu&lt;/p&gt;</text>\
        </questiontext></question>
        <question type="ddwtos"><questiontext><text>Kéo thả</text></questiontext></question>
        <question type="shortanswer"><questiontext><text>Hai chữ?</text></questiontext>\
        <answer fraction="100"><text>OTP</text></answer></question></quiz>
        """

    static let files: [(BankFormat, String, [Int])] = [
        (.gift, "Viết về mật khẩu {}\n\nHai? {=b ~c}\n", [1]),
        (.moodleXML, quiz, [1, 2]),
        (.csv, "Câu hỏi,A,B,Đáp án,Loại câu\nViết về mật khẩu,,,,Tự luận\nHai?,b,c,A,\n", [2]),
    ]

    @Test(arguments: files) func theyRefuseAFileUnlessTheyAreLeftOut(
        _ format: BankFormat,
        _ text: String,
        _ lines: [Int]
    )
        throws
    {
        let refused = try report(text, format, skips: false)
        #expect(refused.yaml == nil)
        #expect(refused.faults.map(\.line) == lines && refused.faults.allSatisfy(\.isUnsupportedKind))
        #expect(refused.faults.first?.original.contains("Viết về mật khẩu") == true)
        #expect(refused.faulty == lines.count)
        let taken = try report(text, format, skips: true)
        let bank = try Bank(yaml: Array(try #require(taken.yaml).utf8), vocabulary: Shipped.vocabulary())
        #expect(bank.questions.count == 1 && taken.places.count == 1)
        let told = taken.notices.filter(\.isUnsupportedKind)
        #expect(told.map(\.line) == lines && told.allSatisfy { $0.vi.hasPrefix("bỏ qua câu này: ") })
    }

    @Test func faultyQuestionsAreNotLeftOut() throws {
        let told = try report("Viết {}\n\nHai? {=b =c ~d}\n\nBa? {~b ~c}\n", .gift, skips: true)
        #expect(told.yaml == nil && !told.faults.isEmpty && told.faults.allSatisfy { !$0.isUnsupportedKind })
        // A brace that is never closed is a fault, whatever it would have been.
        #expect(try report("Viết {\n\nHai? {=b ~c}\n", .gift, skips: true).yaml == nil)
    }

    @Test func aFileOfNothingElseHasNoQuestions() throws {
        let told = try report("Viết {}\n", .gift, skips: true)
        #expect(told.yaml == nil && !told.faults.isEmpty)
        #expect(try report("Viết {}\n", .gift, skips: false).faults.count == 1)
    }

    @Test func eachFaultShowsItsOwnQuestion() throws {
        let told = try report("Một? {=a ~b}\n\nHai {=c\n\nBa? {}\n\nBốn? {=d ~e}\n", .gift, skips: false)
        #expect(told.faults.map(\.line) == [3, 5])
        #expect(told.faults.map { String($0.original.prefix(3)) } == ["Hai", "Ba?"])
        #expect(told.faulty == 2)
        let sound = try Bank(yaml: Array(try #require(told.sound).utf8), vocabulary: Shipped.vocabulary())
        #expect(sound.questions.map(\.prompt) == ["Một?", "Bốn?"])
    }
}
