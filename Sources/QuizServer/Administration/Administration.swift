import Foundation
import QuizCore
import QuizFormats
import QuizStore

/// The use cases of the command line, over an open store.
struct Administration: Sendable {
    let store: Store
    let folder: DataFolder
    let vocabulary: Vocabulary
    /// Who is named in the log: whoever may read the data folder.
    private let actor = "operator"
    let reading: BankReadingProcess

    /// `banks`: The folder with vocabulary.yaml.
    init(store: Store, folder: DataFolder, vocabulary: Vocabulary, banks: String) {
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
            case .exportBank(let id, let format): return try exportBank(id, as: format)
            case .listBanks: return .done(listBanks())
            case .applyContest(let source): return try await apply(Array(source))
            case .listContests: return .done(listContests())
            case .importUnits(let source):
                let file = Array(source)
                let units =
                    UnitTable.isTable(file)
                    ? try UnitTable.units(file, vocabulary: vocabulary)
                    : try Unit.list(yaml: file, vocabulary: vocabulary)
                try await store.put(units, by: actor)
                return .done("\(units.count)")
            case .addAccount(let name, let password, let role, let contest, let unit):
                return try await addAccount(name, password.passwordHash, role: role, contest: contest, unit: unit)
            case .exportResults(let contest, let round, let group, let unit, let format):
                let filter = ResultFilter(contest: contest, round: round, group: group, unit: unit)
                return try await exportResults(filter, format: format)
            case .exportPrizes(let contest, let round, let format):
                return try await exportPrizes(contest, round: round, format: format)
            case .doctor: return try await doctor()
            }
        } catch let faults as Faults {
            return .faults(faults.faults)
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
        guard let yaml = report.yaml else {
            return AdminReply(errors: AdminReply.lines(report.faults.map(\.fault), "error") + notices, exitCode: 1)
        }
        let bank = try Bank(yaml: Array(yaml.utf8), vocabulary: vocabulary)
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
            reply = .done("\(bank.id): \(bank.questions.count), dry run")
        } else {
            let version = try await store.add(bank, by: actor)
            let digest = version.digest.content.hex
            reply = .done("\(bank.id): \(bank.questions.count), version \(version.version), \(digest)")
        }
        reply.errors = notices
        return reply
    }

    private func exportBank(_ id: String, as format: BankFormat) throws -> AdminReply {
        guard let bank = store.banks().first(where: { $0.bank.id == id })?.bank else {
            return .refused(Message(vi: "Không có ngân hàng “\(id)”.", en: "There is no bank '\(id)'."))
        }
        let written = try bank.written(as: format)
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
        let faults = document.feasibilityFaults(banks: banks, today: CalendarDay(of: SystemClock.now()))
        guard faults.isEmpty else { return .faults(faults) }
        let isKnown = store.definition(of: contest.id) != nil
        let now = SystemClock.now()
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
        case .refused:
            return .refused(
                Message(
                    vi: "Đã có người dự thi: không đổi được thể lệ của “\(contest.id)” nữa.",
                    en: "People have taken part: the rules of '\(contest.id)' can no longer be changed."
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
        guard let role = Grant.Role(rawValue: role) else {
            return .refused(Message(vi: "Không có vai trò “\(role)”.", en: "There is no role '\(role)'."))
        }
        if let contest, store.definition(of: contest) == nil {
            return .refused(Message(vi: "Không có cuộc thi “\(contest)”.", en: "There is no contest '\(contest)'."))
        }
        if let unit, try await store.unit(code: unit) == nil {
            return .refused(Message(vi: "Không có đơn vị “\(unit)”.", en: "There is no unit '\(unit)'."))
        }
        if role == .coordinator, unit == nil {
            return .refused(
                Message(vi: "Đầu mối cần một đơn vị: --unit.", en: "A coordinator needs a unit: --unit.")
            )
        }
        let account = NewAccount(
            name: name,
            password: password,
            grants: [Grant(role: role, contest: contest, unit: unit)]
        )
        guard try await store.addAccount(account, by: actor) else {
            return .refused(Message(vi: "Tên “\(name)” đã có.", en: "The name '\(name)' is taken."))
        }
        return .done(name)
    }

    private func exportResults(_ filter: ResultFilter, format: String) async throws -> AdminReply {
        guard let definition = store.definition(of: filter.contest) else {
            return .refused(
                Message(vi: "Không có cuộc thi “\(filter.contest)”.", en: "There is no contest '\(filter.contest)'.")
            )
        }
        let export = ResultsExport(contest: definition.contest, rows: try await store.results(filter))
        switch format {
        case "csv": return AdminReply(output: Data(export.csv(separator: .comma).utf8))
        case "json": return AdminReply(output: Data(try export.json()))
        default:
            return .refused(
                Message(
                    vi: "Định dạng “\(format)” chưa có; dùng csv hoặc json.",
                    en: "Format '\(format)' is not known; use csv or json."
                )
            )
        }
    }

    private func doctor() async throws -> AdminReply {
        let problems = try await store.check()
        guard problems.isEmpty else {
            return AdminReply(errors: problems.joined(separator: "\n") + "\n", exitCode: 1)
        }
        return .done(
            Message(
                vi:
                    "Cơ sở dữ liệu nguyên vẹn; \(store.banks().count) ngân hàng, \(store.definitions().count) cuộc thi.",
                en:
                    "The database is whole; \(store.banks().count) bank versions, \(store.definitions().count) contests."
            ).local
        )
    }
}
