import QuizCore
import Testing

struct NearDuplicatesTests {
    private static let vocabulary = (0..<40).map { "từ\($0)" }

    private func bank(_ id: String, _ questions: [Question]) -> Bank {
        Bank(id: id, isPublic: false, title: id, language: "vi", licence: "CC0", questions: questions)
    }

    private func question(_ id: String, _ prompt: String, _ options: [String] = ["một", "hai"]) -> Question {
        Question(
            id: id,
            topic: "t",
            difficulty: .easy,
            groups: ["g"],
            prompt: prompt,
            body: .choice(
                ChoiceQuestion(
                    kind: .single,
                    options: options.enumerated().map { Option(text: $1, isCorrect: $0 == 0) }
                )
            ),
            explanation: "",
            source: ""
        )
    }

    private struct Found: Hashable {
        let question: Int
        let other: NearDuplicates.Other
        let likeness: Double
    }

    /// The most alike of all before it, found by looking at each.
    private func oracle(_ bank: Bank, _ others: [Bank]) -> [Found] {
        bank.questions.indices.compactMap { index in
            let own = Shingles(of: bank.questions[index])
            let elsewhere = others.enumerated().flatMap { number, other in
                other.questions.indices.map {
                    (NearDuplicates.Other.elsewhere(bank: number, question: $0), Shingles(of: other.questions[$0]))
                }
            }
            let here = (0..<index).map { (NearDuplicates.Other.here($0), Shingles(of: bank.questions[$0])) }
            let likeness = (elsewhere + here).map { ($0, own.likeness(to: $1)) }
            guard let most = likeness.map(\.1).max(), most >= NearDuplicates.threshold,
                let first = likeness.first(where: { $0.1 == most })
            else { return nil }
            return Found(question: index, other: first.0, likeness: most)
        }
    }

    /// Texts that share much: each new question is an old one with words put in, taken out and changed.
    private func questions(_ count: Int, _ random: inout SplitMix) -> [Question] {
        var made: [[String]] = []
        return (0..<count).map { number in
            var words = made.randomElement(using: &random) ?? []
            if words.isEmpty || Int.random(in: 0..<4, using: &random) == 0 {
                words = (0..<Int.random(in: 1...30, using: &random)).map { _ in
                    Self.vocabulary.randomElement(using: &random) ?? ""
                }
            }
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let place = Int.random(in: 0..<max(1, words.count), using: &random)
                let word = Self.vocabulary.randomElement(using: &random) ?? ""
                if words.indices.contains(place), Bool.random(using: &random) {
                    words[place] = word
                } else {
                    words.insert(word, at: min(place, words.count))
                }
            }
            made.append(words)
            let options = (0..<Int.random(in: 2...4, using: &random)).map { "phương án \($0)" }
            return question("q\(number)", words.joined(separator: " "), options)
        }
    }

    @Test(arguments: 0..<40) func itFindsWhatLookingAtEachPairFinds(_ seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        let others = [bank("a", questions(25, &random)), bank("b", questions(25, &random))]
        let own = bank("c", questions(25, &random) + others[1].questions.prefix(3))
        let found = NearDuplicates(in: own, among: others)
        let expected = oracle(own, others)
        #expect(found.isComplete)
        #expect(!expected.isEmpty)
        #expect(
            found.pairs.map { Found(question: $0.question, other: $0.other, likeness: $0.likeness) } == expected
        )
    }

    @Test(
        arguments: [
            ("Mật khẩu nào khó đoán nhất?", "MẬT KHẨU  nào, khó đoán nhất", 1.0...1.0),
            ("Mật khẩu nào khó đoán nhất?", "Mat khau nao kho doan nhat?", 0.0...0.5),
            ("Có nên mở tệp lạ?", "Co\u{301} nên mở tệp lạ?", 1.0...1.0),
            ("1 < 2", "1 > 2", 0.0...0.7),
        ]
    )
    func caseAndSignsDoNotCountButMarksDo(_ one: String, _ other: String, _ likeness: ClosedRange<Double>) {
        let (one, other) = (Shingles(of: question("a", one, [])), Shingles(of: question("b", other, [])))
        #expect(likeness.contains(one.likeness(to: other)))
    }

    @Test func theOrderOfOptionsDoesNotCountAndTheKeyNeither() {
        let one = question("a", "Câu hỏi chung là gì?", ["một con mèo đen", "hai con mèo trắng", "ba con chó"])
        let other = question("b", "Câu hỏi chung là gì?", ["ba con chó", "một con mèo đen", "hai con mèo trắng"])
        #expect(Shingles(of: one).likeness(to: Shingles(of: other)) == 1)
    }

    @Test func oneWordOfAnUsualQuestionMakesNoOther() {
        let options = ["ngày sinh của mình và người thân", "tên của trường đang học", "một cụm nhiều từ ngẫu nhiên"]
        let one = question("a", "Trong các mật khẩu dưới đây, mật khẩu nào khó đoán nhất đối với kẻ gian?", options)
        let other = question("b", "Trong các mật khẩu dưới đây, mật khẩu nào khó dò nhất đối với kẻ gian?", options)
        let found = NearDuplicates(in: bank("x", [one, other]), among: [])
        #expect(found.pairs.map(\.other) == [.here(0)])
    }

    /// Of 602 questions no two come near the threshold: the nearest share less than a third.
    @Test func noTwoQuestionsOfTheShippedBanksAreTold() throws {
        let banks = try ShippedFilesTests.read()
        #expect(banks.count > 10)
        for (index, bank) in banks.enumerated() {
            #expect(NearDuplicates(in: bank, among: Array(banks[..<index])).pairs.isEmpty, "\(bank.id)")
        }
        let all = banks.flatMap(\.questions).map { Shingles(of: $0) }
        var most = 0.0
        for (index, one) in all.enumerated() {
            for other in all[..<index] { most = max(most, one.likeness(to: other)) }
        }
        #expect(most < NearDuplicates.threshold / 2)
    }

    @Test func questionsWithoutWordsAreNotAlike() {
        #expect(
            NearDuplicates(in: bank("x", [question("a", "?", []), question("b", "!", [])]), among: []).pairs.isEmpty
        )
    }

    @Test func aHostileFileIsGivenUpAndThatIsTold() {
        let same = (0..<300).map { question("q\($0)", "mọi câu đều như nhau cả thôi", []) }
        let found = NearDuplicates(in: bank("x", same), among: [], patience: 1_000)
        #expect(!found.isComplete)
    }

    /// Released code takes about a second for ten thousand against ten thousand.
    @Test func largeBanksAreComparedInSeconds() {
        #if DEBUG
        let size = 1_000
        #else
        let size = 10_000
        #endif
        var random = SplitMix(state: 3)
        let own = bank("x", questions(size, &random))
        let other = bank("y", questions(size, &random))
        let elapsed = ContinuousClock().measure { _ = NearDuplicates(in: own, among: [other]) }
        #expect(elapsed < .seconds(10), "\(elapsed)")
    }
}
