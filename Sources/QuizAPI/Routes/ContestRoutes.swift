import Hummingbird
import QuizCore

extension API {
    func addContestRoutes(to api: inout RouteTable) {
        api.get("contests") { _, _ in listContests() }
        api.get("contests/:contest") { _, context in describe(try definition(context)) }
        api.get("contests/:contest/units") { request, context in
            try await listUnits(request, try definition(context))
        }
        api.post("contests/:contest/registrations") { request, context in
            try await register(request, try definition(context))
        }
        api.get("contests/:contest/me") { _, context in try await me(try definition(context), context) }
    }

    private func listContests() -> Response {
        let now = now()
        return .json(
            JSONText { json in
                json.list("items", store.definitions()) { json, definition in
                    let contest = definition.contest
                    json.object { json in
                        json.field("id", contest.id)
                        json.field("title", contest.title)
                        json.field("mode", contest.mode.rawValue)
                        json.field("state", state(contest, now))
                        json.field("opens", contest.rounds.first?.opens)
                        json.field("closes", contest.rounds.last?.closes)
                    }
                }
            }
        )
    }

    func state(_ contest: Contest, _ moment: Timestamp) -> String {
        if contest.openRound(at: moment) != nil { return "open" }
        return contest.rounds.contains { moment < $0.opens } ? "coming" : "closed"
    }

    private func describe(_ definition: Definition) -> Response {
        let contest = definition.contest
        let now = now()
        return .json(
            JSONText { json in
                json.field("id", contest.id)
                json.field("title", contest.title)
                json.field("mode", contest.mode.rawValue)
                json.field("timezone", "Asia/Ho_Chi_Minh")
                json.field("serverTime", now)
                json.field("year", contest.year(at: now))
                json.field("paperKeyCommitment", commitment(contest.id))
                json.list("rounds", contest.rounds) { json, round in
                    json.object { json in
                        json.field("id", round.id)
                        json.field("title", round.title)
                        json.field("opens", round.opens)
                        json.field("closes", round.closes)
                        json.field(
                            "state",
                            round.isOpen(at: now) ? "open" : round.isClosed(at: now) ? "closed" : "coming"
                        )
                        if contest.mode == .contest {
                            let results = store.results(of: contest.id, round: round.id)
                            json.field("results", results.state.rawValue)
                            json.field("objectionsUntil", results.objectionsUntil)
                        }
                        if let ranking = round.ranking { json.list("ranking", ranking) { $0.value($1.rawValue) } }
                    }
                }
                if let cumulative = contest.cumulative {
                    json.object("cumulative") { json in
                        switch cumulative.rule {
                        case .sum: json.field("of", "sum")
                        case .last: json.field("of", "last")
                        case .best(let count):
                            json.field("of", "best")
                            json.field("best", count)
                        }
                        json.list("ranking", cumulative.ranking) { $0.value($1.rawValue) }
                    }
                }
                json.field("currentRound", contest.currentRound(at: now).id)
                json.object("rules") { describe(contest, contest.currentRound(at: now), &$0) }
                json.list("groups", contest.groups) { json, group in
                    json.object { json in
                        json.field("id", group.id)
                        json.field("title", group.title)
                        json.field("questions", contest.questionCount(of: group, in: contest.currentRound(at: now)))
                        json.field("minimumAge", group.minimumAge)
                        json.field("maximumAge", group.maximumAge)
                        json.field("asksPhone", contest.registration.fields.phone != .no)
                        json.field("unitRequired", contest.registration.fields.unit == .required)
                    }
                }
                if let prediction = contest.prediction {
                    json.object("prediction") { json in
                        json.field("prompt", prediction.prompt)
                        json.field("target", prediction.target.rawValue)
                        json.field("decimals", prediction.decimals)
                    }
                }
                json.registration(of: contest, by: cryptography)
                json.field("units", "/api/v1/contests/\(contest.id)/units")
                json.field("otherUnits", contest.otherUnits)
                json.field("certificates", contest.certificates != nil)
            }
        )
    }

    private func describe(_ contest: Contest, _ round: Round, _ json: inout JSONText) {
        let rules = contest.rules
        json.field("minutes", rules.minutes)
        let counts = Set(contest.groups.map { contest.questionCount(of: $0, in: round) })
        if counts.count == 1 { json.field("questions", counts.first) }
        json.object("attempts") { json in
            json.field("limit", rules.attempts.limit)
            json.field("per", rules.attempts.per.rawValue)
            json.field("pauseMinutes", rules.attempts.pause)
        }
        json.field("counts", rules.counts.rawValue)
        json.object("scoring") { json in
            json.field("right", rules.scoring.right)
            json.field("wrong", rules.scoring.wrong)
            json.field("blank", rules.scoring.blank)
            json.field("partial", rules.scoring.partial.rawValue)
        }
        json.field("duration", rules.duration.rawValue)
        json.list("ranking", rules.ranking) { $0.value($1.rawValue) }
        json.field("showScore", rules.showScore.rawValue)
        json.field("release", rules.release.rawValue)
        json.field("identity", rules.identity.rawValue)
        json.field("lateStart", rules.lateStart.rawValue)
        json.field("repeats", rules.repeats.rawValue)
        json.field("difficultyBand", rules.difficultyBand)
        json.field("mustAnswerAll", rules.mustAnswerAll)
    }

