import QuizCore

/// What a workbook says of its parts: which sheets there are, and where texts and formats stand.
struct WorkbookParts {
    struct Page {
        let name: String
        let part: String
    }

    private(set) var pages: [Page] = []
    private(set) var texts: String?
    private(set) var styles: String?
    /// Whether days are counted from 1904.
    private(set) var isFrom1904 = false

    init(_ archive: ZipArchive) throws(Faults) {
        let book = try Self.bookPart(archive)
        let relations = try Relations(of: book, archive)
        let root = try archive.document(book)
        texts = relations.first("sharedStrings")
        styles = relations.first("styles")
        isFrom1904 = ["1", "true", "on"].contains(root.first("workbookPr")?["date1904"] ?? "")
        for sheet in root.first("sheets")?.children("sheet") ?? [] {
            // Hidden sheets hold lists and old versions.
            guard ["visible", nil].contains(sheet["state"]), let id = sheet.relation,
                let part = relations.worksheet(id)
            else { continue }
            pages.append(Page(name: sheet["name"] ?? "", part: part))
        }
    }

    private static func bookPart(_ archive: ZipArchive) throws(Faults) -> String {
        if archive.names.contains("xl/workbook.bin") {
            throw unknown(vi: "dạng XLSB", en: "an XLSB file")
        }
        if let type = try archive.entry(named: "mimetype"), type.starts(with: "application/vnd.oasis".utf8) {
            throw unknown(vi: "dạng OpenDocument (ODS)", en: "an OpenDocument file (ODS)")
        }
        guard archive.names.contains("_rels/.rels"),
            let book = try Relations(of: "", archive).first("officeDocument"), archive.names.contains(book)
        else { throw unknown(vi: "tệp nén khác", en: "another archive") }
        return book
    }

    private static func unknown(vi: String, en: String) -> Faults {
        Faults(
            .file,
            vi: "đây là \(vi), không phải sổ tính XLSX; hãy mở và lưu lại dưới dạng .xlsx",
            en: "this is \(en), not an XLSX workbook; open it and save it as .xlsx"
        )
    }
}

/// Where the parts that one part names stand in the archive.
private struct Relations {
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

    func worksheet(_ id: String) -> String? {
        targets.first { $0.id == id && $0.type.hasSuffix("/worksheet") }?.part
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

extension MarkupElement {
    /// The relation that it names: `id` in the namespace of relations, of either edition of the standard.
    fileprivate var relation: String? {
        tag.attributes.first { $0.name == "id" && $0.namespace?.hasSuffix("/relationships") == true }?.value
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
