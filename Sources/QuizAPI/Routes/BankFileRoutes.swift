import Hummingbird
import QuizCore
import QuizFormats

extension API {
    /// The bank in a format, key and all; with `dryRun=true` only what the format has no room for.
    func exportBank(_ request: Request, _ context: APIContext) async throws -> Response {
        let member = try staff(context)
        let query = request.uri.queryParameters
        let versions = store.banks().filter { $0.bank.id == context.path.get("bank") }
        let wanted = query.get("version")
        // Foreign and absent alike are not found (I7).
        guard let version = wanted == nil ? versions.first : versions.first(where: { "\($0.version)" == wanted }),
            mayReadKey(of: version.bank.id, member)
        else { throw Problem.notFound }
        let format = try bankFormat(query)
        if let reason = version.bank.refusal(as: format) { throw Problem.notPossible(reason) }
        var images: [String: [UInt8]] = [:]
        for (file, image) in version.bank.images {
            images[file] = try await store.image(image.facts.digest)?.bytes
        }
        let pictures = images
        let written: WrittenFile
        do {
            written = try await slowLane.run { try WrittenFile(version.bank, format, images: pictures) }
        } catch let refusal as FormatRefusal {
            throw Problem.invalid("format", refusal.message.vi, refusal.message.en)
        } catch let faults as Faults {
            // Too large for the format.
            throw Problem.notPossible(faults.faults.first?.message ?? Message(vi: "", en: ""))
        }
        guard query.get("dryRun") != "true" else { return describe(written.notices, version, format) }
        // Before the key leaves the house: what cannot be noted is not handed over.
        try await store.noteReading(of: version, as: format.rawValue, by: member.name)
        let name = version.bank.fileName(as: format)
        return Attachment(name: name, type: format.mediaType, bytes: written.bytes).response
    }

    private func describe(_ notices: [Message], _ version: BankVersion, _ format: BankFormat) -> Response {
        .json(
            JSONText { json in
                json.field("bank", version.bank.id)
                json.field("version", version.version)
                json.field("format", format.rawValue)
                json.field("questions", version.bank.questions.count)
                json.list("notices", notices) { json, notice in
                    json.object { json in
                        json.field("message", notice.vi)
                        json.field("messageEn", notice.en)
                    }
                }
            }
        )
    }

    /// A sheet to be filled in.
    func bankTemplate(_ request: Request, _ context: APIContext) async throws -> Response {
        let member = try staff(context)
        guard Authorization.allows(member, .seeBanks, contest: nil, unitPath: nil) else { throw Problem.notFound }
        let query = request.uri.queryParameters
        let language = try sheetLanguage(query)
        let format = BankFormat(rawValue: query.get("format") ?? "xlsx")
        let vocabulary = vocabulary
        let bytes = try await slowLane.run {
            try format.flatMap { try BankTemplate.bytes($0, language, vocabulary: vocabulary) }
        }
        guard let bytes, let format else {
            throw Problem.invalid("format", "Tệp mẫu chỉ có dạng xlsx hoặc csv.", "A template is xlsx or csv.")
        }
        let name = language == .vietnamese ? "Mẫu ngân hàng câu hỏi" : "Question bank template"
        return Attachment(
            name: "\(name).\(format.fileExtension)",
            type: format.mediaType,
            bytes: bytes
        ).response
    }
}

/// A bank as it is sent.
private struct WrittenFile: Sendable {
    let bytes: [UInt8]
    let notices: [Message]

    init(_ bank: Bank, _ format: BankFormat, images: [String: [UInt8]]) throws {
        (bytes, notices) = try bank.written(as: format, images: images)
    }
}
