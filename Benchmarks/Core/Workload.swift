import OpenSSL
import QuizCore

/// What is measured on; the same in every run.
enum Workload {
    static func pool(questions count: Int) -> QuestionPool {
        let questions = (0..<count).map { number in
            let options = (0..<4).map { place in
                Option(text: "Phương án \(place) của câu \(number)", isCorrect: place == number % 4)
            }
            return Question(
                id: "q-\(number)",
                topic: "mat-khau",
                difficulty: Difficulty.allCases[number % 3],
                groups: ["nguoi-dan"],
                prompt: "Câu hỏi \(number)?",
                body: .choice(ChoiceQuestion(kind: .single, options: options)),
                explanation: "Vì thế.",
                source: "Sổ tay"
            )
        }
        let bank = Bank(
            id: "bench",
            isPublic: true,
            title: "Bench",
            language: "vi",
            licence: "CC-BY-4.0",
            questions: questions
        )
        return QuestionPool(banks: [(bank, BankDigest(of: bank, by: Primitives()))], by: Primitives())
    }

    /// Three sections, of 20 questions together.
    static func matrix(_ pool: QuestionPool) -> ExamMatrix {
        let counts: [(Difficulty, Int)] = [(.easy, 8), (.medium, 8), (.hard, 4)]
        let sections = counts.map { Section(topic: "mat-khau", difficulty: $0, count: $1) }
        let group = Group(id: "nguoi-dan", title: "Người dân", blueprint: sections)
        let day = CalendarDay(of: Timestamp(milliseconds: 1_795_500_000_000))
        return ExamMatrix(group: group, pool: pool, day: day, by: Primitives())
    }

    static func definition(_ pool: QuestionPool) -> Definition {
        let start = Timestamp(milliseconds: 1_795_500_000_000)
        let contest = Contest(
            id: "bench",
            mode: .practice,
            acceptsPublicBank: true,
            title: "Bench",
            banks: ["bench"],
            rounds: [Round(id: "r1", title: "R", opens: start, closes: nil)],
            rules: Rules(
                minutes: 20,
                attempts: AttemptLimit(limit: 1, per: .contest),
                counts: .best,
                scoring: Scoring(right: 1_000, wrong: 0, blank: 0, partial: .proportional),
                duration: .lastChange,
                ranking: [.score],
                showScore: .submission,
                release: .roundClosed,
                identity: .none,
                lateStart: .full
            ),
            groups: [],
            prediction: nil
        )
        return Definition(key: 1, contestKey: 1, contest: contest, pool: pool)
    }

    static func board(standings count: Int) -> Leaderboard {
        var generator = SplitMix(3)
        let standings = (0..<Int64(count)).map { standing(of: $0, by: &generator) }
        return Leaderboard(criteria: [.score, .duration, .earliest], ordered: standings.sorted { $0.key < $1.key })
    }

    static func standing(of contestant: Int64, by generator: inout SplitMix) -> Standing {
        let result = RankedResult(
            score: Int(generator.next() % 21) * 1_000,
            duration: Int64(60_000 + generator.next() % 1_140_000),
            startedAt: Timestamp(milliseconds: 1_795_500_000_000 + Int64(generator.next() % 600_000_000))
        )
        let key = RankKey(of: result, by: [.score, .duration, .earliest])
        return Standing(key: key, contestant: contestant, attempt: contestant)
    }
}

/// libcrypto, as the server has it.
struct Primitives: Cryptography {
    func sha256(_ bytes: [UInt8]) -> [UInt8] { SHA256.hash(bytes) }
    func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] { HMACSHA256.authenticate(message, key: key) }
    func keystream(seed: [UInt8], first: Int, count: Int) -> [UInt64] {
        ChaCha20.keystream(seed: seed, firstWord: first, count: count)
    }
}

/// Pseudorandom numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
    }
}
