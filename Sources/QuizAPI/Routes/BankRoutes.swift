import Hummingbird
import QuizCore
import QuizFormats

extension API {
    func addBankRoutes(to api: inout RouteTable) {
        api.get("vocabulary") { _, _ in describeVocabulary() }
        api.get("banks") { _, context in try listBanks(context) }
        api.post("banks") { request, context in try await importBank(request, context) }
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
                    }
                }
            }
        )
    }

    private func importBank(_ request: Request, _ context: APIContext) async throws -> Response {
        let member = try staff(context)
        guard Authorization.allows(member, .importBank, contest: nil, unitPath: nil) else { throw Problem.notFound }
        let query = request.uri.queryParameters
        guard let format = query.get("format").map({ BankFormat(rawValue: $0) }) ?? .yaml else {
            throw Problem.invalid("format", "Định dạng này chưa dùng được.", "This format is not known.")
        }
        guard let buffer = try? await request.body.collect(upTo: 20 << 20) else { throw Problem.tooLarge }
        let report = try await bankReading.report(Array(buffer.readableBytesView), format, settings(query))
        guard let (bank, images) = try report.bank(vocabulary: vocabulary, by: cryptography) else {
            throw Problem.faulty(report)
        }
        let isDryRun = query.get("dryRun") == "true"
        let former = store.banks().first { $0.bank.id == bank.id }?.bank
        let version = isDryRun ? nil : try await store.add(bank, images: images, by: member.name)
        return .json(
            JSONText { json in
                json.field("bank", bank.id)
                json.field("title", bank.title)
                json.field("questions", bank.questions.count)
                json.field("images", bank.questions.count { $0.image != nil })
                let change = BankChange(from: former, to: bank)
                json.field("new", change.added)
                json.field("changed", change.changed)
                json.field("same", change.same)
                json.field("removed", change.removed)
                json.field("dryRun", isDryRun)
                json.list("notices", report.notices) { json, line in json.object { $0.fields(of: line) } }
                if let version {
                    json.field("version", version.version)
                    json.field("digest", version.digest.content.hex)
                }
            },
            status: isDryRun ? .ok : .created
        )
    }

    private func settings(_ query: Parameters) -> ImportSettings {
        func text(_ name: String) -> String? {
            query.get(name).flatMap { $0.isEmpty ? nil : String($0.prefix(1_000)) }
        }
        var settings = ImportSettings()
        settings.bank = text("bank")
        settings.fallbackBank = text("file").flatMap { ImportSettings.id(from: $0) }
        settings.title = text("title")
        settings.topic = text("topic")
        settings.difficulty = text("difficulty")
        settings.groups = text("groups").map { $0.split(separator: ",").map { String($0) } }
        settings.source = text("source")
        return settings
    }
}

extension JSONText {
    fileprivate mutating func fields(of line: BankReport.Line) {
        field("line", line.line)
        field("column", line.column)
        field("message", line.vi)
        field("messageEn", line.en)
        field("original", line.original)
    }
}

extension Problem {
    /// A file with faults; nothing of it was stored.
    fileprivate static func faulty(_ report: BankReport) -> Problem {
        let count = report.faults.count
        var problem = Problem(
            "invalid",
            .unprocessableContent,
            "Tệp có lỗi",
            "Tệp có \(count) lỗi; chưa lưu gì.",
            "The file has \(count) faults; nothing was stored."
        )
        var json = JSONText()
        json.object { json in
            json.list("faults", report.faults) { json, line in json.object { $0.fields(of: line) } }
        }
        let text = String(decoding: json.bytes, as: UTF8.self)
        problem.extra = [("faults", String(text.dropFirst("{\"faults\":".count).dropLast()))]
        return problem
    }
}
