import Foundation
import OpenSSL
import QuizCore

/// Questions and people made up for item statistics.
enum Crowd {
    static func question(_ id: String, _ body: QuestionBody) -> Question {
        Question(
            id: id,
            topic: "t",
            difficulty: .easy,
            groups: ["g"],
            prompt: "Câu \(id)",
            body: body,
            explanation: "",
            source: ""
        )
    }

    static func pick(_ count: Int, key: [Int]) -> QuestionBody {
        let options = (0..<count).map { Option(text: "Phương án \($0)", isCorrect: key.contains($0)) }
        return .choice(ChoiceQuestion(kind: key.count > 1 ? .multiple : .single, options: options))
    }

    static func definition(_ bodies: [QuestionBody]) -> Definition {
        let bank = Bank(
            id: "b",
            isPublic: true,
            title: "B",
            language: "vi",
            licence: "CC0-1.0",
            questions: bodies.enumerated().map { question(id($0.offset), $0.element) }
        )
        let digest = BankDigest(of: bank, by: LibCrypto())
        let group = Group(id: "g", title: "G", blueprint: [Section(topic: "t", difficulty: nil, count: 1)])
        let contest = Contest(
            id: "c",
            mode: .practice,
            acceptsPublicBank: true,
            title: "C",
            banks: ["b"],
            rounds: [Round(id: "r", title: "R", opens: Timestamp(milliseconds: 0), closes: nil)],
            rules: Rules(
                minutes: 10,
                attempts: AttemptLimit(limit: nil, per: .contest),
                counts: .best,
                scoring: Scoring(right: 1_000, wrong: 0, blank: 0, partial: .proportional),
                duration: .lastChange,
                ranking: [.score],
                showScore: .submission,
                release: .roundClosed,
                identity: .none,
                lateStart: .full
            ),
            groups: [group],
            prediction: nil
        )
        let pool = QuestionPool(banks: [(bank: bank, digest: digest)], by: LibCrypto())
        return Definition(key: 1, contestKey: 1, contest: contest, pool: pool)
    }

    /// Sorted as the numbers are.
    static func id(_ number: Int) -> String {
        number < 10 ? "q0\(number)" : "q\(number)"
    }

    static func items(_ bodies: [QuestionBody]) -> ItemList {
        var list = ItemList()
        list.add(definition(bodies))
        return list
    }

    static func answer(_ item: Int, of count: Int, _ picked: [Int], credit: Int) -> Sitting.Answer {
        Sitting.Answer(
            item: item,
            order: OptionOrder(count: count),
            choice: .places(PlaceSet(places: picked)),
            credit: credit
        )
    }

    /// A report over sittings, in windows from the first start to the last.
    static func report(_ sittings: [Sitting], _ bodies: [QuestionBody]) -> ItemReport {
        let starts = sittings.map(\.startedAt).sorted()
        let none = Timestamp(milliseconds: 0)
        var analysis = ItemAnalysis(
            items: items(bodies),
            slots: TimeSlots(from: starts.first ?? none, through: starts.last ?? none)
        )
        for sitting in sittings { analysis.add(sitting) }
        return analysis.report()
    }

    /// Everybody answers every question of a matrix of ones and zeros.
    static func whole(_ matrix: [[Int]]) -> ItemReport {
        let bodies = (matrix.first ?? []).map { _ in pick(2, key: [0]) }
        let sittings = matrix.enumerated().map { person, row in
            Sitting(
                person: Int64(person),
                startedAt: Timestamp(milliseconds: Int64(person)),
                answers: row.enumerated().map { answer($0.offset, of: 2, [1 - $0.element], credit: $0.element * 1_000) }
            )
        }
        return report(sittings, bodies)
    }

    /// What makes a contest worth looking at.
    struct Plot {
        var people = 240
        var questions = 15
        var length = 6
        /// Of how many the question in the middle of the bank is known from the middle of the time on.
        var leaked = 0.0
        /// How much abler the last are than the first.
        var growth = 0.0
        /// Whether the key of the second question is wrong: the third option is the right one.
        var wrongKey = false
    }

    static func contest(_ plot: Plot, seed: UInt64) -> ItemReport {
        let bodies = (0..<plot.questions).map { _ in pick(4, key: [0]) }
        var random = SmallRandom(seed: seed)
        let sittings = (0..<plot.people).map { person in
            let when = Double(person) / Double(plot.people)
            let ability = (0..<6).reduce(-3.0) { sum, _ in sum + random.share() } * 1.4 + plot.growth * when
            let asked = (0..<plot.questions).shuffled(using: &random).prefix(plot.length)
            return Sitting(
                person: Int64(person),
                startedAt: Timestamp(milliseconds: Int64(person) * 60_000),
                answers: asked.map { item in
                    let isTold = item == plot.questions / 2 && when >= 0.5 && random.share() < plot.leaked
                    let logit = ability + 1.2 - 2.4 * Double(item) / Double(plot.questions)
                    let knows = random.share() < 1 / (1 + exp(-logit)) || isTold
                    let truth = plot.wrongKey && item == 1 ? 2 : 0
                    let picked = knows ? truth : (truth + 1 + Int(random.share() * 3)) % 4
                    return answer(item, of: 4, [picked], credit: picked == 0 ? 1_000 : 0)
                }
            )
        }
        return report(sittings, bodies)
    }
}
