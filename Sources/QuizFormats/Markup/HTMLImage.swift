import QuizCore

/// An `<img>` in a text of HTML.
struct HTMLImage: Hashable {
    let source: String
    /// On one line; empty where nothing is said.
    let alt: String

    /// All of them in their order; time grows with the length of the text only.
    static func all(in text: String) -> [HTMLImage] {
        guard text.contains("<") else { return [] }
        let scalars = Array(text.unicodeScalars)
        var images: [HTMLImage] = []
        var index = 0
        while let start = scalars[index...].firstIndex(of: "<") {
            index = start + 1
            guard let tag = HTMLTag(scalars, at: start), tag.name == "img", !tag.isEnd else { continue }
            var reader = HTMLAttributes(scalars, from: start + 4)
            // A tag that is never closed is none, and neither is what follows.
            guard let attributes = reader.read() else { break }
            index = reader.index
            images.append(
                HTMLImage(
                    source: attributes["src"] ?? "",
                    alt: (attributes["alt"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
                )
            )
        }
        return images
    }
}

/// The attributes of one tag.
private struct HTMLAttributes {
    private let source: [Unicode.Scalar]
    private(set) var index: Int

    init(_ source: [Unicode.Scalar], from index: Int) {
        self.source = source
        self.index = index
    }

    /// - Returns: `nil` if the tag is not closed. Of two with one name the first counts, as in browsers.
    mutating func read() -> [String: String]? {
        var found: [String: String] = [:]
        while index < source.count {
            let scalar = source[index]
            if scalar == ">" {
                index += 1
                return found
            }
            if scalar == "/" || scalar.properties.isWhitespace {
                index += 1
                continue
            }
            let name = take { $0 == "=" || $0 == ">" || $0 == "/" || $0.properties.isWhitespace }.lowercased()
            _ = take { !$0.properties.isWhitespace }
            guard index < source.count, source[index] == "=" else {
                if name.isEmpty { index += 1 }
                continue
            }
            index += 1
            _ = take { !$0.properties.isWhitespace }
            guard let value = value() else { return nil }
            if found[name] == nil { found[name] = HTMLReader.entities(in: value) }
        }
        return nil
    }

    private mutating func value() -> String? {
        guard index < source.count else { return nil }
        let quote = source[index]
        guard quote == "\"" || quote == "'" else { return take { $0 == ">" || $0.properties.isWhitespace } }
        index += 1
        let value = take { $0 == quote }
        guard index < source.count else { return nil }
        index += 1
        return value
    }

    /// Up to a scalar that ends it, or the end of the text.
    private mutating func take(until isEnd: (Unicode.Scalar) -> Bool) -> String {
        let start = index
        while index < source.count, !isEnd(source[index]) { index += 1 }
        return String(String.UnicodeScalarView(source[start..<index]))
    }
}

extension HTMLReader {
    /// A value of an attribute with its entities taken for what they stand for.
    static func entities(in text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            rest = rest[start...]
            guard let end = rest.prefix(34).firstIndex(of: ";"),
                let scalar = HTMLEntities.scalar(String(rest[rest.index(after: start)..<end]))
            else {
                result.append("&")
                rest = rest.dropFirst()
                continue
            }
            result.unicodeScalars.append(scalar)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
