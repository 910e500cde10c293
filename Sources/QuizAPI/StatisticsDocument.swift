import Dispatch
package import QuizCore
import QuizFormats

/// Item statistics on their way out.
package struct StatisticsDocument: Sendable {
    package enum Format: String, CaseIterable, Hashable, Sendable {
        case json, csv, xlsx

        var mediaType: String {
            switch self {
            case .json: "application/json; charset=utf-8"
            case .csv: "text/csv; charset=utf-8"
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
        }
    }

    /// Workbooks go through a file, and no call that blocks may hold a thread of the cooperative pool (I12).
    private static let queue = DispatchQueue(label: "quiz.documents")

    private let selection: AttemptSelection
    private let report: ItemReport
    private let asOf: Timestamp

    package init(_ selection: AttemptSelection, _ report: ItemReport, asOf: Timestamp) {
        self.selection = selection
        self.report = report
        self.asOf = asOf
    }

    package func bytes(_ format: Format, separator: CSVWriter.Separator = .comma) throws -> [UInt8] {
        switch format {
        case .json: json.bytes
        case .csv: Array(ItemTable.questions(report).csv(separator: separator).utf8)
        case .xlsx: try ItemWorkbook.bytes(report)
        }
    }

    /// The same on a queue of its own.
    func written(_ format: Format, separator: CSVWriter.Separator) async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { continuation in
            Self.queue.async {
                continuation.resume(with: Result { try bytes(format, separator: separator) })
            }
        }
    }

    private var json: JSONText {
        JSONText { json in
            json.field("contest", selection.contest)
            json.field("round", selection.round)
            json.field("group", selection.group)
            json.field("attempts", selection.attempts.rawValue)
            json.field("asOf", asOf)
            json.field("papers", report.papers)
            json.field("questionsPerPaper", real: report.length)
            json.field("meanScore", real: report.meanScore)
            json.field("deviation", real: report.deviation)
            json.field("alpha", real: report.reliability?.alpha)
            json.field("standardError", real: report.reliability?.standardError)
            json.field("pairs", report.reliability?.pairs)
            json.list("windows", report.windows) { json, window in
                json.object { json in
                    json.field("from", window.from)
                    json.field("to", window.to)
                    json.field("papers", window.papers)
                }
            }
            json.list("items", report.items) { json, item in json.object { $0.fields(of: item) } }
        }
    }
}

extension JSONText {
    /// Shortest form that reads back as the same number; nothing where there is none.
    fileprivate mutating func field(_ key: JSONKey, real value: Double?) {
        guard let value, value.isFinite else { return }
        field(key, json: "\(value)")
    }

    fileprivate mutating func fields(of item: ItemFigures) {
        let question = item.item.question
        field("bank", item.item.bank)
        field("question", question.id)
        field("kind", question.body.kind.rawValue)
        field("topic", question.topic)
        field("difficulty", question.difficulty.rawValue)
        field("prompt", question.prompt)
        field("papers", item.count)
        field("blank", item.blank)
        field("right", item.right)
        field("facility", real: item.facility)
        field("facilityLow", real: item.interval.low)
        field("facilityHigh", real: item.interval.high)
        field("discrimination", real: item.discrimination)
        field("upperLower", real: item.upperLower)
        list("options", item.lines) { json, line in
            json.object { json in
                json.field("label", line.label)
                json.field("text", line.text)
                json.field("key", line.isKey)
                json.field("papers", line.count)
                json.field("share", real: line.share)
                json.field("discrimination", real: line.discrimination)
            }
        }
        list("wrongTexts", item.wrongTexts) { json, text in
            json.object { json in
                json.field("text", text.text)
                json.field("papers", text.count)
                json.field("share", real: text.share)
                json.field("discrimination", real: text.discrimination)
            }
        }
        if let seconds = item.seconds {
            object("seconds") { json in
                json.field("answers", seconds.count)
                json.field("lower", seconds.lower)
                json.field("median", seconds.median)
                json.field("upper", seconds.upper)
            }
        }
        course(of: item)
        flags(of: item)
    }

    private mutating func course(of item: ItemFigures) {
        if let drift = item.drift {
            object("drift") { json in
                json.field("z", real: drift.z)
                json.field("p", real: drift.p)
                json.field("q", real: drift.q)
                json.field("rise", real: drift.rise)
            }
        }
        list("windows", item.windows) { json, window in
            json.object { json in
                json.field("papers", window.count)
                json.field("right", window.right)
                if let share = window.share {
                    let interval = Interval(wilson: share, of: window.count)
                    json.field("low", real: interval.low)
                    json.field("high", real: interval.high)
                }
                json.field("expected", real: window.expected)
            }
        }
    }

    private mutating func flags(of item: ItemFigures) {
        list("flags", item.flags) { json, flag in
            json.object { json in
                json.field("code", flag.code.rawValue)
                json.field("title", flag.title.vi)
                json.field("titleEn", flag.title.en)
                json.field("advice", flag.advice.vi)
                json.field("adviceEn", flag.advice.en)
            }
        }
    }
}
