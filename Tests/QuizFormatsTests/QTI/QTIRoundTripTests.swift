import QuizCore
import QuizFormats
import Testing

/// What goes out as a package comes in again.
struct QTIRoundTripTests {
    private func comesBack(_ bank: Bank, _ version: QTIVersion, _ images: [String: [UInt8]] = [:]) throws {
        let written = try QTI.write(bank, as: version, images: images)
        let read = QTI.read(written.bytes)
        #expect(told(read.faults) == [] && told(read.notices) == [])
        #expect(written.notices.isEmpty)
        #expect(read.images == images)
        let stock = ImageStock(files: read.images, by: LibCrypto())
        let vocabulary = try Shipped.vocabulary()
        let again = try read.bank(ImportSettings(), vocabulary: vocabulary, images: stock, by: LibCrypto())
        #expect(again == bank)
    }

    @Test(arguments: Shipped.banks, QTIVersion.allCases)
    func aShippedBankComesBackWhole(_ name: String, _ version: QTIVersion) throws {
        try comesBack(Shipped.bank(name), version, Shipped.images(name))
    }

    @Test(arguments: QTIVersion.allCases) func everyKindComesBack(_ version: QTIVersion) throws {
        try comesBack(Shipped.kinds(), version)
        try comesBack(Bank(yaml: Array(manyKinds.utf8), vocabulary: Shipped.vocabulary()), version)
    }

    @Test(arguments: QTIVersion.allCases) func twoOptionsThatReadLikeAStatementStayTwoOptions(
        _ version: QTIVersion
    ) throws {
        let yaml = """
            bank: b
            title: B
            language: vi
            licence: CC0-1.0
            questions:
              - id: q
                topic: mat-khau
                difficulty: easy
                groups: [thcs]
                kind: single
                prompt: Câu nào hợp với chỗ trống?
                options: [{ text: Đúng }, { text: Sai, correct: true }]

            """
        try comesBack(Bank(yaml: Array(yaml.utf8), vocabulary: Shipped.vocabulary()), version)
    }

    @Test(arguments: QTIVersion.allCases) func spacesAndMarkUpInTextsComeBack(_ version: QTIVersion) throws {
        let frame = "topic: mat-khau, difficulty: easy, groups: [thcs]"
        let yaml = """
            bank: "007"
            public: true
            title: "Hai  khoảng\\ntrống <b> & \\"nháy\\""
            language: en-GB
            licence: CC0
            questions:
              - { id: "1.", \(frame), kind: single, prompt: "  a\\n\\n   b  <br> &amp; </p> ]]>", explanation: "x\\n y",
                  options: [{ text: "1\u{A0}000" , correct: true }, { text: "<i>a</i>", pinned: true }, { text: "c  d", pinned: true }] }
              - { id: "A", \(frame), kind: match, prompt: Nối, extra: ["z", "a", "m"],
                  pairs: [{ left: "b\\nb", right: "y" }, { left: "a", right: "b" }] }
              - { id: "a", \(frame), kind: order, prompt: Xếp, items: [{ text: "3" }, { text: "1" }, { text: "2" }, { text: " 0\\n" }] }
              - { id: "s", \(frame), kind: short, prompt: "Điền _____ vào", answers: ["a  b", "\\"<&>'"] }
              - { id: "n", \(frame), kind: numeric, prompt: "Bao nhiêu?", answer: "0,000000000000000001", unit: "a  b" }
              - { id: "m", \(frame), kind: numeric, prompt: "Bao nhiêu nữa?", answer: "123456789012345678", tolerance: "1000" }
              - { id: "t", \(frame), kind: trueFalse, prompt: "Thế à?", options: [{ text: "Nên", correct: true }, { text: "Không", pinned: true }] }
              - { id: "p", \(frame), kind: multiple, prompt: "Chọn", source: "chỉ nguồn",
                  options: [{ text: "x", correct: true, pinned: true }, { text: "y", correct: true, pinned: true }, { text: "z", pinned: true }] }
            """
        try comesBack(Bank(yaml: Array(yaml.utf8), vocabulary: Shipped.vocabulary()), version)
    }

    @Test(arguments: QTIVersion.allCases) func theSameBankGivesTheSameBytes(_ version: QTIVersion) throws {
        let bank = try Shipped.kinds()
        let first = try QTI.write(bank, as: version)
        let second = try QTI.write(bank, as: version)
        #expect(first.bytes == second.bytes)
    }

    private func many(_ count: Int) throws -> Bank {
        let questions = (1...count).map { number in
            Question(
                id: "q-\(number)",
                topic: "mat-khau",
                difficulty: .easy,
                groups: ["thcs"],
                prompt: "Câu số \(number) hỏi gì?",
                body: .choice(
                    ChoiceQuestion(kind: .single, options: [Option(text: "a", isCorrect: true), Option(text: "b")])
                ),
                explanation: "Vì \(number).",
                source: ""
            )
        }
        return Bank(id: "m", isPublic: false, title: "M", language: "vi", licence: "CC0", questions: questions)
    }

    @Test func aPackageIsFullAtSoManyQuestions() throws {
        try comesBack(many(1_999), .v21)
        let error = try #require(throws: Faults.self) { try QTI.write(many(2_000), as: .v30) }
        #expect(error.faults.map(\.message.en).joined().contains("a package takes 1999; this bank has 2000: split it"))
    }

    @Test func aSourceWithinAnExplanationIsTold() throws {
        let yaml = manyKinds.replacing("Sai vì thế.", with: "Nguồn: đâu?\\nSai vì thế.")
        let bank = try Bank(yaml: Array(yaml.utf8), vocabulary: Shipped.vocabulary())
        #expect(
            try QTI.write(bank, as: .v21).notices.map(\.en) == [
                "question a-3: a line of the explanation begins with 'Source: ' and will be read as the source"
            ]
        )
    }
}
