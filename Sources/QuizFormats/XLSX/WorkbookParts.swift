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
        let relations = try PackageRelations(of: book, archive)
        let root = try archive.document(book)
        texts = relations.first("sharedStrings")
        styles = relations.first("styles")
        isFrom1904 = ["1", "true", "on"].contains(root.first("workbookPr")?["date1904"] ?? "")
        var parts: Set<String> = []
        for sheet in root.first("sheets")?.children("sheet") ?? [] {
            // Hidden sheets hold lists and old versions.
            guard ["visible", nil].contains(sheet["state"]), let id = sheet.relation,
                let part = relations.part(id, type: "worksheet")
            else { continue }
            // Else a large one could be read as often as there are names.
            guard parts.insert(part).inserted else {
                throw .archive(vi: "hai trang cùng là “\(part.excerpt)”", en: "two sheets are '\(part.excerpt)'")
            }
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
            let book = try PackageRelations(of: "", archive).first("officeDocument"), archive.names.contains(book)
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

extension MarkupElement {
    /// The relation that it names: `id` in the namespace of relations, of either edition of the standard.
    fileprivate var relation: String? {
        tag.attributes.first { $0.name == "id" && $0.namespace?.hasSuffix("/relationships") == true }?.value
    }
}
