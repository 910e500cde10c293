/// User names of staff: what is typed in a form, an address and a terminal without trouble.
package enum AccountName {
    package static let fault = Message(
        vi: "Tên đăng nhập gồm 2 đến 64 chữ cái không dấu, chữ số và các dấu . _ - @; bắt đầu bằng chữ hoặc số.",
        en: "A user name has 2 to 64 letters without marks, digits and . _ - @; it begins with a letter or digit."
    )

    package static func isValid(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard (2...64).contains(bytes.count), let first = bytes.first, isAlphanumeric(first) else { return false }
        return bytes.allSatisfy { isAlphanumeric($0) || "._-@".utf8.contains($0) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
