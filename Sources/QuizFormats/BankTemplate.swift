package import QuizCore

/// Sheets to be filled in, with two questions as an example.
package enum BankTemplate {
    /// - Returns: `nil` for a format that is no sheet.
    /// - Throws: When a workbook cannot be written.
    package static func bytes(
        _ format: BankFormat,
        _ language: SheetLanguage,
        vocabulary: Vocabulary
    ) throws -> [UInt8]? {
        switch format {
        case .xlsx: try XLSXBank.template(language, vocabulary: vocabulary)
        case .csv: Array(CSVBank.template(language, vocabulary: vocabulary).utf8)
        default: nil
        }
    }
}
