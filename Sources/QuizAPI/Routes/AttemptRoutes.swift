import HTTPTypes
import Hummingbird
import QuizCore

extension API {
    func addAttemptRoutes(to api: inout RouteTable) {
        api.post("contests/:contest/attempts") { request, context in
            try await start(request, try definition(context), context)
        }
        api.get("attempts/:id") { _, context in try await attempt(context) }
        api.put("attempts/:id/answers/:position") { request, context in try await save(request, context) }
        api.put("attempts/:id/prediction") { request, context in try await predict(request, context) }
        api.post("attempts/:id/submission") { request, context in try await submit(request, context) }
        api.get("attempts/:id/result") { _, context in try await result(context) }
    }

    private func start(_ request: Request, _ definition: Definition, _ context: APIContext) async throws -> Response {
        let contest = definition.contest
        let contestant = try contestant(context, in: contest.id)
        guard !contestant.owesConsent else { throw Problem.consentNeeded }
        let body = try await StrictBody(request, keys: ["nonce"])
        guard let nonce = try body.token("nonce") else { throw body.missing("nonce") }
        guard let key = contestKeys.key(contest.id), let group = contest.group(contestant.group),
            let id = PublicID(bytes: random(16))
        else { throw Problem.internal }
        let start = AttemptStart(contestant: contestant, nonce: nonce, id: id, salt: random(16), definition: definition)
        {
            [matrices, cryptography] round, number, day, papers in
            let matrix = matrices.matrix(definition, group, round, day, cryptography)
            let seen = SeenQuestions(papers: papers, in: matrix)
            let digests = matrix.digests(without: seen, by: cryptography)
            let inputs = Seed.Inputs(
                contest: contest.id,
                round: round.id,
                contestant: contestant.id,
                number: number,
                nonce: nonce,
                pool: digests
            )
            let seed = Seed(inputs, contestKey: key, by: cryptography)
            return ExamGenerator.draw(matrix, seen: seen, seed: seed, by: cryptography).map {
                DrawnPaper(paper: $0, seed: seed, digests: digests, algorithm: matrix.algorithm)
            }
        }
        switch try await store.start(start) {
        case .started(let attempt): return try paper(attempt, status: .created)
        case .existing(let attempt): return try paper(attempt, status: .ok)
        case .exhausted: throw Problem.attemptsExhausted
        case .paused(let end): throw Problem.attemptPaused(until: end, now: now())
        case .closed:
            throw Problem.roundNotOpen(opens: contest.rounds.first { now() < $0.opens }?.opens)
        case .unfillable: throw Problem.internal
        }
    }

    func owned(_ context: APIContext) async throws -> Attempt {
        let contestant = try contestant(context)
        guard let attempt = try await store.attempt(try attemptID(context), of: contestant.key) else {
            throw Problem.notFound
        }
        return attempt
    }

    private func attempt(_ context: APIContext) async throws -> Response {
        try paper(try await owned(context), status: .ok)
    }

    private func save(_ request: Request, _ context: APIContext) async throws -> Response {
        let contestant = try contestant(context)
        let id = try attemptID(context)
        let position = try position(context)
        let body = try await StrictBody(request, keys: ["choice", "sequence"])
        guard let choice = try body.words("choice") else { throw body.missing("choice") }
        let answer = AnswerSave(
            attempt: id,
            contestant: contestant.key,
            position: position,
            choice: choice,
            sequence: try body.sequence()
        )
        let (savedAt, sequence) = try accepted(try await store.save(answer))
        return .json(
            JSONText { json in
                json.field("savedAt", savedAt)
                json.field("sequence", sequence)
            }
        )
    }

    func position(_ context: APIContext) throws -> Int {
        guard let typed = context.path.get("position"), let position = Int(typed), (1...999).contains(position),
            String(position) == typed
        else { throw Problem.notFound }
        return position
    }

