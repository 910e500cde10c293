import Foundation

/// Where the addresses in a document lead: to files of its package, to bytes of their own, or out of it.
struct QTIFiles {
    enum Found {
        case found(QTIShownPicture.Content)
        case missing
        /// On the web, or on the server that the file comes from.
        case elsewhere
    }

    /// What stands for the files of a course in exports of Canvas, with or without percent signs.
    private static let course = "$IMS-CC-FILEBASE$/"
    /// Where Common Cartridge keeps them.
    private static let courseFolder = "web_resources"

    private let names: Set<String>
    /// Of the document within the package.
    private let folder: [Substring]
    let isPackage: Bool

    /// A document that comes alone.
    init() {
        (names, folder, isPackage) = ([], [], false)
    }

    init(_ names: Set<String>, of document: String) {
        self.names = names
        folder = Array(document.split(separator: "/").dropLast())
        isPackage = true
    }

    func find(_ source: String) -> Found {
        if source.isEmpty || source.hasPrefix("//") { return .elsewhere }
        if source.lowercased().hasPrefix("data:") { return data(source) }
        if Self.hasScheme(source) { return .elsewhere }
        let address = String(source.prefix { $0 != "?" && $0 != "#" })
        let plain = address.removingPercentEncoding ?? address
        if plain.hasPrefix(Self.course) { return found(ofCourse: String(plain.dropFirst(Self.course.count))) }
        // As it stands comes first: a name may hold percent signs itself.
        let isRooted = plain.hasPrefix("/")
        let start = isRooted ? [] : folder
        if let entry = entry(address, in: start) ?? entry(plain, in: start) { return .found(.entry(entry)) }
        return isRooted ? .elsewhere : .missing
    }

    /// Programs differ in the folder that they mean; a file that ends so, and is the only one, is meant.
    private func found(ofCourse path: String) -> Found {
        let known = entry(path, in: [Self.courseFolder[...]]) ?? entry(path, in: folder) ?? entry(path, in: [])
        if let known { return .found(.entry(known)) }
        guard let wanted = resolved(path, in: []) else { return .missing }
        let ending = names.filter { $0.hasSuffix("/" + wanted) }
        guard ending.count == 1, let entry = ending.first else { return .missing }
        return .found(.entry(entry))
    }

    private func entry(_ path: String, in folder: [Substring]) -> String? {
        resolved(path, in: folder).flatMap { names.contains($0) ? $0 : nil }
    }

    /// `nil` for a path that leads out of the package.
    private func resolved(_ path: String, in folder: [Substring]) -> String? {
        var parts = folder
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case ".." where parts.isEmpty: return nil
            case "..": parts.removeLast()
            default: parts.append(part)
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }

    private func data(_ source: String) -> Found {
        guard let comma = source.firstIndex(of: ","), source[..<comma].lowercased().hasSuffix(";base64"),
            let bytes = Data(
                base64Encoded: String(source[source.index(after: comma)...]),
                options: .ignoreUnknownCharacters
            )
        else { return .missing }
        return .found(.bytes(Array(bytes)))
    }

    /// Whether an address begins as `https:` does (RFC 3986, section 3.1).
    private static func hasScheme(_ source: String) -> Bool {
        guard let colon = source.firstIndex(of: ":"), source.first?.isASCII == true, source.first?.isLetter == true
        else { return false }
        return source[..<colon].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    }
}
