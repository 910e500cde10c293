/// Ids of ours and identifiers of QTI.
enum QTIIdentifier {
    /// Whether it is one that ours may have.
    static func isID(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.allSatisfy { isLetter($0) || isDigit($0) || isSign($0) }
    }

    /// An identifier of QTI is a name of XML and begins with a letter or `_`.
    static func name(_ id: String) -> String {
        id.utf8.first.map(isLetter) == true ? id : "_" + id
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte)
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