    private func predict(_ request: Request, _ context: APIContext) async throws -> Response {
        let contestant = try contestant(context)
        let id = try attemptID(context)
        let body = try await StrictBody(request, keys: ["value", "sequence"])
        let typed = try body.requiredText("value")
        // How many decimals are asked for is known with the attempt, whose definition is pinned (I14).
        guard let value = PredictionValue(typed, decimals: PredictionValue.maximumDecimals) else {
            throw Self.noPrediction
        }
        let prediction = PredictionSave(
            attempt: id,
            contestant: contestant.key,
            value: value.scaled,
            sequence: try body.sequence()
        )
        let outcome = try await store.predict(prediction)
        if outcome == .invalidChoice { throw Self.noPrediction }
        let (savedAt, sequence) = try accepted(outcome)
        return .json(
            JSONText { json in
                json.field("savedAt", savedAt)
                json.field("sequence", sequence)
                json.field("value", value.text)
            }
        )
    }

    private static var noPrediction: Problem {
        .invalid(
            "value",
            "Hãy nhập một số không âm, ví dụ 1250 hoặc 87,5, không nhiều chữ số thập phân hơn câu hỏi yêu cầu.",
            "Give a number that is not negative, with no more decimals than the question asks for."
        )
    }

    private func accepted(_ outcome: SaveOutcome) throws -> (Timestamp, Int64) {
        switch outcome {
        case .saved(let moment, let sequence): return (moment, sequence)
        case .superseded(let stored): throw Problem.superseded(stored)
        case .sealed: throw Problem.sealed
        case .late: throw Problem.late
        case .revealed: throw Problem.revealed
        case .notFound: throw Problem.notFound
        case .invalidChoice:
            throw Problem.invalid(
                "choice",
                "Câu trả lời không hợp với câu hỏi.",
                "The choice does not fit the question."
            )
        }
    }

    private func submit(_ request: Request, _ context: APIContext) async throws -> Response {
        let contestant = try contestant(context)
        let id = try attemptID(context)
        _ = try await StrictBody(request, keys: [])
        guard let attempt = try await store.submit(id, of: contestant.key) else { throw Problem.notFound }
        guard let seal = attempt.seal else { throw Problem.unanswered(attempt.blanks) }
        return .json(
            JSONText { json in
                json.field("id", attempt.id.hex)
                json.field("sealedAt", seal.sealedAt)
                json.field("sealedBy", seal.cause.rawValue)
                if attempt.voidedAt != nil { json.field("voided", true) }
                json.field("durationMs", seal.duration)
                score(attempt, &json)
            }
        )
    }

    /// The total and nothing else, once it may be known (I3).
    func score(_ attempt: Attempt, _ json: inout JSONText) {
        guard let seal = attempt.seal, let disclosure = disclosure(attempt) else { return }
        if disclosure.showsScore(attempt.round) { json.field("score", seal.marks.score) }
        json.field("maxScore", seal.marks.maximum)
    }

    private func paper(_ attempt: Attempt, status: HTTPResponse.Status) throws -> Response {
        guard let definition = store.definition(version: attempt.definition) else { throw Problem.internal }
        let prediction = definition.contest.prediction
        let prepared = prepared.questions(of: definition)
        return .json(
            JSONText { json in
                json.field("id", attempt.id.hex)
                json.field("contest", attempt.contest)
                json.field("number", attempt.number)
                json.field("round", attempt.round)
                json.field("nonce", attempt.nonce.hex)
                json.field("state", attempt.seal == nil ? "open" : "sealed")
                json.field("startedAt", attempt.startedAt)
                json.field("deadline", attempt.deadline)
                json.field("serverTime", now())
                if let seal = attempt.seal {
                    json.field("sealedAt", seal.sealedAt)
                    json.field("durationMs", seal.duration)
                    score(attempt, &json)
                } else {
                    json.list("questions", attempt.paper.items.enumerated()) { json, numbered in
                        let (index, item) = numbered
                        json.object { json in
                            if let ready = prepared[item.ordinal] {
                                ready.write(item.order, position: index + 1, to: &json)
                            } else {
                                let question = definition.pool.questions[item.ordinal]
                                json.fields(of: question, item, position: index + 1)
                            }
                        }
                    }
                    if !attempt.revealed.isEmpty { json.list("revealed", attempt.revealed) { $0.value($1) } }
                    json.list("answers", attempt.answers) { json, answer in
                        json.object { json in
                            json.field("position", answer.position)
                            json.field("choice", json: answer.choice)
                            json.field("sequence", answer.sequence)
                            json.field("savedAt", answer.savedAt)
                        }
                    }
                }
                if let prediction {
                    json.object("prediction") { json in
                        json.field("prompt", prediction.prompt)
                        json.field("decimals", prediction.decimals)
                        if let stored = attempt.prediction {
                            json.field("value", PredictionValue(scaled: stored.value).text)
                            json.field("sequence", stored.sequence)
                        }
                    }
                }
            },
            status: status
        )
    }

