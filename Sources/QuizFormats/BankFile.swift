package import QuizCore

extension BankFormat {
    /// How the name of a file of the format ends.
    package var fileExtension: String {
        switch self {
        case .yaml: "yaml"
        case .csv: "csv"
        case .xlsx: "xlsx"
        case .gift: "gift"
        case .aiken: "txt"
        case .moodleXML: "xml"
        case .zip, .qti, .qti21, .qti30: "zip"
        case .docx: "docx"
        }
    }
}

extension Bank {
    /// A file that comes to the same bank when it is imported, also where its format has no room for the id.
    package func fileName(as format: BankFormat) -> String { "\(id).\(format.fileExtension)" }
}
