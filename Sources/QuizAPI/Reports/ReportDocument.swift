import Foundation
package import QuizCore
import QuizFormats
import XLSXWriter

/// Coverage or a yearly report on its way out.
package struct ReportDocument: Sendable {
    package enum Content: Sendable {
        case coverage(CoverageReport)
        case year(YearReport)
    }

    private let content: Content
    private let vocabulary: Vocabulary
    private let at: Timestamp

    package init(_ content: Content, vocabulary: Vocabulary, at moment: Timestamp) {
        self.content = content
        self.vocabulary = vocabulary
        at = moment
    }

    /// A CSV holds the table of units alone.
    package func bytes(_ format: ListFormat, separator: CSVWriter.Separator = .comma) async throws -> [UInt8] {
        let tables = ReportTables(vocabulary)
        switch (format, content) {
        case (.json, .coverage(let report)):
            return JSONText { json in
                json.field("asOf", at)
                json.fields(of: report)
                json.titles(of: vocabulary)
            }.bytes
        case (.json, .year(let report)):
            return JSONText { json in
                json.field("asOf", at)
                json.fields(of: report)
                json.titles(of: vocabulary)
            }.bytes
        case (.csv, .coverage(let report)): return Array(tables.units(report).csv(separator: separator).utf8)
        case (.csv, .year(let report)): return Array(tables.units(report.coverage).csv(separator: separator).utf8)
        case (.xlsx, .coverage(let report)): return try await workbook(tables.tables(of: report))
        case (.xlsx, .year(let report)): return try await workbook(tables.tables(of: report))
        }
    }

    private func workbook(_ tables: [ReportTable]) async throws -> [UInt8] {
        let plans = tables.map { table in
            SheetPlan(
                name: table.name,
                columns: table.columns.map { SheetPlan.Column(title: $0.title, width: $0.width) }
            )
        }
        let workbook = StreamedWorkbook(plans)
        for (index, table) in tables.enumerated() {
            try await workbook.append(table.rows.map { $0.map { WorkbookCell($0) } }, to: index)
        }
        try await workbook.finish()
        var bytes: [UInt8] = []
        while true {
            let piece = try await workbook.bytes()
            if piece.isEmpty { return bytes }
            bytes += piece
        }
    }
}
