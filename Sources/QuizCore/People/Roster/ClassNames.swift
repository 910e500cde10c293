/// The units below one, found by what lists call them: `8A`, `Lớp 8A`, a code, a whole title.
package struct ClassNames: Sendable {
    package enum Match: Hashable, Sendable {
        case unit(String)
        case several([String])
        case none
    }

    private var codes: [String: String] = [:]
    private var names: [String: [String]] = [:]

    /// `units`: the unit that the list is for, and all below it.
    package init(_ units: [Unit]) {
        for unit in units {
            codes[unit.code.lowercased()] = unit.code
            for name in Set(Self.names(of: unit.title)) { names[name, default: []].append(unit.code) }
        }
    }

    package func match(_ text: String) -> Match {
        if let code = codes[text.lowercased()] { return .unit(code) }
        for name in Self.names(of: text) {
            guard let found = names[name] else { continue }
            return found.count == 1 ? .unit(found[0]) : .several(found.sorted())
        }
        return .none
    }

    /// The nearest code or name, as a hint behind a fault.
    func hint(for text: String) -> (vi: String, en: String) {
        guard codes.count <= 1_000 else { return ("", "") }
        return Suggestion.hint(for: text, among: codes.values.sorted())
    }

    /// From the whole title to its first part without the word for a class: `Lớp 8A - THCS Mẫu Một` is also `8a`.
    private static func names(of title: String) -> [String] {
        let folded = title.folded
        let first = folded.replacing(" – ", with: " - ").components(before: " - ")
        return [folded, first, withoutWord(folded), withoutWord(first)].map(letters).filter { !$0.isEmpty }
    }

    private static func withoutWord(_ name: String) -> String {
        for word in ["lop ", "class "] where name.hasPrefix(word) { return String(name.dropFirst(word.count)) }
        return name
    }

    private static func letters(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.filter { $0.properties.isAlphabetic || $0.isDigit }))
    }

    /// The code that a class which is not there yet would get: that of the school, then its name.
    static func code(of name: String, below unit: String) -> String? {
        let plain = withoutWord(name.folded)
        let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
        let code = "\(unit)-\(words)"
        return words.isEmpty || code.utf8.count > 64 ? nil : code
    }

    static func title(of name: String) -> String {
        withoutWord(name.folded) == name.folded ? "Lớp \(name)" : name
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension String {
    fileprivate func components(before separator: String) -> String {
        firstRange(of: separator).map { String(self[..<$0.lowerBound]) } ?? self
    }
}
