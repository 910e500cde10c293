import Foundation
import QuizAPI
import QuizCore
import QuizStore

extension Administration {
    func itemStatistics(
        _ contest: String,
        round: String?,
        group: String?,
        attempts: String,
        format: String
    ) async throws -> AdminReply {
        guard let definition = store.definition(of: contest)?.contest else {
            return .refused(Message(vi: "Không có cuộc thi “\(contest)”.", en: "There is no contest '\(contest)'."))
        }
        if let round, definition.round(round) == nil {
            return .refused(Message(vi: "Cuộc thi không có đợt “\(round)”.", en: "There is no round '\(round)'."))
        }
        if let group, definition.group(group) == nil {
            return .refused(Message(vi: "Cuộc thi không có bảng “\(group)”.", en: "There is no group '\(group)'."))
        }
        guard let attempts = AttemptSelection.Attempts(rawValue: attempts) else {
            return .refused(
                Message(
                    vi: "Lượt thi “\(attempts)” chưa có; dùng first, counted hoặc all.",
                    en: "Attempts '\(attempts)' are not known; use first, counted or all."
                )
            )
        }
        guard let format = StatisticsDocument.Format(rawValue: format) else {
            return .refused(
                Message(
                    vi: "Định dạng “\(format)” chưa có; dùng csv, xlsx hoặc json.",
                    en: "Format '\(format)' is not known; use csv, xlsx or json."
                )
            )
        }
        let selection = AttemptSelection(contest: contest, round: round, group: group, attempts: attempts)
        let report = try await store.itemReport(selection, by: actor)
        let document = StatisticsDocument(selection, report, asOf: SystemClock.now())
        return AdminReply(output: Data(try document.bytes(format)))
    }
}
