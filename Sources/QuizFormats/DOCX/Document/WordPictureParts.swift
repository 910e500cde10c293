import QuizCore

/// The pictures of a document, which are parts of its file.
struct WordPictureParts {
    private let archive: ZipArchive
    private let relations: PackageRelations
    private var images: PackagedImages

    init(_ archive: ZipArchive, _ relations: PackageRelations) {
        self.archive = archive
        self.relations = relations
        images = PackagedImages(archive)
    }

    /// The part that a picture's relation leads to; `nil` for what lies outside of the file, or nowhere.
    func part(of picture: WordPicture) -> String? {
        guard let part = picture.relation.flatMap({ relations.part($0, type: "image") }),
            archive.size(of: part) != nil
        else { return nil }
        return part
    }

    /// Hands a part to the bank.
    ///
    /// - Returns: The name to be set in the question.
    mutating func add(_ part: String, to bank: inout ForeignBank, at place: SourcePlace) throws(Faults) -> String {
        try images.add(part, to: &bank, at: place)
    }

    /// What Windows draws in lines, by the name of its type; `nil` for other pictures.
    static func metafile(_ part: String) -> String? {
        ["emf", "wmf", "emz", "wmz"].first { part.lowercased().hasSuffix("." + $0) }?.uppercased()
    }
}
