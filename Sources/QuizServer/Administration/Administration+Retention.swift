import QuizCore
import QuizStore

extension Administration {
    /// One paragraph a contest: what is kept until when, and what was erased.
    func retention(of contest: String?) async throws -> AdminReply {
        let all = store.definitions().map(\.contest.id)
        let contests = contest.map { [$0] } ?? all
        var paragraphs: [String] = []
        for id in contests {
            guard let report = try await store.retention(of: id) else {
                return .refused(Message(vi: "Không có cuộc thi “\(id)”.", en: "There is no contest '\(id)'."))
            }
            paragraphs.append(Self.words(of: report, id).local)
        }
        return .done(paragraphs.joined(separator: "\n\n"))
    }

    private static func words(of report: RetentionReport, _ contest: String) -> Message {
        var vi = ["\(contest): giữ \(report.kept) thí sinh (\(report.withPhone) số điện thoại)"]
        var en = ["\(contest): keeps \(report.kept) people (\(report.withPhone) phone numbers)"]
        vi.append("chưa đến thi, còn trong danh sách: \(report.keptOnRosters)")
        en.append("on rosters, never came: \(report.keptOnRosters)")
        if let from = report.erasesFrom {
            vi.append("xóa danh tính từ \(from.vietnamese)")
            en.append("erases identities from \(from.vietnamese) (Việt Nam time)")
        } else {
            vi.append("chưa đặt ngày xóa: thêm “retention” vào định nghĩa cuộc thi")
            en.append("no date of erasure: add 'retention' to the definition")
        }
        vi.append(
            "đã xóa \(report.erasedInAll) thí sinh, trong đó \(report.erased) do đến hạn; "
                + "\(report.erasedOnRosters) dòng danh sách"
        )
        en.append(
            "erased \(report.erasedInAll) people, \(report.erased) of them by date; "
                + "\(report.erasedOnRosters) roster entries"
        )
        if let end = report.finishedAt {
            vi.append("xong lúc \(end.vietnamese)")
            en.append("finished at \(end.vietnamese)")
        }
        if !report.unfinishedRounds.isEmpty {
            vi.append("đợt chưa chính thức: \(report.unfinishedRounds.joined(separator: ", "))")
            en.append("rounds not final: \(report.unfinishedRounds.joined(separator: ", "))")
        }
        return Message(vi: vi.joined(separator: "\n  "), en: en.joined(separator: "\n  "))
    }
}
