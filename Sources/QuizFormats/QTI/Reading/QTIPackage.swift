import Foundation
import QuizCore

/// A content package: an archive with a manifest that lists its documents.
struct QTIPackage {
    private struct Document {
        let name: String
        let metadata: QTIMetadata
    }

    private let archive: ZipArchive
    /// Without what macOS adds.
    private let names: [String]

    init(_ archive: ZipArchive) {
        self.archive = archive
        names = archive.names.filter { !$0.hasPrefix("__MACOSX/") }
    }

    /// Reads all documents; places are the number of a document and the line in it.
    func read(into reader: inout QTIReader) throws(Faults) {
        var documents = try listed(&reader)
        if documents.isEmpty { documents = try found() }
        guard !documents.isEmpty else {
            throw Faults(
                .file,
                vi: "tệp nén không chứa câu hỏi QTI nào; hãy xuất lại gói câu hỏi dạng QTI",
                en: "the archive holds no QTI questions; export the package again as QTI"
            )
        }
        let all = Set(names)
        for (index, document) in documents.enumerated() {
            reader.file = document.name
            reader.files = QTIFiles(all, of: document.name)
            do throws(Faults) {
                try read(document, index + 1, &reader)
            } catch {
                reader.bank.faults += error.faults.map { fault in
                    let prefix = QTITold.prefix(document.name)
                    return Fault(
                        line: fault.line == 0 ? index + 1 : fault.line,
                        column: max(1, fault.column),
                        message: Message(vi: prefix + fault.message.vi, en: prefix + fault.message.en)
                    )
                }
            }
        }
    }

    private func read(_ document: Document, _ number: Int, _ reader: inout QTIReader) throws(Faults) {
        guard let bytes = try archive.entry(named: document.name) else {
            throw Faults(
                SourcePlace(line: number, column: 1),
                vi: "bản kê (imsmanifest.xml) nêu tệp này nhưng trong gói không có",
                en: "the manifest names this file, and the package does not have it"
            )
        }
        reader.read(try QTISource.document(bytes, file: number), document.metadata)
    }

    /// What the manifest lists; empty without a manifest, or with one that knows no questions.
    private func listed(_ reader: inout QTIReader) throws(Faults) -> [Document] {
        let manifests = names.filter { $0.split(separator: "/").last == "imsmanifest.xml" }
        guard let name = manifests.min(by: { $0.utf8.count < $1.utf8.count }),
            let bytes = try archive.entry(named: name)
        else { return [] }
        let root = try manifest(bytes, name)
        QTIManifest(root).fill(&reader.bank)
        let folder = name.split(separator: "/").dropLast().joined(separator: "/")
        let resources = root.first("resources")
        let base = Self.resolved(resources?["base"] ?? "", in: folder)
        return (resources?.children("resource") ?? []).compactMap { document($0, base) }
    }

    private func manifest(_ bytes: [UInt8], _ name: String) throws(Faults) -> MarkupElement {
        do throws(Faults) {
            return try QTISource.document(bytes)
        } catch {
            let faults = error.faults.map { fault in
                let place = QTITold.prefix(name) + "\(fault.line):\(fault.column): "
                let message = Message(vi: place + fault.message.vi, en: place + fault.message.en)
                return Fault(line: 0, column: 0, message: message)
            }
            throw Faults(faults)
        }
    }

    /// `nil` for a resource that holds no questions.
    private func document(_ resource: MarkupElement, _ base: String) -> Document? {
        let type = (resource["type"] ?? "").lowercased()
        let files = resource.children("file").compactMap { $0["href"] }
        guard let href = resource["href"] ?? files.first else { return nil }
        let name = Self.resolved(href, in: Self.resolved(resource["base"] ?? "", in: base))
        let isItem = ["imsqti_item", "imsqti_xml", "imsqti_assessment_xmlv1"].contains { type.hasPrefix($0) }
        // Canvas has its quizzes once more in its own form, beside those of Common Cartridge, which hold less.
        let isOwn = name.hasSuffix(".xml.qti")
        let twin = (resource["identifier"] ?? "") + ".xml.qti"
        let hasTwin = names.contains { $0.split(separator: "/").last.map(String.init) == twin }
        guard isOwn || isItem && !hasTwin else { return nil }
        return Document(name: name, metadata: QTIMetadata(resource))
    }

    /// Documents of an archive without a manifest, by what they begin with.
    private func found() throws(Faults) -> [Document] {
        var documents: [Document] = []
        for name in names where [".xml", ".qti"].contains(where: { name.lowercased().hasSuffix($0) }) {
            guard let bytes = try archive.entry(named: name), BankFormat.isQTI(bytes) else { continue }
            documents.append(Document(name: name, metadata: QTIMetadata()))
        }
        return documents
    }

    /// A path as the archive names it; one that leads out of the archive is in none.
    private static func resolved(_ path: String, in folder: String) -> String {
        let plain = path.removingPercentEncoding ?? path
        var parts = plain.hasPrefix("/") ? [] : folder.split(separator: "/")
        for part in plain.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
