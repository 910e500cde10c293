import Foundation
import QuizAPI
import QuizCore
import QuizFormats
import QuizStore

/// The use cases of the command line, over an open store.
struct Administration: Sendable {
    let store: Store
    let folder: DataFolder
    let vocabulary: Vocabulary
    /// Who is named in the log: whoever may read the data folder.
    let actor = "operator"
    let reading: BankReadingProcess
    /// No server runs beside it.
    let isAlone: Bool
    let lane = SlowLane()

    /// `banks`: The folder with vocabulary.yaml.
    init(store: Store, folder: DataFolder, vocabulary: Vocabulary, banks: String, isAlone: Bool = false) {
        self.isAlone = isAlone
        self.store = store
        self.folder = folder
        self.vocabulary = vocabulary
        reading = BankReadingProcess(banks: banks)
    }

    func perform(_ request: AdminRequest) async -> AdminReply {
        do {
            switch request {
            case .importBank(let source, let format, let settings, let dryRun):
                return try await importBank(Array(source), format, settings, dryRun: dryRun)
            case .exportBank(let id, let format): return try await exportBank(id, as: format)
            case .listBanks: return .done(listBanks())
            case .applyContest(let source): return try await apply(Array(source))
            case .listContests: return .done(listContests())
            case .importUnits(let source, let dryRun): return try await importUnits(Array(source), dryRun: dryRun)
            case .mergeUnits(let unit, let successor, let from, let contests, let reason):
                return try await mergeUnits(unit, successor, from: from, contests, reason)
            case .addAccount(let name, let password, let role, let contest, let unit):
                return try await addAccount(name, password.passwordHash, role: role, contest: contest, unit: unit)
            case .exportList(let export): return try await exportList(export)
            case .report(let report): return try await self.report(report)
            case .itemStatistics(let contest, let round, let group, let attempts, let format):
                return try await itemStatistics(contest, round: round, group: group, attempts: attempts, format: format)
            case .exportPrizes(let contest, let round, let format):
                return try await exportPrizes(contest, round: round, format: format)
            case .doctor(let json): return await doctor(json: json)
            case .backup(let file, let force): return try await backUp(to: file, force: force)
            case .retention(let contest): return try await retention(of: contest)
            case .account(let request): return try await account(request)
            case .audit(let request): return try await exportAudit(request)
            }
        } catch let faults as Faults {
            return .faults(faults.faults)
        } catch let refusal as FormatRefusal {
            return .refused(refusal.message)
        } catch let refusal as Refusal {
            return .refused(refusal.message)
        } catch StoreError.busy {
            return .refused(Message(vi: "Máy chủ đang bận, hãy thử lại.", en: "The server is busy, try again."))
        } catch StoreError.full {
            return .refused(Message(vi: "Ổ đĩa đã đầy, chưa lưu gì.", en: "The disk is full, nothing was stored."))
        } catch {
            return AdminReply(errors: "\(error)\n", exitCode: 70)
        }
    }

    private func importBank(
        _ source: [UInt8],
        _ format: BankFormat,
        _ settings: ImportSettings,
        dryRun: Bool
    ) async throws -> AdminReply {
        let report = try await reading.report(source, format, settings)
        let notices = AdminReply.lines(report.notices.map(\.fault), "warning")
        guard let (bank, images) = try report.bank(vocabulary: vocabulary, by: SystemCryptography()) else {
            return AdminReply(errors: AdminReply.lines(report.faults.map(\.fault), "error") + notices, exitCode: 1)
        }
        if let expected = settings.bank, expected != bank.id {
            return .refused(
                Message(
                    vi: "Tệp chứa ngân hàng “\(bank.id)”, không phải “\(expected)”.",
                    en: "The file holds the bank '\(bank.id)', not '\(expected)'."
                )
            )
        }
        var reply: AdminReply
        if dryRun {
            reply = try await dryRunReply(report, bank)
        } else {
            let version = try await store.add(bank, images: images, by: actor)
            let digest = version.digest.content.hex
            reply = .done("\(bank.id): \(bank.questions.count), version \(version.version), \(digest)")
        }
        reply.errors = notices + reply.errors
        return reply
    }

