extension UnitWords {
    /// What titles are ordered by: without marks, and numbers filled up, so that Lớp 9A stands before Lớp 10A.
    var order: String {
        written.map { Self.filled($0.plain) }.joined(separator: " ")
    }

    private static func filled(_ word: String) -> String {
        var text = ""
        var digits = ""
        for character in word.unicodeScalars {
            if ("0"..."9").contains(character) {
                digits.unicodeScalars.append(character)
            } else {
                text += padded(digits)
                digits = ""
                text.unicodeScalars.append(character)
            }
        }
        return text + padded(digits)
    }

    private static func padded(_ digits: String) -> String {
        digits.isEmpty ? "" : String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
    }
}
