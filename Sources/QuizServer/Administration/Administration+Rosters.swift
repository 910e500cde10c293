import Foundation
import OpenSSL
import QuizAPI
import QuizCore
import QuizFormats
import QuizStore

extension AdminRequest {
    /// What is to be done with a list of people.
    struct RosterOptions: Codable, Sendable {
        let unit: String
        let contest: String
        var settings = RosterSettings()
        var isDryRun = false
        var skipsFaulty = false
    }
}

extension Administration {
    /// As many codes as one file holds.
    private static let codeLimit = 300_000

    private func intake() throws -> RosterIntake<Store> {
        RosterIntake(store: store, secret: try secret(), random: { SecureRandom.bytes($0) }, lane: lane)
    }

    private func secret() throws -> ServerSecret {
        ServerSecret(key: try folder.serverKey(), cryptography: SystemCryptography())
    }

    private struct Unknown: Error {
        let reply: AdminReply
    }

    private func read(
        _ source: [UInt8],
        _ options: AdminRequest.RosterOptions
    ) async throws -> (table: RosterTable, judged: JudgedRoster) {
        guard let contest = store.definition(of: options.contest)?.contest else {
            throw Unknown(reply: .refused(Self.noContest(options.contest)))
        }
        if let group = options.settings.group, contest.group(group) == nil {
            throw Unknown(
                reply: .refused(Message(vi: "Cuộc thi không có bảng “\(group)”.", en: "There is no group '\(group)'."))
            )
        }
        let table = try await reading.roster(source)
        let judged = try await intake().judged(
            table,
            unit: options.unit,
            contest: contest,
            settings: options.settings,
            at: SystemClock.now()
        )
        guard let judged else { throw Unknown(reply: .refused(Self.noUnit(options.unit))) }
        return (table, judged)
    }

    private static func noContest(_ id: String) -> Message {
        Message(vi: "Không có cuộc thi “\(id)”.", en: "There is no contest '\(id)'.")
    }

    private static func noUnit(_ code: String) -> Message {
        Message(vi: "Không có đơn vị “\(code)”.", en: "There is no unit '\(code)'.")
    }

    func importRoster(_ source: [UInt8], _ options: AdminRequest.RosterOptions) async throws -> AdminReply {
        let read: (table: RosterTable, judged: JudgedRoster)
        do { read = try await self.read(source, options) } catch let unknown as Unknown { return unknown.reply }
        let judged = read.judged
        var errors = Self.lines(judged.faults, "error") + Self.lines(judged.notices, "warning")
        if !read.table.ignored.isEmpty {
            let names = read.table.ignored.joined(separator: ", ")
            errors +=
                Message(
                    vi: "Các cột không dùng, không lưu: \(names)",
                    en: "Columns that are neither used nor stored: \(names)"
                ).local + "\n"
        }
        let isWhole = !read.table.rows.isEmpty && !read.table.faults.contains { $0.row == 0 }
        if !judged.faults.isEmpty, !(options.skipsFaulty && isWhole) { return AdminReply(errors: errors, exitCode: 1) }
        let added =
            options.isDryRun
            ? judged.people.count
            : try await intake().take(judged, unit: options.unit, contest: options.contest, by: actor)
        let words = Message(
            vi: "\(added) người mới\(options.isDryRun ? " (chỉ xem)" : ""), \(judged.unchanged) đã có, "
                + "\(judged.faulty.count) hàng lỗi",
            en: "\(added) new\(options.isDryRun ? " (dry run)" : ""), \(judged.unchanged) already there, "
                + "\(judged.faulty.count) faulty rows"
        )
        var reply = AdminReply.done(words.local)
        reply.errors = errors
        return reply
    }

    func rosterFaults(_ source: [UInt8], _ options: AdminRequest.RosterOptions) async throws -> AdminReply {
        do {
            let read = try await self.read(source, options)
            let language: SheetLanguage = Terminal.isEnglish ? .english : .vietnamese
            return AdminReply(output: Data(try RosterWorkbook.bytes(read.table, read.judged, language)))
        } catch let unknown as Unknown {
            return unknown.reply
        }
    }

    func rosterCodes(unit: String, contest: String) async throws -> AdminReply {
        guard store.definition(of: contest) != nil else { return .refused(Self.noContest(contest)) }
        guard try await store.unit(code: unit) != nil else { return .refused(Self.noUnit(unit)) }
        let query = RosterQuery(unit: unit, contest: contest, limit: Self.codeLimit)
        let people = try await store.rosterForCodes(query, by: actor) ?? []
        let secret = try secret()
        var writer = CSVWriter(separator: .comma)
        writer.append(["Lớp", "Họ và tên", "Năm sinh", "Mã dự thi"].map { .text($0) })
        for person in people {
            let code = secret.rosterCode(contest: contest, entry: person.id, issue: person.issue)
            guard person.codeHash == secret.hash(of: code) else { continue }
            writer.append([person.unitTitle, person.name, "\(person.birthYear)", code.text].map { .text($0) })
        }
        return AdminReply(output: Data(writer.text.utf8))
    }

    /// In the form that editors jump to.
    private static func lines(_ lines: [RosterLine], _ kind: String) -> String {
        lines.map { line in
            let sheet = line.sheet.isEmpty ? "" : "[\(line.sheet)] "
            return "{file}:\(line.row):\(line.column): \(kind): \(sheet)\(line.message.local)\n"
        }.joined()
    }
}
