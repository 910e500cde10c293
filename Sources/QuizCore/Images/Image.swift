/// The picture that a question shows beside its prompt.
package struct Image: Hashable, Sendable {
    /// What its file is called in the folder of the bank; stands for nothing, and is in no digest.
    package let file: String
    package let facts: ImageFacts
    /// What it shows, in words, for those who cannot see it; NFC, one line, never empty.
    package let alt: String

    package init(file: String, facts: ImageFacts, alt: String) {
        self.file = file
        self.facts = facts
        self.alt = alt
    }

    package static let maximumAlt = 500
}

/// What is known of a picture without its bytes.
package struct ImageFacts: Hashable, Sendable {
    /// SHA-256 of the bytes that are kept, which is its name everywhere; 32 bytes.
    package let digest: [UInt8]
    package let type: ImageType
    /// Unit: pixels, as it is shown.
    package let width: Int
    package let height: Int

    package init(digest: [UInt8], type: ImageType, width: Int, height: Int) {
        self.digest = digest
        self.type = type
        self.width = width
        self.height = height
    }
}

/// What every browser shows and nothing can run in.
package enum ImageType: String, CaseIterable, Codable, Hashable, Sendable {
    case png, jpeg, webp

    package var mediaType: String { "image/" + rawValue }
    /// At the end of a file's name.
    package var fileExtension: String { self == .jpeg ? "jpg" : rawValue }
}

/// A picture as it is kept.
package struct ImageContent: Hashable, Sendable {
    package let facts: ImageFacts
    package let bytes: [UInt8]

    package init(facts: ImageFacts, bytes: [UInt8]) {
        self.facts = facts
        self.bytes = bytes
    }
}
