import Foundation
import QuizCore
import QuizFormats
import QuizStore

extension Administration {
    /// Stores a file of units, all or nothing, or says what that would change.
    func importUnits(_ file: [UInt8], dryRun: Bool) async throws -> AdminReply {
        let document = try UnitDocument(file, vocabulary: vocabulary)
        // Again should somebody else change the register in between.
        for _ in 0..<5 {
            let revision = store.registerRevision
            let units = try document.read(stored: store.register.byCode)
            if dryRun { return told(units, isDryRun: true) }
            if try await store.store(units, readAt: revision, by: actor) { return told(units, isDryRun: false) }
        }
        throw StoreError.busy
    }

    private func told(_ units: UnitImport, isDryRun: Bool) -> AdminReply {
        let counts = Message(
            vi: "\(units.units.count) đơn vị: \(units.added.count) mới, \(units.changed.count) thay đổi, "
                + "\(units.same) giữ nguyên\(isDryRun ? " (chạy thử, chưa lưu gì)" : "")",
            en: "\(units.units.count) units: \(units.added.count) new, \(units.changed.count) changed, "
                + "\(units.same) the same\(isDryRun ? " (dry run, nothing was stored)" : "")"
        )
        let changes = units.changed.map { change in
            let parts = change.parts.map { "\($0.key): “\($0.from)” → “\($0.to)”" }
            return "\(change.code)\t\(change.title)\t\(parts.joined(separator: "; "))"
        }
        return .done(([counts.local] + (isDryRun ? changes : [])).joined(separator: "\n"))
    }

    func mergeUnits(
        _ unit: String,
        _ successor: String,
        from: String,
        _ contests: [String],
        _ reason: String
    ) async throws -> AdminReply {
        for code in [unit, successor] where store.register[code] == nil {
            return .refused(Message(vi: "Không có đơn vị “\(code)”.", en: "There is no unit '\(code)'."))
        }
        for contest in contests where store.definition(of: contest) == nil {
            return .refused(Message(vi: "Không có cuộc thi “\(contest)”.", en: "There is no contest '\(contest)'."))
        }
        guard let day = CalendarDay(iso: from) else {
            return .refused(
                Message(
                    vi: "Ngày “\(from)” không đọc được; viết như 2025-07-01.",
                    en: "The day '\(from)' cannot be read; write it as 2025-07-01."
                )
            )
        }
        let merge = UnitMerge(unit: unit, successor: successor, from: day, contests: contests, reason: reason)
        switch try await store.merge(merge, by: actor) {
        case .unknown: return .refused(Message(vi: "Không có đơn vị này.", en: "There is no such unit."))
        case .refused(let reason): return .refused(reason)
        case .merged(let moves):
            let (people, listed) = (moves.people, moves.listed)
            return .done(
                Message(
                    vi: "\(unit) → \(successor) từ \(day.text); đã chuyển \(people) người dự thi, "
                        + "\(listed) người trong danh sách.",
                    en: "\(unit) → \(successor) from \(day.text); \(people) contestants and \(listed) people of "
                        + "rosters were moved."
                ).local
            )
        }
    }
}
