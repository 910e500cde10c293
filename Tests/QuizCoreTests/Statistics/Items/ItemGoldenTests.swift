import Foundation
import QuizCore
import Testing

/// What numpy and scipy make of the same answers (Tests/Statistics/test_items.py).
struct ItemGoldenTests {
    struct File: Decodable {
        let papers: [PaperLine]
        let figures: Figures
    }

    struct PaperLine: Decodable {
        let person: Int64
        let start: Int64
        let answers: [AnswerLine]
    }

    /// Question, what was chosen, credit, time of the last change, how often it was saved.
    struct AnswerLine: Decodable {
        let question: Int
        let places: [Int]?
        let text: String?
        let credit: Int
        let at: Int64
        let sequence: Int64

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            question = try list.decode(Int.self)
            let isBlank = try list.decodeNil()
            text = isBlank ? nil : try? list.decode(String.self)
            places = isBlank || text != nil ? nil : try list.decode([Int].self)
            credit = try list.decode(Int.self)
            at = try list.decode(Int64.self)
            sequence = try list.decode(Int64.self)
        }
    }

    struct Figures: Decodable {
        let items: [ItemLine]
        let mean: Double
        let deviation: Double
        let alpha: Double
        let pairs: Int
        let standardError: Double
    }

    struct ItemLine: Decodable {
        let count: Int
        let blank: Int
        let right: Int
        let facility: Double
        let interval: [Double]
        let discrimination: Double?
        let upperLower: Double
        let lines: [OptionLine]
        let texts: [TextLine]
        let seconds: [Int]
        let cells: [[Int]]
        let drift: DriftLine?
    }

    struct OptionLine: Decodable {
        let count: Int
        let discrimination: Double?
    }

    struct TextLine: Decodable {
        let text: String
        let count: Int

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            text = try list.decode(String.self)
            count = try list.decode(Int.self)
        }
    }

    struct DriftLine: Decodable {
        let z: Double
        let p: Double
        let q: Double
        let rise: Double
        let expected: [Double]
    }

    private static let bodies: [QuestionBody] = [
        Crowd.pick(4, key: [0]), Crowd.pick(4, key: [1]), Crowd.pick(4, key: [2]), Crowd.pick(4, key: [3]),
        Crowd.pick(3, key: [0]), Crowd.pick(4, key: [1]), Crowd.pick(4, key: [2]), Crowd.pick(2, key: [0]),
        Crowd.pick(4, key: [3]), Crowd.pick(5, key: [0, 3]), .short(ShortQuestion(answers: ["hoà"])),
        Crowd.pick(4, key: [1]),
    ]

    private static func file() throws -> File {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let file = tests.appending(path: "../../../Statistics/items.json")
        return try JSONDecoder().decode(File.self, from: Data(contentsOf: file))
    }

    private static func sitting(_ paper: PaperLine) -> Sitting {
        Sitting(
            person: paper.person,
            startedAt: Timestamp(milliseconds: paper.start),
            answers: paper.answers.map { line in
                let choice = line.text.map { Choice.text($0) } ?? line.places.map { .places(PlaceSet(places: $0)) }
                let change = Sitting.Change(at: Timestamp(milliseconds: line.at), isOnly: line.sequence == 1)
                return Sitting.Answer(
                    item: line.question,
                    order: OptionOrder(count: Self.optionCount(bodies[line.question])),
                    choice: choice,
                    credit: line.credit,
                    change: choice.map { _ in change }
                )
            }
        )
    }

    private static func optionCount(_ body: QuestionBody) -> Int {
        if case .choice(let question) = body { question.options.count } else { 0 }
    }

    private func equal(_ one: Double?, _ other: Double?, _ what: String) {
        guard let one, let other else {
            #expect(one == nil && other == nil, "\(what)")
            return
        }
        #expect(abs(one - other) <= 1e-9, "\(what): \(one) \(other)")
    }

    @Test func theReportAgreesToTheNinthDecimal() throws {
        let file = try Self.file()
        let report = Crowd.report(file.papers.map(Self.sitting), Self.bodies)
        #expect(report.papers == 240)
        #expect(report.items.count == 12)
        equal(report.meanScore, file.figures.mean, "mean")
        equal(report.deviation, file.figures.deviation, "deviation")
        equal(report.reliability?.alpha, file.figures.alpha, "alpha")
        equal(report.reliability?.standardError, file.figures.standardError, "standard error")
        #expect(report.reliability?.pairs == file.figures.pairs)
        for (item, golden) in zip(report.items, file.figures.items) { compare(item, golden) }
    }

    private func compare(_ item: ItemFigures, _ golden: ItemLine) {
        let id = item.item.question.id
        #expect(item.count == golden.count, "\(id)")
        #expect(item.blank == golden.blank, "\(id)")
        #expect(item.right == golden.right, "\(id)")
        equal(item.facility, golden.facility, "\(id) facility")
        equal(item.interval.low, golden.interval[0], "\(id) low")
        equal(item.interval.high, golden.interval[1], "\(id) high")
        equal(item.discrimination, golden.discrimination, "\(id) discrimination")
        equal(item.upperLower, golden.upperLower, "\(id) upper–lower")
        #expect(item.lines.map(\.count) == golden.lines.map(\.count), "\(id)")
        for (line, golden) in zip(item.lines, golden.lines) {
            equal(line.discrimination, golden.discrimination, "\(id) \(line.label)")
        }
        #expect(item.wrongTexts.map(\.text) == golden.texts.map(\.text))
        #expect(item.wrongTexts.map(\.count) == golden.texts.map(\.count))
        let seconds = item.seconds.map { [$0.count, $0.lower, $0.median, $0.upper] }
        #expect(seconds == golden.seconds, "\(id)")
        #expect(item.windows.map { [$0.count, $0.right] } == golden.cells, "\(id)")
        equal(item.drift?.z, golden.drift?.z, "\(id) z")
        equal(item.drift?.p, golden.drift?.p, "\(id) p")
        equal(item.drift?.q, golden.drift?.q, "\(id) q")
        equal(item.drift?.rise, golden.drift?.rise, "\(id) rise")
        for (window, expected) in zip(item.windows, golden.drift?.expected ?? []) {
            equal(window.expected, expected, "\(id) expected")
        }
    }

    /// In the file one key is wrong, one question leaked, and one cannot be missed.
    @Test func whatWasPlantedIsFlagged() throws {
        let report = Crowd.report(try Self.file().papers.map(Self.sitting), Self.bodies)
        let codes = report.items.map { $0.flags.map(\.code) }
        #expect(codes[3] == [.leak])
        #expect(codes[6] == [.suspectKey, .tooHard])
        #expect(report.items[6].flags.first == .suspectKey("A"))
        #expect(codes[7] == [.tooEasy, .deadDistractors])
        #expect(codes.enumerated().allSatisfy { [3, 6, 7].contains($0.offset) || $0.element.isEmpty })
    }

    @Test func theOrderOfPeopleChangesNothing() throws {
        let sittings = try Self.file().papers.map(Self.sitting)
        var random = SmallRandom(seed: 7)
        let one = Crowd.report(sittings, Self.bodies)
        let other = Crowd.report(sittings.shuffled(using: &random), Self.bodies)
        #expect(String(describing: one) == String(describing: other))
    }
}
