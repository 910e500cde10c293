/// Which passwords staff may choose: long ones that are not put together from what guessers try first.
///
/// - Source: NIST SP 800-63B-4, 3.1.1.2: at least 15 characters where a password may stand alone, any characters, no
///   rules about kinds of them, a list of common ones.
package enum PasswordPolicy {
    /// Unit: Unicode scalars in NFC, as NIST counts.
    package static let shortest = 15
    /// Unit: bytes.
    package static let longest = 1_024
    /// As many pieces must be left once words, runs and repetitions count once: four words, or a few letters at random.
    private static let fewestPieces = 4
    /// What the site is called, and what it is about.
    private static let site = ["bangvang", "quizserver", "thi"]

    /// What speaks against a password.
    ///
    /// - Parameters:
    ///   - password: As typed.
    ///   - account: The user name, which adds nothing to a password.
    /// - Returns: `nil` if nothing does.
    package static func fault(in password: String, account: String) -> Message? {
        let password = password.composed
        guard password.unicodeScalars.count >= shortest else {
            return Message(
                vi: "Mật khẩu cần ít nhất \(shortest) ký tự, ví dụ bốn năm từ ngẫu nhiên.",
                en: "A password needs at least \(shortest) characters, four or five random words for example."
            )
        }
        guard password.utf8.count <= longest else {
            return Message(
                vi: "Mật khẩu dài quá \(longest) byte; hãy dùng mật khẩu ngắn hơn.",
                en: "The password is longer than \(longest) bytes; use a shorter one."
            )
        }
        let known = ([account] + site).map(\.folded).filter { $0.utf8.count >= 3 }
        guard PasswordPieces(password, worthless: known).count >= fewestPieces else {
            return Message(
                vi: "Mật khẩu này dễ đoán: nó ghép từ từ thông dụng, dãy phím, chuỗi lặp hoặc tên tài khoản. "
                    + "Hãy dùng bốn năm từ ngẫu nhiên không liên quan nhau.",
                en: "This password is easy to guess: it is made of common words, runs, repetitions or the account's "
                    + "name. Use four or five random words that have nothing to do with each other."
            )
        }
        return nil
    }
}
