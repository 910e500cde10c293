import Hummingbird
import QuizCore

extension API {
    func addProfileRoutes(to api: inout RouteTable) {
        api.patch("contests/:contest/me") { request, context in try await changeOwnProfile(request, context) }
        api.get("contests/:contest/contestants/:contestant/time-allowance") { _, context in
            let contest = try managed(context).contest
            return describe(try await profile(context, in: contest))
        }
        api.put("contests/:contest/contestants/:contestant/time-allowance") { request, context in
            try await allowTime(request, context)
        }
        api.delete("contests/:contest/contestants/:contestant/time-allowance") { _, context in
            try await allow(nil, context)
        }
    }

    /// Before the first submission the person, afterwards only staff: data may not change between attempts.
    private func changeOwnProfile(_ request: Request, _ context: APIContext) async throws -> Response {
        let contest = try definition(context).contest
        let person = try contestant(context, in: contest.id)
        let body = try await StrictBody(request, keys: ["name", "unit", "position", "phone"])
        guard let former = try await store.profile(of: person.key) else { throw Problem.notFound }
        guard !former.isLocked else { throw Problem.profileLocked }
        let form = try merged(former, body)
        if isOnRoster(former, contest), form.name != former.contestant.name || form.unit != former.contestant.unitCode {
            throw Problem.profileOfRoster
        }
        let changed = try await change(former, to: form, in: contest)
        if let hash = context.sessionHash {
            // The version tells only sessions of staff apart.
            sessions.welcome(.contestant(changed), hash: hash, at: now(), version: 0)
        }
        return .json(JSONText { json in json.object("contestant") { Self.describe(changed, &$0) } })
    }

    private func profile(_ context: APIContext, in contest: Contest) async throws -> Profile {
        guard let id = context.path.get("contestant").flatMap({ PublicID(hex: $0) }),
            let profile = try await store.profile(of: id, in: contest.id)
        else { throw Problem.notFound }
        return profile
    }

    /// What was sent over what is there; an empty text takes away.
    private func merged(_ former: Profile, _ body: StrictBody) throws -> RegistrationForm {
        var form = former.form
        if let name = try body.text("name") { form.name = name }
        if let unit = try body.text("unit") { form.unit = unit }
        if let position = try body.text("position") { form.position = position.isEmpty ? nil : position }
        if let phone = try body.text("phone") { form.phone = phone.isEmpty ? nil : phone }
        return form
    }

    private func isOnRoster(_ profile: Profile, _ contest: Contest) -> Bool {
        contest.rules.identity == .roster || contest.group(profile.contestant.group)?.rosterOnly ?? false
    }

    private func change(
        _ former: Profile,
        to form: RegistrationForm,
        in contest: Contest
    ) async throws -> Contestant {
        var form = form
        form.isOnRoster = isOnRoster(former, contest)
        form.fillIn(by: contest)
        let (checked, found) = form.check(in: contest, year: contest.year(at: now()))
        var faults = found
        if form.unit != former.contestant.unitCode {
            faults += form.unitFaults(try await store.unit(code: form.unit), in: contest, on: CalendarDay(of: now()))
        }
        guard let checked, faults.isEmpty else { throw Problem.invalid(faults) }
        let change = ProfileChange(
            former: former,
            form: form,
            checked: checked,
            identityHash: identity(of: form, checked, former, contest)
        )
        switch try await store.change(change) {
        case .changed(let contestant): return contestant
        case .locked: throw Problem.profileLocked
        case .identityTaken: throw Problem.identityTaken
        case .unknownUnit: throw Problem.invalid([Self.unknownUnit])
        case .outdated: throw Problem.profileOutdated
        }
    }

    /// Where nothing that is typed makes a person one, what did so stays.
    private func identity(
        of form: RegistrationForm,
        _ checked: RegistrationForm.Checked,
        _ former: Profile,
        _ contest: Contest
    ) -> [UInt8] {
        guard contest.rules.identity != .roster,
            let identity = form.correctedIdentity(
                name: checked.name,
                phone: checked.phone,
                isChild: checked.isChild,
                hasIDNumber: contest.rules.identity == .idNumber,
                rule: contest.rules.identity
            )
        else { return former.identityHash }
        return derived("bang-vang/identity/v1", contest.id, identity.bytes)
    }

    private func describe(_ profile: Profile) -> Response {
        .json(
            JSONText { json in
                json.field("locked", profile.isLocked)
                if let allowance = profile.allowance {
                    json.object("allowance") { json in
                        switch allowance.amount {
                        case .minutes(let minutes): json.field("minutes", minutes)
                        case .percent(let percent): json.field("percent", percent)
                        }
                        json.field("reason", allowance.reason)
                    }
                }
            }
        )
    }

    private func allowTime(_ request: Request, _ context: APIContext) async throws -> Response {
        _ = try managed(context)
        let body = try await StrictBody(request, keys: ["minutes", "percent", "reason"])
        let amount: TimeAllowance.Amount
        switch (try body.integer("minutes"), try body.integer("percent")) {
        case (let minutes?, nil) where (1...600).contains(minutes): amount = .minutes(Int(minutes))
        case (nil, let percent?) where (1...400).contains(percent): amount = .percent(Int(percent))
        default:
            throw Problem.invalid(
                "minutes",
                "Hãy cho số phút thêm (1 đến 600) hoặc số phần trăm thêm (1 đến 400), một trong hai.",
                "Give minutes (1 to 600) or percent (1 to 400), one of the two."
            )
        }
        return try await allow(TimeAllowance(amount: amount, reason: try body.reason()), context)
    }

    private func allow(_ allowance: TimeAllowance?, _ context: APIContext) async throws -> Response {
        let (contest, actor) = try managed(context)
        guard let id = context.path.get("contestant").flatMap({ PublicID(hex: $0) }),
            try await store.allow(allowance, for: id, of: contest.id, by: actor)
        else { throw Problem.notFound }
        return describe(try await profile(context, in: contest))
    }
}
