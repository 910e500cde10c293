import QuizCore
import QuizStore

/// What there is to be asked for, and the tokens of those who ask.
struct Population: Sendable {
    let contestant: Contestant
    /// Values of path parameters, by thing.
    let values: [Thing: [String: String]]

    private static let absentID = String(repeating: "0", count: 32)
    private static let password = PasswordHash(salt: [1], cost: 2, blockSize: 1, parallelism: 1, hash: [1])

    init(_ world: World) async throws {
        let store = world.store
        for bank in ["b", "b2"] { _ = try await store.add(Self.bank(bank), by: "test") }
        try await store.put(
            ["u1", "u2"].map { Unit(code: $0, title: $0, type: "u", parent: nil) },
            by: "test"
        )
        for (contest, bank) in [("c", "b"), ("d", "b2")] {
            let source = Array(Self.contest(contest, bank: bank).utf8)
            let definition = try Contest(yaml: source, vocabulary: World.vocabulary)
            _ = try await store.apply(definition, source: source, by: "test")
        }
        for role in Role.allCases {
            guard let grant = role.grant else { continue }
            _ = try await store.addAccount(
                NewAccount(name: role.rawValue, password: Self.password, grants: [grant]),
                by: "test"
            )
        }
        for (name, contest) in [("dau-moi-c", "c"), ("dau-moi-d", "d")] {
            let grant = Grant(role: .coordinator, contest: contest, unit: "u1")
            let account = NewAccount(name: name, password: Self.password, grants: [grant])
            _ = try await store.addAccount(account, by: "test")
        }
        let own = try await Self.register(1, "c", in: store)
        let other = try await Self.register(2, "c", in: store)
        let stranger = try await Self.register(3, "d", in: store)
        contestant = own
        let common = [
            "group": "g", "round": "r", "position": "1", "session": Self.absentID, "purpose": "participation",
        ]
        let digest = String(repeating: "0", count: 64)
        values = [
            .own: common.merging([
                "contest": "c", "unit": "u1", "attempt": try await Self.start(own, in: store), "account": "dau-moi-c",
                "bank": "b", "contestant": own.id.hex, "digest": digest,
            ]) { $1 },
            .foreign: common.merging([
                "contest": "d", "unit": "u2", "attempt": try await Self.start(other, in: store),
                "account": "dau-moi-d", "bank": "b2", "contestant": stranger.id.hex, "digest": digest,
            ]) { $1 },
            .absent: common.merging([
                "contest": "khong-co", "unit": "khong-co", "attempt": Self.absentID, "account": "khong-co",
                "bank": "khong-co", "contestant": Self.absentID, "digest": digest,
            ]) { $1 },
        ]
    }

    /// The address of an operation on a thing.
    func path(_ operation: Operation, _ thing: Thing) -> String {
        let values = values[thing] ?? [:]
        var path = operation.path.replacing(/\{(\w+)\}/) { values[String($0.1)] ?? "x" }
        if operation.scope == .unit { path += "?contest=c" }
        if operation.path.contains("/audit") { path += "?purpose=x&contest=\(values["contest"] ?? "x")" }
        return path
    }

    /// A new session each time: some operations end it.
    func token(_ role: Role, _ number: Int, in store: Store) async throws -> String? {
        guard role != .anonymous else { return nil }
        let digits = String(number)
        let token = String(repeating: "t", count: 43 - digits.count) + digits
        let session = NewSession(
            hash: TestCryptography().sha256(Array(token.utf8)),
            expires: World.moment.adding(milliseconds: 3_600_000)
        )
        if role == .contestant {
            _ = try await store.signIn(entryCodeHash: Self.hash("code 1"), session: session)
        } else if let account = try await store.account(named: role.rawValue) {
            _ = try await store.openStaffSession(account: account.key, session: session)
        }
        return token
    }

    // MARK: What it consists of

    private static func hash(_ text: String) -> [UInt8] { TestCryptography().sha256(Array(text.utf8)) }

    private static func id(_ text: String) throws -> PublicID {
        guard let id = PublicID(bytes: Array(hash(text).prefix(16))) else { throw StoreError.broken(text) }
        return id
    }

    private static func contest(_ id: String, bank: String) -> String {
        """
        contest: \(id)
        mode: demo
        title: Cuộc thi
        banks: [\(bank)]
        rounds: [{ id: r, title: R, opens: 2026-01-01T00:00 }]
        rules:
          minutes: 60
          attempts: { limit: 3, per: contest }
        groups:
          - { id: g, title: G, blueprint: [{ topic: t, count: 3 }] }
        """
    }

    private static func bank(_ id: String) -> Bank {
        Bank(
            id: id,
            isPublic: false,
            title: id,
            language: "vi",
            licence: "CC0-1.0",
            questions: (0..<5).map { number in
                Question(
                    id: "q\(number)",
                    topic: "t",
                    difficulty: .easy,
                    groups: ["g"],
                    prompt: "Câu \(number) của \(id)",
                    body: .choice(
                        ChoiceQuestion(
                            kind: .single,
                            options: [Option(text: "A \(number)", isCorrect: true), Option(text: "B \(number)")]
                        )
                    ),
                    explanation: "E",
                    source: "S"
                )
            }
        )
    }

    private static func register(_ number: Int, _ contest: String, in store: Store) async throws -> Contestant {
        let registration = Registration(
            id: try id("contestant \(number)"),
            contestKey: store.definition(of: contest)?.contestKey ?? 0,
            contest: contest,
            name: "Người \(number)",
            displayName: "N. \(number)",
            sortKey: Array("\(number)".utf8),
            group: "g",
            unit: "u1",
            birthYear: 1990,
            position: nil,
            phone: nil,
            consents: ConsentText.standard.filter { $0.purpose == .participation },
            identityHash: hash("identity \(number)"),
            entryCodeHash: hash("code \(number)"),
            requestKeyHash: hash("request \(number)"),
            contentHash: hash("content \(number)"),
            session: NewSession(hash: hash("session \(number)"), expires: World.moment)
        )
        guard case .registered(let contestant) = try await store.register(registration) else {
            throw StoreError.broken("contestant \(number)")
        }
        return contestant
    }

    private static func start(_ contestant: Contestant, in store: Store) async throws -> String {
        guard let definition = store.definition(of: contestant.contest), let group = definition.contest.group("g")
        else {
            throw StoreError.broken("definition")
        }
        let cryptography = TestCryptography()
        let nonce = try id("nonce \(contestant.key)")
        let attempt = try id("attempt \(contestant.key)")
        let start = AttemptStart(
            contestant: contestant,
            nonce: nonce,
            id: attempt,
            salt: [1],
            definition: definition
        ) { round, number, day, papers in
            let matrix = ExamMatrix(group: group, round: round, pool: definition.pool, day: day, by: cryptography)
            let seen = SeenQuestions(papers: papers, in: matrix)
            let digests = matrix.digests(without: seen, by: cryptography)
            let inputs = Seed.Inputs(
                contest: contestant.contest,
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
        guard case .started = try await store.start(start) else { throw StoreError.broken("attempt") }
        return attempt.hex
    }
}
