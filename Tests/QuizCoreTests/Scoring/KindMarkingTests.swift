import QuizCore
import Testing

/// docs/marking.md, against the plainest reading of it.
struct KindMarkingTests {
    private static let partial = Scoring(right: 1_000, wrong: -250, blank: -50, partial: .proportional)
    private static let whole = Scoring(right: 1_000, wrong: -250, blank: -50, partial: .none)

    private func marks(
        _ words: [ChoiceWord],
        _ body: QuestionBody,
        order: OptionOrder
    ) throws -> [Int] {
        let choice = try #require(Choice(words: words, for: body), "\(words)")
        return [Self.partial, Self.whole].map { Marking.mark(choice, body, order: order, scoring: $0) }
    }

    /// A choice of items by what they say, as shown in `order`.
    private func words(_ items: [String], _ question: OrderQuestion, _ order: OptionOrder) throws -> [ChoiceWord] {
        try items.map { item in
            let place = try #require((0..<order.count).first { question.sorted[order[$0]] == item })
            return .text(PlaceSet.letter(place))
        }
    }

    @Test(
        arguments: [
            ("", -50, -50), ("12345", 1_000, 1_000), ("51234", 750, -250), ("21345", 750, -250), ("13254", 500, -250),
            ("54321", -250, -250), ("43215", 250, -250), ("45123", 500, -250),
        ] as [(String, Int, Int)]
    )
    func order(_ chosen: String, _ withCredit: Int, _ without: Int) throws {
        let question = OrderQuestion(items: ["1", "2", "3", "4", "5"])
        var order = OptionOrder(count: 5)
        order.swapAt(0, 3)
        let words = try words(chosen.map { String($0) }, question, order)
        #expect(try marks(words, .order(question), order: order) == [withCredit, without])
    }

    /// The longest run by trying every subset.
    @Test func orderIsMarkedAsBruteForceSays() throws {
        var random = FixedGenerator(11)
        for _ in 0..<400 {
            let count = Int.random(in: 3...8, using: &random)
            // The right order is any, so that sorting has something to undo.
            let items = (0..<count).map { PlaceSet.letter($0) }.shuffled(using: &random)
            let question = OrderQuestion(items: items)
            let order = shuffledOrder(count, &random)
            let chosen = items.shuffled(using: &random)
            let longest =
                (1..<1 << count).map { subset -> Int in
                    let kept = (0..<count).filter { subset & 1 << $0 != 0 }.compactMap {
                        items.firstIndex(of: chosen[$0])
                    }
                    return kept == kept.sorted() ? kept.count : 0
                }.max() ?? 0
            let share = 1_000 * (longest - 1) / (count - 1)
            let expected = share > 0 ? share : -250
            let words = try words(chosen, question, order)
            #expect(try marks(words, .order(question), order: order)[0] == expected)
        }
    }

    private func shuffledOrder(_ count: Int, _ random: inout FixedGenerator) -> OptionOrder {
        var order = OptionOrder(count: count)
        for (place, original) in (0..<count).shuffled(using: &random).enumerated() { order[place] = original }
        return order
    }

    @Test func matchIsTheShareOfRightPairs() throws {
        var random = FixedGenerator(12)
        for _ in 0..<400 {
            let count = Int.random(in: 2...8, using: &random)
            let texts = (0..<12).map { "vế \($0)" }.shuffled(using: &random)
            let pairs = (0..<count).map { MatchQuestion.Pair(left: "\($0)", right: texts[$0]) }
            let question = MatchQuestion(
                pairs: pairs,
                extra: Array(texts[count..<Int.random(in: count...12, using: &random)])
            )
            let order = shuffledOrder(question.rights.count, &random)
            var right = 0
            var words: [ChoiceWord] = []
            for left in (0..<count).shuffled(using: &random) where Int.random(in: 0..<4, using: &random) > 0 {
                // Half of them right.
                let rights = (0..<order.count).filter { question.rights[order[$0]] == pairs[left].right }
                let isRight = Bool.random(using: &random)
                let place = isRight ? rights[0] : Int.random(in: 0..<order.count, using: &random)
                if rights == [place] { right += 1 }
                words.append(.pair(left: PlaceSet.letter(left), right: PlaceSet.letter(place)))
            }
            let share = 1_000 * right / count
            let expected = words.isEmpty ? -50 : share > 0 ? share : -250
            let marks = try marks(words, .match(question), order: order)
            #expect(marks == [expected, words.isEmpty ? -50 : right == count ? 1_000 : -250])
        }
    }