    /// What binds the organizers to the key that papers are drawn with, before anybody starts (I6).
    private func commitment(_ contest: String) -> String? {
        contestKeys.key(contest).map { key in
            var bytes = CanonicalBytes()
            bytes.append("bang-vang/contest-key/v1")
            bytes.append(contest)
            bytes.append(key)
            return cryptography.sha256(bytes.bytes).hex
        }
    }

    private func listUnits(_ request: Request, _ definition: Definition) async throws -> Response {
        let query = request.uri.queryParameters
        var types: [String] = []
        if let id = query.get("group") {
            guard let group = definition.contest.group(id) else { throw Problem.notFound }
            types = group.unitTypes
        }
        let limit = min(max(query.get("limit", as: Int.self) ?? 20, 1), 50)
        let register = store.register
        var asked = UnitQuery(text: searchText(query), types: types, day: CalendarDay(of: now()), limit: limit)
        // Who finds nothing can still take the last line.
        let other = definition.contest.otherUnits ? register[Unit.other] : nil
        if other != nil { asked.limit = max(1, limit - 1) }
        let units = register.find(asked) + (other.map { [UnitLine(unit: $0, path: [])] } ?? [])
        return .json(
            JSONText { json in
                json.list("items", units) { json, line in
                    json.object { json in
                        json.field("code", line.unit.code)
                        json.field("title", line.unit.title)
                        json.field("type", line.unit.type)
                        json.field("path", line.path.joined(separator: " › "))
                    }
                }
            }
        )
    }

    /// What is looked for.
    func searchText(_ query: Parameters) -> String {
        (query.text("q") ?? "").prefix(100).split(separator: " ").joined(separator: " ")
    }

    private func register(_ request: Request, _ definition: Definition) async throws -> Response {
        let body = try await StrictBody(
            request,
            keys: [
                "requestKey", "name", "group", "unit", "birthYear", "position", "phone", "idNumber", "consents",
                "consentTexts", "proof", "otherUnit",
            ]
        )
        var form = RegistrationForm()
        form.name = try body.text("name") ?? ""
        form.group = try body.text("group") ?? ""
        form.unit = try body.text("unit") ?? ""
        form.birthYear = Int(clamping: try body.integer("birthYear") ?? 0)
        form.position = try body.text("position")
        form.phone = try body.text("phone")
        form.idNumber = try body.text("idNumber")
        form.consents = try body.texts("consents") ?? []
        form.otherUnit = try body.text("otherUnit")
        let contest = definition.contest
        form.fillIn(by: contest)
        let shown = try body.text("consentTexts")
        let proof = try body.text("proof")
        let (checked, found) = form.check(in: contest, year: contest.year(at: now()))
        var faults = found
        faults += form.unitFaults(try await store.unit(code: form.unit), in: contest, on: CalendarDay(of: now()))
        if let shown, shown != contest.registration.consents.fingerprint(by: cryptography) {
            faults.append(Self.otherTexts)
        }
        guard let checked, faults.isEmpty else { throw Problem.invalid(faults) }
        guard contest.erasesFrom.map({ now() < $0 }) ?? true else { throw Problem.retentionReached }
        let requestKey = try body.token("requestKey")?.bytes ?? random(16)
        try checkProof(proof, requestKey: requestKey, contest)
        let code = EntryCode(hash: derived("bang-vang/entry-code/v1", contest.id, requestKey))
        // Derived as well, so that the same request gives the same reply (I5).
        let token = SessionToken.text(derived("bang-vang/session/v1", contest.id, requestKey))
        let session = newSession(token: token, isStaff: false)
        let registration = try registration(form, checked, definition, requestKey, code, session)
        switch try await store.register(registration) {
        case .identityTaken: throw Problem.identityTaken
        case .requestKeyReused: throw Problem.requestKeyReused
        case .notListed: throw Problem.notListed
        case .unknownUnit: throw Problem.invalid([Self.unknownUnit])
        case .registered(let contestant):
            return opening(session, of: .contestant(contestant), token: token, bearer: false, status: .created) {
                json in
                json.object("contestant") { Self.describe(contestant, &$0) }
                json.field("entryCode", code.text)
            }
        }
    }

    /// What somebody agreed to must be what is kept (docs/personal-data.md).
    private static var otherTexts: RegistrationForm.Fault {
        let message = Message(
            vi: "Nội dung đồng ý vừa được sửa. Hãy tải lại trang và đọc lại.",
            en: "What you agree to has just been changed. Reload the page and read it again."
        )
        return RegistrationForm.Fault(field: "consents", message: message)
    }

    static var unknownUnit: RegistrationForm.Fault {
        let message = Message(vi: "Hãy chọn một đơn vị trong danh sách.", en: "Choose a unit of the list.")
        return RegistrationForm.Fault(field: "unit", message: message)
    }

