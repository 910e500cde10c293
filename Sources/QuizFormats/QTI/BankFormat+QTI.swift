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