    /// Suspicious: a, c, d of five.
    @Test(
        arguments: [
            ("", -50, -50), ("acd", 1_000, 1_000), ("ac", 666, -250), ("abcd", 666, -250), ("ab", -250, -250),
            ("abcde", 333, -250), ("b", -250, -250), ("d", 333, -250),
        ] as [(String, Int, Int)]
    )
    func message(_ marked: String, _ withCredit: Int, _ without: Int) throws {
        let parts = "acd".reduce(into: (0..<5).map { ("\($0)", false) }) { parts, letter in
            parts[PlaceSet.place(letter: String(letter), below: 5) ?? 0].1 = true
        }
        let body = QuestionBody.message(
            MessageQuestion(
                channel: .sms,
                parts: parts.map { MessageQuestion.Part(role: .text, text: $0, isSuspicious: $1) }
            )
        )
        let words = marked.map { ChoiceWord.text(String($0)) }
        #expect(try marks(words, body, order: OptionOrder(count: 5)) == [withCredit, without])
    }

    @Test(
        arguments: [
            ("Xác thực hai lớp", 1_000), ("  xác  thực HAI lớp ", 1_000), ("2fa", 1_000), ("xac thuc hai lop", -250),
            ("xác thực hai lớp.", -250), ("", -50), ("   ", -50),
        ] as [(String, Int)]
    )
    func short(_ text: String, _ mark: Int) throws {
        let body = QuestionBody.short(ShortQuestion(answers: ["xác thực hai lớp", "2FA"]))
        #expect(try marks([.text(text)], body, order: OptionOrder(count: 0)) == [mark, mark])
    }

    @Test(
        arguments: [
            ("87,5", 1_000), ("87.5", 1_000), (" 87,50 ", 1_000), ("88", 1_000), ("87", 1_000), ("88,0001", -250),
            ("86.999999999999999999", -250), ("1.087,5", -250), ("87,5 %", -250), ("tám bảy", -250), ("", -50),
        ] as [(String, Int)]
    )
    func numeric(_ text: String, _ mark: Int) throws {
        let answer = try #require(DecimalValue("87,5"))
        let tolerance = try #require(DecimalValue("0.5"))
        let body = QuestionBody.numeric(NumericQuestion(answer: answer, tolerance: tolerance, unit: "%"))
        #expect(try marks([.text(text)], body, order: OptionOrder(count: 0)) == [mark, mark])
    }

    /// What the result shows as right is what earns full points.
    @Test func whatIsShownAsRightIsRight() throws {
        var random = FixedGenerator(13)
        for _ in 0..<100 {
            let items = (0..<6).map { "\($0)" }.shuffled(using: &random)
            let ordered = OrderQuestion(items: items)
            var order = shuffledOrder(6, &random)
            let places = Marking.rightOrder(of: ordered, order: order).map { ChoiceWord.text(PlaceSet.letter($0)) }
            #expect(try marks(places, .order(ordered), order: order) == [1_000, 1_000])

            let pairs = zip("abc", items).map { MatchQuestion.Pair(left: String($0), right: $1) }
            let match = MatchQuestion(pairs: pairs, extra: Array(items.suffix(3)))
            order = shuffledOrder(6, &random)
            let right = Marking.rightPairs(of: match, order: order).map {
                ChoiceWord.pair(left: PlaceSet.letter($0.left), right: PlaceSet.letter($0.right))
            }
            #expect(try marks(right, .match(match), order: order) == [1_000, 1_000])
        }
    }
}
