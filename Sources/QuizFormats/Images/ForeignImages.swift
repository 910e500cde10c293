package import QuizCore

/// How a format's reader hands over pictures: the bytes to the bank, which gives them a name, and the name with what the
/// picture shows to its question. Whether they are sound is decided where banks are judged.
extension ForeignBank {
    /// Takes the bytes of a picture; `name` is what the foreign file calls it.
    ///
    /// - Returns: The name to be set in the question: fit for the native format, and no other picture's.
    package mutating func addImage(named name: String, _ bytes: [UInt8]) -> String {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        let parts = file.split(separator: ".")
        let ending = parts.count > 1 ? parts.last.map { Self.plain(String($0)) } ?? "" : ""
        let words = Self.plain(parts.count > 1 ? parts.dropLast().joined(separator: "-") : file)
        let stem = String((words.isEmpty ? "image" : words).prefix(40))
        var number = 1
        while true {
            let tail = ending.isEmpty ? "" : "." + ending.prefix(8)
            let taken = stem + (number == 1 ? "" : "-\(number)") + tail
            guard let known = images[taken], known != bytes else {
                images[taken] = bytes
                return taken
            }
            number += 1
        }
    }

    private static func plain(_ text: String) -> String {
        text.folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    }
}

extension ForeignQuestion {
    /// Sets the picture that the question shows; `file` is what ``ForeignBank/addImage(named:_:)`` gave.
    package mutating func setImage(_ file: String, alt: String, at place: SourcePlace) {
        set("image", .map([("file", .text(file, at: place)), ("alt", .text(alt, at: place))], at: place))
    }
}
