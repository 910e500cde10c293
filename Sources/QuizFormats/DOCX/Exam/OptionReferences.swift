import QuizCore

/// Which options speak of others, so that they cannot be shuffled freely.
enum OptionReferences {
    /// How many of the last options must keep their places.
    static func pinned(_ texts: [String]) -> Int {
        for (index, text) in texts.enumerated() {
            if namesLetters(text, texts.count) { return texts.count }
            if isAboutAll(text) { return texts.count - index }
        }
        return 0
    }

    /// `Tất cả các phương án trên`, `Cả ba đều đúng`, `None of the above`.
    private static func isAboutAll(_ text: String) -> Bool {
        let words = text.prefix(200).description.folded
        let ends = ["tren", "deu dung", "deu sai", "neu tren", "of the above", "o tren"]
        let starts = [
            "tat ca", "ca ba", "ca hai", "ca bon", "ca 2", "ca 3", "ca 4", "khong co dap an", "khong phuong an",
            "khong dap an",
            "khong co phuong an", "all of", "none of", "cac dap an", "cac phuong an", "ca cac",
        ]
        let trimmed = words.trimmed.reversed().drop { ".!;".contains($0) }.reversed()
        let body = String(trimmed)
        return starts.contains { body.hasPrefix($0) }
            && (ends.contains { body.hasSuffix($0) } || body.hasPrefix("khong co dap an"))
    }

    /// `Cả A và B`, `A, B đúng`, `Đáp án A`.
    private static func namesLetters(_ text: String, _ count: Int) -> Bool {
        let text = text.prefix(500)
        let words = text.split { !$0.isLetter && !$0.isNumber }
        func isLetter(_ word: Substring) -> Bool {
            guard word.utf8.count == 1, let byte = word.utf8.first else { return false }
            return (0x41..<(0x41 + UInt8(min(12, count)))).contains(byte)
        }
        for (index, word) in words.enumerated() where isLetter(word) {
            let before = index > 0 ? String(words[index - 1]).folded : ""
            if ["dap", "an", "phuong", "cau", "y", "ca", "both"].contains(before) { return true }
            let joint = index + 1 < words.count ? String(words[index + 1]).folded : ""
            if ["va", "and", "hoac", "or"].contains(joint), index + 2 < words.count, isLetter(words[index + 2]) {
                return true
            }
            if index + 1 < words.count, isLetter(words[index + 1]),
                text.contains("\(word), ") || text.contains("\(word) & ")
            {
                return true
            }
        }
        return false
    }
}
