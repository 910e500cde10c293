import QuizCore

/// Pictures that lie in an archive beside the questions that show them; each is unpacked once.
struct PackagedImages {
    private let archive: ZipArchive
    /// What the bank calls those that were taken, by their entries.
    private var taken: [String: String] = [:]
    /// Unit: bytes.
    private var total = 0

    init(_ archive: ZipArchive) {
        self.archive = archive
    }

    /// Hands a picture to the bank.
    ///
    /// - Returns: The name to be set in the question.
    /// - Throws: Why its bytes are not even looked at.
    mutating func add(_ entry: String, to bank: inout ForeignBank, at place: SourcePlace) throws(Faults) -> String {
        if let known = taken[entry] { return known }
        let size = archive.size(of: entry) ?? 0
        guard size <= ImageFile.maximumRead else { throw Self.tooLarge(entry, size, place) }
        total += size
        guard total <= ImageStock.maximumSize else { throw BankPackage.tooMuch(total) }
        let file = bank.addImage(named: entry, try archive.entry(named: entry) ?? [])
        taken[entry] = file
        return file
    }

    private static func tooLarge(_ entry: String, _ size: Int, _ place: SourcePlace) -> Faults {
        let name = (entry.split(separator: "/").last.map(String.init) ?? entry).excerpt
        let (much, most) = ((size + 1_023) >> 10, ImageFile.maximumSize >> 10)
        return Faults(
            place,
            vi: "ảnh “\(name)” nặng \(much) KiB, nhiều nhất là \(most) KiB; hãy thu nhỏ hoặc nén thêm",
            en: "the picture '\(name)' has \(much) KiB, \(most) KiB are the most; make it smaller or pack it more"
        )
    }
}
