/// Texts as they stand in a workbook's XML.
enum CellText {
    /// Escapes what readers would take for an escaped character: `_x0041_`.
    ///
    /// - Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
    static func escaped(_ text: String) -> String {
        // Most texts have none; bytes are looked through, as every cell of long lists comes by here.
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "_"), isEscape(bytes[index...].prefix(7)) { result += Array("_x005F".utf8) }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
        let digits = bytes.dropFirst(2).prefix(4)
        return bytes.count == 7 && bytes.dropFirst().first == UInt8(ascii: "x") && bytes.last == UInt8(ascii: "_")
            && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }
}
