import Foundation
import QuizAPI
import QuizCore
import QuizFormats
import QuizStore

extension Administration {
    /// The list of winners as a file.
    func exportPrizes(_ id: String, round: String?, format: String) async throws -> AdminReply {
        guard let contest = store.definition(of: id)?.contest, var report = try await store.prizes(of: id) else {
            return .refused(Message(vi: "Không có cuộc thi “\(id)”.", en: "There is no contest '\(id)'."))
        }
        if let round {
            guard contest.hasBoard(of: round) || round == Cumulative.round else {
                return .refused(Message(vi: "Không có đợt “\(round)”.", en: "There is no round '\(round)'."))
            }
            report = report.limited(to: round)
        }
        let export = PrizesExport(contest: contest, report: report)
        switch format {
        case "csv": return AdminReply(output: Data(export.csv(separator: .comma).utf8))
        case "xlsx": return AdminReply(output: Data(try TextTable.xlsx(name: "Giải thưởng", rows: export.table)))
        case "json": return AdminReply(output: Data(PrizesJSON(report, of: contest).bytes))
        default:
            return .refused(
                Message(
                    vi: "Định dạng “\(format)” chưa có; dùng csv, xlsx hoặc json.",
                    en: "Format '\(format)' is not known; use csv, xlsx or json."
                )
            )
        }
    }
}
