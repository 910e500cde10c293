/// A set of questions under one licence.
///
/// A version of it that was used is never changed (I14).
package struct Bank: Hashable, Sendable {
    /// Same alphabet as ``Question/id``.
    package let id: String
    /// Its key is known to the public: all banks that ship with the project (I3).
    package let isPublic: Bool
    package let title: String
    /// A BCP 47 tag.
    package let language: String
    package let licence: String
    /// In the author's order; ids differ.
    package let questions: [Question]

    package init(
        id: String,
        isPublic: Bool,
        title: String,
        language: String,
        licence: String,
        questions: [Question]
    ) {
        self.id = id
        self.isPublic = isPublic
        self.title = title
        self.language = language
        self.licence = licence
        self.questions = questions
    }

    /// The pictures of its questions, each once, by their files.
    package var images: [String: Image] {
        Dictionary(questions.compactMap(\.image).map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
