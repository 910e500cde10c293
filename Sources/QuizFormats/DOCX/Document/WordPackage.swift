import QuizCore

/// The parts of a document's file.
enum WordPackage {
    /// Documents nest deeper than what else comes as XML: a text box in a cell of a table in a box.
    private static var limits: MarkupLimits {
        var limits = MarkupLimits.stream
        limits.depth = 200
        limits.elements = 3_000_000
        return limits
    }

    /// - Throws: What is wrong with the file, or what it is instead.
    static func document(_ bytes: [UInt8]) throws(Faults) -> WordDocument {
        if let other = otherFormat(bytes) { throw other }
        let archive = try ZipArchive(bytes)
        let main = try mainPart(archive)
        try refuseMacros(archive, main)
        let relations = try PackageRelations(of: main, archive)
        let reader = DocumentReader(
            styles: try relations.first("styles").map { name throws(Faults) in
                WordStyles(try archive.document(name))
            } ?? WordStyles(),
            numbering: try relations.first("numbering").map { name throws(Faults) in
                WordNumbering(try archive.document(name))
            } ?? WordNumbering()
        )
        do throws(Faults) {
            try MarkupStream.read(archive.part(main), limits: limits, handler: reader)
        } catch {
            throw error.aboutFile
        }
        var document = reader.document
        document.parts = WordPictureParts(archive, relations)
        return document
    }

    /// What is no archive, by its first bytes.
    private static func otherFormat(_ bytes: [UInt8]) -> Faults? {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            let isEncrypted = bytes.firstRange(of: "EncryptedPackage".utf8.flatMap { [$0, 0] }) != nil
            return isEncrypted
                ? Faults(
                    .file,
                    vi:
                        "tài liệu có mật khẩu; trong Word hãy vào Tệp > Thông tin > Bảo vệ tài liệu, bỏ mật khẩu và lưu lại",
                    en: "the document has a password; in Word, take it off under File > Info > Protect and save again"
                ) : unknown(vi: "tệp DOC cũ (Word 97–2003)", en: "an old DOC file (Word 97–2003)")
        }
        if bytes.starts(with: "{\\rtf".utf8) { return unknown(vi: "tệp RTF", en: "an RTF file") }
        if !ZipArchive.isLikely(bytes), bytes.starts(with: "<".utf8) || bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return unknown(vi: "trang web hoặc XML", en: "a web page or XML")
        }
        return nil
    }

    private static func mainPart(_ archive: ZipArchive) throws(Faults) -> String {
        if let type = try archive.entry(named: "mimetype"), type.starts(with: "application/vnd.oasis".utf8) {
            throw unknown(vi: "tệp OpenDocument (ODT)", en: "an OpenDocument file (ODT)")
        }
        guard archive.names.contains("_rels/.rels"),
            let main = try PackageRelations(of: "", archive).first("officeDocument")
        else { throw unknown(vi: "tệp nén khác", en: "another archive") }
        guard !main.hasPrefix("xl/") else {
            throw Faults(
                .file,
                vi: "đây là sổ tính Excel, không phải tài liệu Word; hãy đổi đuôi tệp thành .xlsx",
                en: "this is an Excel workbook, not a Word document; let its name end in .xlsx"
            )
        }
        guard archive.names.contains(main) else {
            throw .archive(vi: "thiếu phần “\(main.excerpt)”", en: "the part '\(main.excerpt)' is missing")
        }
        return main
    }

    /// Macros would not be run, but a document with them is none to pass on.
    private static func refuseMacros(_ archive: ZipArchive, _ main: String) throws(Faults) {
        let types = try archive.entry(named: "[Content_Types].xml").map { bytes throws(Faults) in
            try MarkupDocument.read(bytes)
        }
        let type = types?.children("Override").first { $0["PartName"] == "/" + main }?["ContentType"] ?? ""
        guard type.contains("macroEnabled") || archive.names.contains(where: { $0.hasSuffix("vbaProject.bin") }) else {
            return
        }
        throw Faults(
            .file,
            vi: "tài liệu có macro (DOCM), không nhận vì lý do an toàn; hãy lưu lại dưới dạng .docx",
            en: "the document has macros (DOCM), which are not taken for safety; save it as .docx"
        )
    }

    private static func unknown(vi: String, en: String) -> Faults {
        Faults(
            .file,
            vi: "đây là \(vi), không phải tài liệu DOCX; hãy mở bằng Word hoặc LibreOffice và lưu lại dưới dạng .docx",
            en: "this is \(en), not a DOCX document; open it in Word or LibreOffice and save it as .docx"
        )
    }
}

extension Faults {
    /// Without places, which lie in a part that nobody sees.
    fileprivate var aboutFile: Faults {
        Faults(faults.map { Fault(line: 0, column: 0, message: $0.message) })
    }
}
