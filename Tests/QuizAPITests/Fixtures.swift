import OpenSSL
import QuizCore
import Synchronization

struct TestCryptography: Cryptography {
    func sha256(_ bytes: [UInt8]) -> [UInt8] { SHA256.hash(bytes) }
    func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] { HMACSHA256.authenticate(message, key: key) }
    func keystream(seed: [UInt8], first: Int, count: Int) -> [UInt64] {
        ChaCha20.keystream(seed: seed, firstWord: first, count: count)
    }
}

/// A clock that stands still until a test moves it: 2026-11-24 08:00 in Việt Nam.
final class TestClock: Sendable {
    static let start: Int64 = 1_795_482_000_000
    private let milliseconds = Mutex<Int64>(start)

    func now() -> Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }
    func advance(_ by: Int64) { milliseconds.withLock { $0 += by } }
}

/// A contest with one round of a week, beginning a day before the clock, and what takes part in it.
enum Example {
    static let vocabulary = Vocabulary(
        topics: [Vocabulary.Term(code: "t", title: Message(vi: "t", en: "t"))],
        groups: [Vocabulary.Term(code: "g", title: Message(vi: "g", en: "g"))],
        unitTypes: [Vocabulary.Term(code: "u", title: Message(vi: "u", en: "u"))]
    )

    static let day: Int64 = 86_400_000

    static func contest(
        id: String = "c",
        mode: Contest.Mode = .contest,
        limit: Int? = 1,
        counts: CountedAttempt = .best,
        showScore: ScoreDisclosure = .submission,
        release: KeyRelease = .roundClosed,
        lateStart: LateStart = .cut,
        prediction: PredictionQuestion? = nil,
        rosterOnly: Bool = false,
        banks: [String] = ["b"],
        attempts: AttemptLimit? = nil,
        mustAnswerAll: Bool = false,
        later: [Round] = [],
        otherUnits: Bool = false,
        idNumber: Bool = false,
        closesIn days: Int64? = 6
    ) -> Contest {
        let start = Timestamp(milliseconds: TestClock.start)
        return Contest(
            id: id,
            mode: mode,
            acceptsPublicBank: true,
            title: "Cuộc thi",
            banks: banks,
            rounds: [
                Round(
                    id: "r",
                    title: "Đợt 1",
                    opens: start.adding(milliseconds: -day),
                    closes: days.map { start.adding(milliseconds: $0 * day) }
                )
            ] + later,
            rules: Rules(
                minutes: 20,
                attempts: attempts ?? AttemptLimit(limit: limit, per: .round),
                counts: counts,
                scoring: Scoring(right: 1_000, wrong: 0, blank: 0, partial: .proportional),
                duration: .lastChange,
                ranking: [.score, .duration],
                showScore: showScore,
                release: release,
                identity: idNumber ? .idNumber : .phone,
                lateStart: lateStart,
                mustAnswerAll: mustAnswerAll
            ),
            groups: [
                Group(
                    id: "g",
                    title: "Bảng G",
                    minimumAge: 10,
                    unitTypes: ["u"],
                    rosterOnly: rosterOnly,
                    blueprint: [Section(topic: "t", difficulty: nil, count: 4)]
                )
            ],
            prediction: prediction,
            otherUnits: otherUnits,
            registration: idNumber ? RegistrationRules(fields: .init(idNumber: .required)) : nil
        )
    }

    /// Ten questions of three options; `key`: which of them is right.
    static func bank(isPublic: Bool = true, key: Int = 0) -> Bank {
        Bank(
            id: "b",
            isPublic: isPublic,
            title: "B",
            language: "vi",
            licence: "CC0-1.0",
            questions: (0..<10).map { number in
                Question(
                    id: "q\(number)",
                    topic: "t",
                    difficulty: .easy,
                    groups: ["g"],
                    prompt: "Câu \(number)",
                    body: .choice(
                        ChoiceQuestion(
                            kind: .single,
                            options: (0..<3).map { Option(text: "Phương án \(number)/\($0)", isCorrect: $0 == key) }
                        )
                    ),
                    explanation: "Vì vậy \(number)",
                    source: "Luật"
                )
            }
        )
    }

    static func definition(_ contest: Contest, key: Int64 = 1, bank: Bank = bank()) -> Definition {
        let digest = BankDigest(of: bank, by: TestCryptography())
        let pool = QuestionPool(banks: [(bank: bank, digest: digest)], by: TestCryptography())
        return Definition(key: key, contestKey: 1, contest: contest, pool: pool)
    }

    static func version(_ bank: Bank) -> BankVersion {
        BankVersion(
            key: 1,
            bank: bank,
            digest: BankDigest(of: bank, by: TestCryptography()),
            version: 1,
            importedAt: Timestamp(milliseconds: 0)
        )
    }

    static func id(_ number: UInt8) -> PublicID? {
        PublicID(bytes: [UInt8](repeating: number, count: 16))
    }

    static func contestant(in contest: String = "c") -> Contestant? {
        id(7).map {
            Contestant(
                key: 7,
                id: $0,
                contest: contest,
                name: "Nguyễn Văn An",
                displayName: "An N.V.",
                group: "g",
                unitCode: "u1",
                unitTitle: "Xã Một"
            )
        }
    }

    static let unit = Unit(code: "u1", title: "Xã Một", type: "u", parent: nil)

    /// An attempt over the first questions of the pool in the order of the bank, every option `b` chosen.
    static func attempt(
        seal: Seal? = nil,
        definition: Int64 = 1,
        startedAt: Timestamp = Timestamp(milliseconds: TestClock.start)
    ) -> Attempt? {
        guard let id = Self.id(9), let nonce = Self.id(8) else { return nil }
        return Attempt(
            key: 5,
            id: id,
            contest: "c",
            definition: definition,
            contestant: 7,
            group: "g",
            round: "r",
            number: 1,
            nonce: nonce,
            startedAt: startedAt,
            deadline: startedAt.adding(milliseconds: 1_200_000),
            paper: Paper(items: (0..<4).map { Paper.Item(ordinal: $0, order: OptionOrder(count: 3)) }),
            answers: (1...4).map { StoredAnswer(position: $0, choice: #"["b"]"#, sequence: 1, savedAt: startedAt) },
            seal: seal
        )
    }

    static func seal(score: Int = 3_000) -> Seal {
        Seal(
            sealedAt: Timestamp(milliseconds: TestClock.start + 600_000),
            cause: .contestant,
            duration: 600_000,
            marks: MarkedPaper(score: score, maximum: 4_000, correct: score / 1_000)
        )
    }
}
