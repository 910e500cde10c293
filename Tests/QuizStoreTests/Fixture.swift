import Foundation
import OpenSSL
import QuizCore
import QuizStore
import Synchronization

struct TestCryptography: Cryptography {
    func sha256(_ bytes: [UInt8]) -> [UInt8] { SHA256.hash(bytes) }
    func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] { HMACSHA256.authenticate(message, key: key) }
    func keystream(seed: [UInt8], first: Int, count: Int) -> [UInt64] {
        ChaCha20.keystream(seed: seed, firstWord: first, count: count)
    }
}

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
    private let milliseconds = Mutex<Int64>(1_795_500_000_000)

    func now() -> Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }
    func advance(_ by: Int64) { milliseconds.withLock { $0 += by } }
}

/// A real database file with one open contest, removed at the end.
struct Fixture: Sendable {
    let folder: String
    let bank: Bank
    let clock = TestClock()
    let cryptography = TestCryptography()

    static let vocabulary = Vocabulary(
        topics: [Vocabulary.Term(code: "t", title: Message(vi: "t", en: "t"))],
        groups: [Vocabulary.Term(code: "g", title: Message(vi: "g", en: "g"))],
        unitTypes: [Vocabulary.Term(code: "u", title: Message(vi: "u", en: "u"))]
    )

    static func contest(limit: Int, mode: String = "demo", attempts: String = "", rules: String = "") -> String {
        """
        contest: c
        mode: \(mode)
        title: C
        banks: [b]
        rounds: [{ id: r, title: R, opens: 2026-01-01T00:00 }]
        rules:
          minutes: 10
          attempts: { limit: \(limit), per: contest\(attempts) }
        \(rules)
        groups:
          - { id: g, title: G, blueprint: [{ topic: t, count: 5 }] }
        """
    }

    static var bank: Bank {
        Bank(
            id: "b",
            isPublic: true,
            title: "B",
            language: "vi",
            licence: "CC0-1.0",
            questions: (0..<30).map { number in
                Question(
                    id: "q\(number)",
                    topic: "t",
                    difficulty: .easy,
                    groups: ["g"],
                    prompt: "Q \(number)",
                    body: .choice(
                        ChoiceQuestion(
                            kind: .single,
                            options: [
                                Option(text: "A \(number)", isCorrect: true), Option(text: "B \(number)"),
                                Option(text: "C \(number)"),
                            ]
                        )
                    ),
                    explanation: "E",
                    source: "S"
                )
            }
        )
    }

    init(bank: Bank = Self.bank) throws {
        self.bank = bank
        folder = NSTemporaryDirectory() + "quizstore-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    func open(mark: Int64 = 0, observer: StoreObserver = .none) async throws -> Store {
        let file = folder + "/quiz.db"
        return try await Store(
            open: { try SQLiteDatabase(path: file, access: $0) },
            cryptography: cryptography,
            vocabulary: Self.vocabulary,
            mark: mark,
            now: { [clock] in clock.now() },
            observer: observer
        )
    }

    /// Runs `body` over a running store, then drains and closes it.
    func running<Output: Sendable>(
        limit: Int = 1,
        contest: String? = nil,
        observer: StoreObserver = .none,
        _ body: @Sendable @escaping (Store) async throws -> Output
    ) async throws -> Output {
        let store = try await open(observer: observer)
        async let writing: Void = store.run { _ in }
        let result: Result<Output, any Error>
        do {
            if store.definition(of: "c") == nil {
                _ = try await store.add(bank, by: "test")
                try await store.put([Unit(code: "u1", title: "Đống Đa", type: "u", parent: nil)], by: "test")
                let source = Array((contest ?? Self.contest(limit: limit)).utf8)
                let contest = try Contest(yaml: source, vocabulary: Self.vocabulary)
                _ = try await store.apply(contest, source: source, by: "test")
            }
            result = .success(try await body(store))
        } catch {
            result = .failure(error)
        }
        store.close()
        await writing
        return try result.get()
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    func registration(_ number: Int, unit: String = "u1", in store: Store, request: Int? = nil) -> Registration {
        func hash(_ text: String) -> [UInt8] { cryptography.sha256(Array(text.utf8)) }
        return Registration(
            id: id("contestant \(number) \(request ?? number)"),
            contestKey: store.definition(of: "c")?.contestKey ?? 0,
            contest: "c",
            name: "Người \(number)",
            displayName: "N. \(number)",
            sortKey: Array("\(number)".utf8),
            group: "g",
            unit: unit,
            birthYear: 1990,
            position: nil,
            phone: nil,
            consents: ConsentText.standard.filter { $0.purpose == .participation },
            identityHash: hash("identity \(number)"),
            entryCodeHash: hash("code \(request ?? number)"),
            requestKeyHash: hash("request \(request ?? number)"),
            contentHash: hash("content \(number)"),
            session: NewSession(
                hash: hash("session \(request ?? number)"),
                expires: clock.now().adding(milliseconds: 1_000_000)
            )
        )
    }

    func register(_ number: Int, unit: String = "u1", in store: Store) async throws -> Contestant {
        let registration = registration(number, unit: unit, in: store)
        guard case .registered(let contestant) = try await store.register(registration) else {
            throw CocoaError(.featureUnsupported)
        }
        return contestant
    }

    func id(_ text: String) -> PublicID {
        PublicID(bytes: Array(cryptography.sha256(Array(text.utf8)).prefix(16))) ?? id("again")
    }

    func start(_ contestant: Contestant, nonce: String, id name: String, in store: Store) async throws -> StartOutcome {
        guard let definition = store.definition(of: "c"), let group = definition.contest.group("g") else {
            throw CocoaError(.featureUnsupported)
        }
        let cryptography = cryptography
        let nonce = id(nonce)
        let start = AttemptStart(
            contestant: contestant,
            nonce: nonce,
            id: id(name),
            salt: [1],
            definition: definition
        ) { round, number, day, papers in
            let matrix = ExamMatrix(group: group, round: round, pool: definition.pool, day: day, by: cryptography)
            let seen = SeenQuestions(papers: papers, in: matrix)
            let digests = matrix.digests(without: seen, by: cryptography)
            let inputs = Seed.Inputs(
                contest: "c",
                round: round.id,
                contestant: contestant.id,
                number: number,
                nonce: nonce,
                pool: digests
            )
            let seed = Seed(inputs, contestKey: [7], by: cryptography)
            return ExamGenerator.draw(matrix, seen: seen, seed: seed, by: cryptography).map {
                DrawnPaper(paper: $0, seed: seed, digests: digests)
            }
        }
        return try await store.start(start)
    }

    func started(_ contestant: Contestant, _ name: String, in store: Store) async throws -> Attempt {
        switch try await start(contestant, nonce: name, id: name, in: store) {
        case .started(let attempt), .existing(let attempt): return attempt
        default: throw CocoaError(.featureUnsupported)
        }
    }
}
