extension QTI {
    /// Whether an archive may be a content package: it has a manifest, or documents of XML.
    static func isLikely(package bytes: [UInt8]) -> Bool {
        guard ZipArchive.isLikely(bytes), let archive = try? ZipArchive(bytes) else { return false }
        return archive.names.contains { name in [".xml", ".qti"].contains { name.lowercased().hasSuffix($0) } }
    }
}

extension BankFormat {
    /// How much of a file is looked into: comments may stand before the first element.
    private static let lookedInto = 4_096

    /// Whether an XML document says at its beginning that it is one of QTI.
    static func isQTI(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(lookedInto), as: UTF8.self)
        return [
            "<questestinterop", "<assessmentItem", "<qti-assessment-item", "<assessmentTest",
            "imsglobal.org/xsd/imsqti",
        ]
        .contains { start.contains($0) } || start.contains(":assessmentItem")
    }
}
