import Hummingbird
import QuizCore
import QuizFormats

extension API {
    /// Stores a file of units, or says with `dryRun=true` what that would change.
    func importUnits(_ request: Request, _ context: APIContext) async throws -> Response {
        let member = try unitImporter(context)
        let isDryRun = request.uri.queryParameters.get("dryRun") == "true"
        let file = try await unitFile(request)
        let vocabulary = vocabulary
        let document: UnitDocument
        do {
            document = try await slowLane.run { try UnitDocument(file, vocabulary: vocabulary) }
        } catch let faults as Faults {
            throw Problem.faulty(faults, in: nil)
        }
        // Again should somebody else change the register in between.
        for _ in 0..<5 {
            let revision = store.registerRevision
            let stored = store.register.byCode
            let units: UnitImport
            do {
                units = try await slowLane.run { try document.read(stored: stored) }
            } catch let faults as Faults {
                throw Problem.faulty(faults, in: document)
            }
            if isDryRun { return describe(units, isDryRun: true) }
            if try await store.store(units, readAt: revision, by: member.name) {
                return describe(units, isDryRun: false)
            }
        }
        throw Problem.busy
    }

    /// The faults of a file as a workbook in which they can be mended; nothing is stored.
    func unitFaults(_ request: Request, _ context: APIContext) async throws -> Response {
        _ = try unitImporter(context)
        let query = request.uri.queryParameters
        let language = try sheetLanguage(query)
        let file = try await unitFile(request)
        let vocabulary = vocabulary
        let stored = store.register.byCode
        let bytes = try await slowLane.run {
            var document: UnitDocument?
            do {
                let read = try UnitDocument(file, vocabulary: vocabulary)
                document = read
                _ = try read.read(stored: stored)
                return try UnitWorkbook.faults([], in: read, language)
            } catch let faults as Faults {
                return try UnitWorkbook.faults(faults.faults, in: document, language)
            }
        }
        let stem = (query.get("file") ?? "").split(separator: ".").dropLast().joined(separator: ".")
        let end = language == .vietnamese ? "lỗi" : "errors"
        let name = stem.isEmpty ? "\(end).xlsx" : "\(stem) - \(end).xlsx"
        return Attachment(name: name, type: BankFormat.xlsx.mediaType, bytes: bytes).response
    }

    private func unitImporter(_ context: APIContext) throws -> StaffMember {
        let member = try staff(context)
        guard Authorization.allows(member, .changeUnits, contest: nil, unitPath: nil) else { throw Problem.notFound }
        return member
    }

    private func unitFile(_ request: Request) async throws -> [UInt8] {
        Array(try await request.whole(upTo: UnitDocument.maximumSize).readableBytesView)
    }

    private func describe(_ units: UnitImport, isDryRun: Bool) -> Response {
        .json(
            JSONText { json in
                json.field("units", units.units.count)
                json.field("new", units.added.count)
                json.field("changed", units.changed.count)
                json.field("same", units.same)
                json.field("dryRun", isDryRun)
                json.list("changes", units.changed.prefix(1_000)) { json, change in
                    json.object { json in
                        json.field("code", change.code)
                        json.field("title", change.title)
                        json.list("parts", change.parts) { json, part in
                            json.object { json in
                                json.field("key", part.key)
                                json.field("from", part.from)
                                json.field("to", part.to)
                            }
                        }
                    }
                }
            },
            status: isDryRun ? .ok : .created
        )
    }
}

extension Problem {
    /// A file with faults; nothing of it was stored.
    fileprivate static func faulty(_ found: Faults, in document: UnitDocument?) -> Problem {
        let count = found.faults.count
        var problem = Problem(
            "invalid",
            .unprocessableContent,
            "Tệp có lỗi",
            "Tệp có \(count) lỗi; chưa lưu gì.",
            "The file has \(count) faults; nothing was stored."
        )
        let faults = JSONText { json in
            json.list("faults", found.faults) { json, fault in
                json.object { json in
                    json.field("line", fault.line)
                    json.field("column", fault.column)
                    json.field("columnName", document?.columnName(fault.column))
                    json.field("message", fault.message.vi)
                    json.field("messageEn", fault.message.en)
                    json.field("original", document?.original(of: fault.line) ?? "")
                }
            }
        }
        let list = String(decoding: faults.bytes, as: UTF8.self).dropFirst("{\"faults\":".count).dropLast()
        problem.extra = [("faults", String(list))]
        return problem
    }
}
