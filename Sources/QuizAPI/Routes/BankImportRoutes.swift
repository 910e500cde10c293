import Hummingbird
import QuizCore
import QuizFormats

extension API {
    func importBank(_ request: Request, _ context: APIContext) async throws -> Response {
        let (member, report) = try await readBank(request, context)
        let isDryRun = request.uri.queryParameters.get("dryRun") == "true"
        guard let yaml = report.yaml else {
            throw Problem.faulty(report, try await preview(report, report.sound, member)?.preview)
        }
        let looked = try await preview(report, yaml, member, looksForAlike: isDryRun)
        guard let (preview, images) = looked else { throw Problem.internal }
        let version = isDryRun ? nil : try await store.add(preview.bank, images: images, by: member.name)
        return .json(
            JSONText { json in
                json.field("bank", preview.bank.id)
                json.field("title", preview.bank.title)
                json.field("questions", preview.bank.questions.count)
                json.field("images", preview.bank.questions.count { $0.image != nil })
                json.counts(preview)
                json.field("removed", preview.change.removed)
                json.field("faulty", 0)
                json.field("dryRun", isDryRun)
                let notices =
                    report.notices.map { ($0, $0.isUnsupportedKind ? "leftOut" : "format") }
                    + preview.alike.map { ($0, "nearDuplicate") }
                json.list("notices", notices) { json, notice in
                    json.object { json in
                        json.fields(of: notice.0)
                        json.field("kind", notice.1)
                    }
                }
                if let version {
                    json.field("version", version.version)
                    json.field("digest", version.digest.content.hex)
                }
            },
            status: isDryRun ? .ok : .created
        )
    }

    /// The faults of a file as a workbook in which they can be mended; nothing is stored.
    func bankFaults(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = request.uri.queryParameters
        guard let rows = query.get("rows").map({ ImportSettings.RowChoice(rawValue: $0) }) ?? .faulty else {
            throw Problem.invalid("rows", "Chỉ nhận faulty hoặc all.", "Only faulty or all is taken.")
        }
        let language = try sheetLanguage(query)
        let (_, report) = try await readBank(request, context, rows: rows)
        let bytes = try await slowLane.run { try FaultWorkbook.bytes(report, language) }
        let file = query.get("file") ?? ""
        let stem = file.split(separator: ".").dropLast().joined(separator: ".")
        let end = language == .vietnamese ? "lỗi" : "errors"
        let name = stem.isEmpty ? "\(end).xlsx" : "\(stem) - \(end).xlsx"
        return Attachment(name: name, type: BankFormat.xlsx.mediaType, bytes: bytes).response
    }

    /// The language of headings in sheets that are made; Vietnamese unless the request says another.
    func sheetLanguage(_ query: Parameters) throws -> SheetLanguage {
        switch query.get("language") {
        case nil, "vi": return .vietnamese
        case "en": return .english
        default: throw Problem.invalid("language", "Chỉ nhận vi hoặc en.", "Only vi or en is taken.")
        }
    }

    func bankFormat(_ query: Parameters) throws -> BankFormat {
        guard let format = query.get("format").map({ BankFormat(rawValue: $0) }) ?? .yaml else {
            throw Problem.invalid("format", "Định dạng này chưa dùng được.", "This format is not known.")
        }
        return format
    }

    private func readBank(
        _ request: Request,
        _ context: APIContext,
        rows: ImportSettings.RowChoice? = nil
    ) async throws -> (StaffMember, BankReport) {
        let member = try staff(context)
        guard Authorization.allows(member, .importBank, contest: nil, unitPath: nil) else { throw Problem.notFound }
        let query = request.uri.queryParameters
        let format = try bankFormat(query)
        var settings = settings(query)
        settings.rows = rows
        guard let buffer = try? await request.body.collect(upTo: 20 << 20) else { throw Problem.tooLarge }
        return (member, try await bankReading.report(Array(buffer.readableBytesView), format, settings))
    }

    /// What an import would change; `nil` where there is no bank to say it of.
    private func preview(
        _ report: BankReport,
        _ yaml: String?,
        _ member: StaffMember,
        looksForAlike: Bool = true
    ) async throws -> (preview: ImportPreview, images: [ImageContent])? {
        guard let yaml else { return nil }
        let banks = store.banks()
        // A bank whose key they may not read is not to be felt out question by question.
        let readable = looksForAlike ? banks.filter { $0.bank.isPublic || mayReadKey(of: $0.bank.id, member) } : []
        let vocabulary = vocabulary
        let cryptography = cryptography
        return try await slowLane.run {
            // The sound part of a file may still be more than a bank may hold.
            guard let (bank, images) = try? report.bank(in: yaml, vocabulary: vocabulary, by: cryptography) else {
                return nil
            }
            let former = banks.first { $0.bank.id == bank.id }?.bank
            let preview = ImportPreview(report, bank, former: former, among: readable, looksForAlike: looksForAlike)
            return (preview, images)
        }
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
        settings.skipsUnsupported = text("skip") == "unsupported"
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

    fileprivate mutating func counts(_ preview: ImportPreview) {
        field("new", preview.change.added)
        field("changed", preview.change.changed)
        field("same", preview.change.same)
        field("nearDuplicates", preview.alikeCount)
    }
}

extension Problem {
    /// A file with faults; nothing of it was stored.
    ///
    /// `preview`: What its sound questions would come to.
    fileprivate static func faulty(_ report: BankReport, _ preview: ImportPreview?) -> Problem {
        let count = report.faults.count
        var problem = Problem(
            "invalid",
            .unprocessableContent,
            "Tệp có lỗi",
            "Tệp có \(count) lỗi; chưa lưu gì.",
            "The file has \(count) faults; nothing was stored."
        )
        let counts = JSONText { json in
            json.field("questions", (preview?.bank.questions.count ?? 0) + report.faulty)
            if let preview { json.counts(preview) }
            json.field("faulty", report.faulty)
        }
        let faults = JSONText { json in
            json.list("faults", report.faults) { json, line in
                json.object { json in
                    json.fields(of: line)
                    json.field("isUnsupportedKind", line.isUnsupportedKind)
                }
            }
        }
        let list = String(decoding: faults.bytes, as: UTF8.self).dropFirst("{\"faults\":".count).dropLast()
        problem.extra = [("counts", String(decoding: counts.bytes, as: UTF8.self)), ("faults", String(list))]
        return problem
    }
}
