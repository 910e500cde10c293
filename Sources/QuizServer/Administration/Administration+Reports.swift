import Foundation
import QuizAPI
import QuizCore
import QuizStore

extension Administration {
    func report(_ request: AdminRequest.ReportRequest) async throws -> AdminReply {
        let targets = try Targets(yaml: Array(request.targets), vocabulary: vocabulary)
        guard let format = ListFormat(rawValue: request.format),
            let separator = CSVWriter.Separator(rawValue: request.separator)
        else {
            return .refused(
                Message(
                    vi: "Định dạng phải là csv, xlsx hoặc json; dấu ngăn cách là comma hoặc semicolon.",
                    en: "The format must be csv, xlsx or json; the separator comma or semicolon."
                )
            )
        }
        let until = request.until.flatMap { CalendarDay(text: $0) }
        if let text = request.until, until == nil {
            return .refused(
                Message(vi: "Ngày “\(text)” phải có dạng 2026-12-14.", en: "Write the day '\(text)' as 2026-12-14.")
            )
        }
        let year = request.year ?? CalendarDay(of: SystemClock.now()).year
        let lastDay = request.isYearly ? until ?? YearReport.lastDay(of: year) : until
        let scope = ReportScope(
            contests: request.contest.map { .one($0) } ?? .year(year),
            until: lastDay,
            unit: request.unit
        )
        guard let figures = try await store.figures(scope) else {
            return .refused(
                Message(vi: "Không có cuộc thi hoặc đơn vị này.", en: "There is no such contest or unit.")
            )
        }
        let content: ReportDocument.Content
        if request.isYearly, let lastDay {
            content = .year(
                YearReport(
                    figures,
                    year: year,
                    until: lastDay,
                    unit: request.unit,
                    against: targets,
                    vocabulary: vocabulary
                )
            )
        } else {
            content = .coverage(CoverageReport(figures, against: targets))
        }
        let document = ReportDocument(content, vocabulary: vocabulary, at: SystemClock.now())
        return AdminReply(output: Data(try await document.bytes(format, separator: separator)))
    }
}