    private func dryRunReply(_ report: BankReport, _ bank: Bank) async throws -> AdminReply {
        let versions = store.banks()
        let preview = try await lane.run {
            let former = versions.first { $0.bank.id == bank.id }?.bank
            return ImportPreview(report, bank, former: former, among: versions)
        }
        let change = preview.change
        let counts = Message(
            vi: "\(change.added) mới, \(change.changed) thay đổi, \(change.same) giữ nguyên, \(change.removed) bị bỏ, "
                + "\(preview.alikeCount) gần giống câu khác",
            en: "\(change.added) new, \(change.changed) changed, \(change.same) the same, \(change.removed) removed, "
                + "\(preview.alikeCount) nearly the same as another"
        )
        var reply = AdminReply.done("\(bank.id): \(bank.questions.count), dry run: \(counts.local)")
        reply.errors = AdminReply.lines(preview.alike.map(\.fault), "warning")
        return reply
    }

    /// Notes first who takes the key: what cannot be noted is not handed over (I7).
    private func exportBank(_ id: String, as format: BankFormat) async throws -> AdminReply {
        guard let version = store.banks().first(where: { $0.bank.id == id }) else {
            return .refused(Message(vi: "Không có ngân hàng “\(id)”.", en: "There is no bank '\(id)'."))
        }
        if let reason = version.bank.refusal(as: format) { return .refused(reason) }
        var images: [String: [UInt8]] = [:]
        for (file, image) in version.bank.images {
            images[file] = try await store.image(image.facts.digest)?.bytes
        }
        let written = try version.bank.written(as: format, images: images)
        try await store.noteReading(of: version, as: format.rawValue, by: actor)
        return AdminReply(
            output: Data(written.bytes),
            errors: written.notices.map { "warning: \($0.local)\n" }.joined()
        )
    }

    private func listBanks() -> String {
        store.banks().map { version in
            "\(version.bank.id)\t\(version.version)\t\(version.bank.questions.count)\t\(version.digest.content.hex)\t"
                + version.bank.title
        }.joined(separator: "\n")
    }

    private func listContests() -> String {
        store.definitions().map { definition in
            "\(definition.contest.id)\t\(definition.contest.mode.rawValue)\t\(definition.contest.title)"
        }.joined(separator: "\n")
    }

    private func apply(_ source: [UInt8]) async throws -> AdminReply {
        let document = try ContestDocument(yaml: source, vocabulary: vocabulary)
        let contest = document.contest
        let banks = contest.banks.compactMap { id in store.banks().first { $0.bank.id == id }?.bank }
        let now = SystemClock.now()
        let faults =
            document.feasibilityFaults(banks: banks, today: CalendarDay(of: now))
            + document.separationFaults(from: store.definitions().map(\.contest), banks: banks, at: now)
        guard faults.isEmpty else { return .faults(faults) }
        let isKnown = store.definition(of: contest.id) != nil
        if !isKnown, let closed = contest.rounds.first(where: { $0.isClosed(at: now) }) {
            return .refused(
                Message(
                    vi: "Đợt “\(closed.id)” đã đóng; hãy sửa thời gian.",
                    en: "Round '\(closed.id)' has closed already; change its times."
                )
            )
        }
        // Made before the contest opens, so that its commitment can be published (I6).
        _ = try folder.contestKey(contest.id)
        switch try await store.apply(contest, source: source, by: actor) {
        case .applied(_, let version): return .done("\(contest.id): version \(version)")
        case .unchanged: return .done("\(contest.id): unchanged")
        case .refused(let reasons):
            return .refused(
                Message(
                    vi: reasons.map(\.vi).joined(separator: "\n"),
                    en: reasons.map(\.en).joined(separator: "\n")
                )
            )
        }
    }

    private func addAccount(
        _ name: String,
        _ password: PasswordHash,
        role: String,
        contest: String?,
        unit: String?
    ) async throws -> AdminReply {
        let granted: Grant
        switch try await grant(role, contest, unit) {
        case .failure(let refusal): return .refused(refusal.message)
        case .success(let grant): granted = grant
        }
        let account = NewAccount(name: name, password: password, grants: [granted])
        guard try await store.addAccount(account, by: actor) else {
            return .refused(Message(vi: "Tên “\(name)” đã có.", en: "The name '\(name)' is taken."))
        }
        return .done(name)
    }
}
