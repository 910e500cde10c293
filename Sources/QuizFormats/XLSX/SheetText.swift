/// Texts of a workbook's XML.
enum SheetText {
    /// Undoes `_x000D_`, the way in which characters are written that XML does not allow; line ends become `\n`.
    ///
    /// - Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "_") || $0 == 0x0D }) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let scalar = escaped(bytes[index...].prefix(7)) {
                result += UTF8.encode(scalar).map(Array.init) ?? []
                index += 7
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    private static func escaped(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard bytes.count == 7, bytes.starts(with: "_x".utf8), bytes.last == UInt8(ascii: "_") else { return nil }
        let digits = String(decoding: bytes.dropFirst(2).dropLast(), as: UTF8.self)
        guard digits.allSatisfy(\.isHexDigit) else { return nil }
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }
}
