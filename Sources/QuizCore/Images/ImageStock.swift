/// The pictures that a bank file may refer to, by the names of their files.
package struct ImageStock: Sendable {
    /// Nothing: a question with an image is at fault.
    package static let none = ImageStock(facts: [:])

    /// Unit: bytes, of all pictures of a bank together.
    package static let maximumSize = 15 << 20

    enum Entry {
        case taken(ImageFacts)
        case refused(Message)
    }

    private(set) var entries: [String: Entry]
    /// What is to be kept of those that are taken.
    package private(set) var contents: [String: [UInt8]] = [:]
    /// Names of files whose metadata was left out.
    package private(set) var cleaned: Set<String> = []

    /// Pictures that were judged before.
    package init(facts: [String: ImageFacts]) {
        entries = facts.mapValues { .taken($0) }
    }

    package init(files: [String: [UInt8]], by cryptography: any Cryptography) {
        self = .none
        for (name, bytes) in files { add(bytes, named: name, by: cryptography) }
    }

    /// Judges a file; what is wrong with it is told where a question names it.
    package mutating func add(_ file: [UInt8], named name: String, by cryptography: any Cryptography) {
        do throws(ImageRefusal) {
            let image = try ImageFile(file)
            let facts = ImageFacts(
                digest: cryptography.sha256(image.bytes),
                type: image.type,
                width: image.width,
                height: image.height
            )
            entries[name] = .taken(facts)
            contents[name] = image.bytes
            if image.isCleaned { cleaned.insert(name) }
        } catch {
            entries[name] = .refused(error.message)
        }
    }

    package var names: Set<String> { Set(entries.keys) }
}
