import QuizCore
import QuizFormats

/// A parser with what must hold of it for any input.
struct Parser: Sendable {
    let name: String
    /// Ends the process when something does not hold.
    let check: @Sendable ([UInt8]) -> Void
    /// Only reads, to see what a long input costs.
    let read: @Sendable ([UInt8]) -> Void

    init(
        _ name: String,
        read: (@Sendable ([UInt8]) -> Void)? = nil,
        check: @escaping @Sendable ([UInt8]) -> Void
    ) {
        self.name = name
        self.check = check
        self.read = read ?? check
    }

    /// A format of banks; `pack` makes a file of it out of an input.
    init(_ format: BankFormat, pack: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 }) {
        self.init(format.rawValue, read: { _ = BankCheck(format).report(pack($0)) }) {
            BankCheck(format).check(pack($0))
        }
    }

    /// By the names of the folders in Fuzz/Corpus.
    ///
    /// A new format: one line here, and a folder with samples.
    static let all = [
        Parser(.yaml),
        Parser(.csv),
        Parser(.xlsx, pack: Archive.packed),
        Parser(.gift),
        Parser(.aiken),
        Parser(.moodleXML),
        Parser(.qti),
        Parser("qti-package", check: { BankCheck(.qti).check(Archive.packed($0)) }),
        Parser(.docx, pack: Archive.packed),
        Parser("bank-package", check: { BankCheck(.zip).check(Archive.packed($0)) }),
        Parser("image", check: ImageCheck.check),
        Parser("contest", check: DocumentCheck.contest),
        Parser("units", check: DocumentCheck.units),
        Parser("unit-sheet", check: DocumentCheck.unitSheet),
        Parser("unit-xlsx", check: { DocumentCheck.unitSheet(Archive.packed($0)) }),
        Parser("roster", check: RosterCheck.check),
        Parser("roster-xlsx", check: { RosterCheck.check(Archive.packed($0)) }),
        Parser("zip", check: ArchiveCheck.zip),
        Parser("inflate", check: ArchiveCheck.inflate),
        Parser("xml", check: MarkupCheck.xml),
        Parser("html", check: MarkupCheck.html),
        Parser("markdown", check: MarkupCheck.markdown),
        Parser("encodings", check: EncodingCheck.check),
        Parser("json", check: JSONCheck.check),
        Parser("choice", check: ChoiceCheck.check),
        Parser("typed", check: TypedCheck.check),
    ]

    static func named(_ name: String) -> Parser? {
        all.first { $0.name == name }
    }
}
