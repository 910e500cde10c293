/// What contestants write as an answer.
enum AnswerText {
    static let maximumLength = 200

    /// In NFC without white space at its ends (I10).
    ///
    /// - Returns: `nil` if it is longer than ``maximumLength``, or holds line breaks, controls or invisible characters.
    static func cleaned(_ written: String) -> String? {
        // Far too long: not worth composing.
        guard written.utf8.count / 32 <= maximumLength else { return nil }
        let text = written.composed.trimmed
        guard text.count <= maximumLength else { return nil }
        return text.unicodeScalars.allSatisfy { !$0.isRefused && $0 != "\t" && $0 != "\n" && $0 != "\r" } ? text : nil
    }

    /// As a JSON text; of what must be escaped there, a cleaned text can hold quotes and backslashes alone (RFC 8259).
    static func json(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { json += "\\" }
            json.unicodeScalars.append(scalar)
        }
        return json + "\""
    }
}