    private func registration(
        _ form: RegistrationForm,
        _ checked: RegistrationForm.Checked,
        _ definition: Definition,
        _ requestKey: [UInt8],
        _ code: EntryCode,
        _ session: NewSession
    ) throws -> Registration {
        let contest = definition.contest
        guard let id = PublicID(bytes: random(16)) else { throw Problem.internal }
        let identity = form.identity(checked, rule: contest.rules.identity, unique: requestKey)
        var content = CanonicalBytes()
        for text in [checked.name.text, form.group, form.unit, form.position ?? "", checked.phone?.digits ?? ""] {
            content.append(text)
        }
        if let number = checked.idNumber { content.append(number.digits) }
        content.append(form.birthYear)
        for consent in checked.consents { content.append(consent) }
        let other = form.otherUnit.flatMap { OtherUnit($0)?.text }
        if let other { content.append(other) }
        var registration = Registration(
            id: id,
            contestKey: definition.contestKey,
            contest: contest.id,
            name: checked.name.text,
            displayName: checked.displayName,
            sortKey: checked.name.sortKey,
            group: form.group,
            unit: form.unit,
            birthYear: form.birthYear,
            position: form.position,
            phone: checked.phone?.digits,
            consents: contest.registration.consents.filter { checked.consents.contains($0.purpose.rawValue) },
            idNumberHash: checked.idNumber.map {
                derived("bang-vang/id-number/v1", contest.id, Array($0.digits.utf8))
            },
            identityHash: derived("bang-vang/identity/v1", contest.id, identity.bytes),
            entryCodeHash: cryptography.sha256(Array(code.letters.utf8)),
            requestKeyHash: cryptography.sha256(requestKey),
            contentHash: cryptography.hmac(content.bytes, key: keys.serverKey),
            session: session,
            otherUnit: other
        )
        registration.mustBeListed = contest.rules.identity == .roster
        return registration
    }

    func derived(_ label: String, _ contest: String, _ secret: [UInt8]) -> [UInt8] {
        var bytes = CanonicalBytes()
        bytes.append(label)
        bytes.append(contest)
        bytes.append(secret)
        return cryptography.hmac(bytes.bytes, key: keys.serverKey)
    }

    private func me(_ definition: Definition, _ context: APIContext) async throws -> Response {
        let contest = definition.contest
        let contestant = try contestant(context, in: contest.id)
        let attempts = try await store.attempts(of: contestant.key)
        let asked = try await askedConsents(contestant, contest)
        let now = now()
        let round = contest.openRound(at: now)
        let hasOpen = attempts.contains { $0.seal == nil && now <= $0.deadline }
        let used = round.map { round in attempts.count { isInScope($0, contest.rules.attempts, round, now) } } ?? 0
        let left = contest.rules.attempts.limit.map { max(0, $0 - used) }
        let lastSeal = attempts.compactMap { $0.seal?.sealedAt ?? ($0.deadline < now ? $0.deadline : nil) }.max()
        let pauseEnd = lastSeal.flatMap(contest.rules.attempts.pauseEnd).flatMap { now < $0 ? $0 : nil }
        return .json(
            JSONText { json in
                json.object("contestant") { json in
                    json.field("id", contestant.id.hex)
                    json.field("name", contestant.name)
                    json.field("displayName", contestant.displayName)
                }
                if let asked {
                    json.object("asks") { json in
                        json.field("isChild", asked.isChild)
                        json.list("needed", asked.needed) { $0.value($1) }
                    }
                }
                json.object("group") { json in
                    json.field("id", contestant.group)
                    json.field("title", contest.group(contestant.group)?.title ?? contestant.group)
                }
                json.object("unit") { json in
                    json.field("code", contestant.unitCode)
                    json.field("title", contestant.unitTitle)
                }
                json.list("attempts", attempts) { json, attempt in
                    json.object { json in
                        json.field("id", attempt.id.hex)
                        json.field("round", attempt.round)
                        json.field("number", attempt.number)
                        json.field("state", attempt.seal == nil ? "open" : "sealed")
                        json.field("startedAt", attempt.startedAt)
                        json.field("deadline", attempt.deadline)
                        score(attempt, &json)
                    }
                }
                json.field("profileLocked", attempts.contains { $0.seal != nil || $0.deadline < now })
                json.field("attemptsLeft", json: left.map { String($0) } ?? "null")
                json.field("canStart", round != nil && (hasOpen || (left != 0 && pauseEnd == nil)))
                json.field("startsFrom", hasOpen || left == 0 ? nil : pauseEnd)
                json.field("nextOpens", contest.rounds.first { now < $0.opens }?.opens)
                json.field("serverTime", now)
            }
        )
    }

    private func isInScope(_ attempt: Attempt, _ limit: AttemptLimit, _ round: Round, _ now: Timestamp) -> Bool {
        if attempt.isGivenBack { return false }
        return switch limit.per {
        case .contest: true
        case .round: attempt.round == round.id
        case .day: CalendarDay(of: attempt.startedAt) == CalendarDay(of: now)
        }
    }
}
