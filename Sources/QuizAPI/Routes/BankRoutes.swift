import Hummingbird
import QuizCore

extension API {
    func addBankRoutes(to api: inout RouteTable) {
        api.get("vocabulary") { _, _ in describeVocabulary() }
        api.get("banks") { _, context in try listBanks(context) }
        api.post("banks") { request, context in try await importBank(request, context) }
        api.post("banks/faults") { request, context in try await bankFaults(request, context) }
        // Before the banks: none can be asked for under this name.
        api.get("banks/template") { request, context in try await bankTemplate(request, context) }
        api.get("banks/:bank") { request, context in try await exportBank(request, context) }
    }

    private func describeVocabulary() -> Response {
        .json(
            JSONText { json in
                Self.terms("topics", vocabulary.topics, &json)
                Self.terms("groups", vocabulary.groups, &json)
            }
        )
    }

    private static func terms(_ key: JSONKey, _ terms: [Vocabulary.Term], _ json: inout JSONText) {
        json.list(key, terms) { json, term in
            json.object { json in
                json.field("code", term.code)
                json.field("title", term.title.vi)
                json.field("titleEn", term.title.en)
            }
        }
    }

    private func listBanks(_ context: APIContext) throws -> Response {
        let member = try staff(context)
        guard Authorization.allows(member, .seeBanks, contest: nil, unitPath: nil) else { throw Problem.notFound }
        let definitions = store.definitions()
        return .json(
            JSONText { json in
                json.list("items", store.banks()) { json, version in
                    json.object { json in
                        json.field("bank", version.bank.id)
                        json.field("title", version.bank.title)
                        json.field("version", version.version)
                        json.field("questions", version.bank.questions.count)
                        json.field("digest", version.digest.content.hex)
                        json.field("public", version.bank.isPublic)
                        json.field("importedAt", version.importedAt)
                        let pinning = definitions.filter { $0.pins.contains(version.key) }
                        json.list("contests", pinning) { $0.value($1.contest.id) }
                        json.field("mayExport", mayReadKey(of: version.bank.id, member))
                    }
                }
            }
        )
    }

    /// Whether somebody may read a bank with its key (I7).
    func mayReadKey(of bank: String, _ member: StaffMember) -> Bool {
        let contests = store.definitions().map(\.contest).filter { $0.banks.contains(bank) }
        return Authorization.allowsKey(member, usedBy: contests.map(\.id))
    }
}