    private func result(_ context: APIContext) async throws -> Response {
        let attempt = try await owned(context)
        guard let seal = attempt.seal else { throw Problem.attemptOpen }
        guard let definition = store.definition(version: attempt.definition),
            let disclosure = keyDisclosure(attempt)
        else { throw Problem.internal }
        let board = BoardID(contest: attempt.contest, round: attempt.round, group: attempt.group)
        let placed = store.place(of: attempt.contestant, on: board)
        let isReleased = disclosure.releasesKey
        let isScoreShown = disclosure.showsScore(attempt.round)
        let isLive = store.definition(of: attempt.contest).map { status(of: board, $0).view == .live } ?? true
        return .json(
            JSONText { json in
                json.field("id", attempt.id.hex)
                json.field("round", attempt.round)
                json.field("number", attempt.number)
                json.field("state", "sealed")
                score(attempt, &json)
                if isReleased { json.field("correct", seal.marks.correct) }
                json.field("durationMs", seal.duration)
                json.field("sealedAt", seal.sealedAt)
                json.field("sealedBy", seal.cause.rawValue)
                // A board that is not live shows no live places either.
                if let placed, isScoreShown, disclosure.showsTotals(attempt.round), isLive {
                    json.field("place", placed.place)
                    json.field("of", placed.of)
                }
                // Which of several attempts is the best tells about their scores.
                if definition.contest.mode != .practice,
                    isScoreShown || definition.contest.rules.counts != .best
                {
                    json.field("counted", placed?.attempt == attempt.key)
                }
                json.field("released", isReleased)
                if isReleased {
                    explanations(attempt, definition, &json)
                } else {
                    json.field("releaseAt", disclosure.releaseAt)
                }
            }
        )
    }

    private func explanations(_ attempt: Attempt, _ definition: Definition, _ json: inout JSONText) {
        json.list("questions", 1..<attempt.paper.items.count + 1) { json, position in
            json.object { explanation(attempt, position, definition, &$0) }
        }
    }

    /// One question with its key, why, and what was chosen; only once it may be known (I3).
    func explanation(_ attempt: Attempt, _ position: Int, _ definition: Definition, _ json: inout JSONText) {
        let scoring = definition.contest.rules.scoring
        let item = attempt.paper.items[position - 1]
        let question = definition.pool.questions[item.ordinal]
        let stored = attempt.answers.last { $0.position == position }?.choice ?? "[]"
        let choice = Choice(stored: stored, for: question.body)
        json.fields(of: question, item, position: position, withKey: true)
        json.field("choice", json: stored)
        let isVoid = definition.pool.voided.contains(item.ordinal)
        let mark = Marking.mark(choice, question.body, order: item.order, scoring: scoring)
        json.field("score", isVoid ? scoring.right : mark)
        if isVoid { json.field("voided", true) }
        json.field("maxScore", scoring.right)
        if !question.explanation.isEmpty { json.field("explanation", question.explanation) }
        if !question.source.isEmpty { json.field("source", question.source) }
    }
}
