import QuizCore

/// Where the parts that one part names stand in an office document; what lies outside of it is left out.
///
/// - Source: ECMA-376 part 2, 9.3.
struct PackageRelations {
    private var targets: [(id: String, type: String, part: String)] = []

    /// `part`: empty for the archive as a whole.
    init(of part: String, _ archive: ZipArchive) throws(Faults) {
        let folder = part.split(separator: "/").dropLast().joined(separator: "/")
        let file = part.split(separator: "/").last.map(String.init) ?? ""
        let name = (folder.isEmpty ? "" : folder + "/") + "_rels/" + file + ".rels"
        guard archive.names.contains(name) else { return }
        for relation in try archive.document(name).children("Relationship") where relation["TargetMode"] != "External" {
            guard let id = relation["Id"], let type = relation["Type"], let target = relation["Target"] else {
                continue
            }
            targets.append((id, type, Self.resolved(target, in: folder)))
        }
    }

    func first(_ type: String) -> String? {
        targets.first { $0.type.hasSuffix("/" + type) }?.part
    }

    func part(_ id: String, type: String) -> String? {
        targets.first { $0.id == id && $0.type.hasSuffix("/" + type) }?.part
    }

    private static func resolved(_ target: String, in folder: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for part in target.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}

extension ZipArchive {
    /// A part that must be there, as XML of moderate size.
    func document(_ name: String) throws(Faults) -> MarkupElement {
        try MarkupDocument.read(part(name))
    }

    func part(_ name: String) throws(Faults) -> [UInt8] {
        guard let bytes = try entry(named: name) else {
            throw .archive(vi: "thiếu phần “\(name.excerpt)”", en: "the part '\(name.excerpt)' is missing")
        }
        return bytes
    }
}
