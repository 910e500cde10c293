/// What somebody agrees to, in the words that are shown and kept.
package struct ConsentText: Hashable, Sendable {
    package enum Purpose: String, CaseIterable, Hashable, Sendable {
        case participation, publishName, contact, guardian
    }

    package let purpose: Purpose
    /// Another text is another version.
    package let version: String
    package let text: String

    package init(_ purpose: Purpose, version: String, text: String) {
        self.purpose = purpose
        self.version = version
        self.text = text
    }

    /// SHA-256 of the text in UTF-8, so that anybody can compare.
    package func hash(by cryptography: some Cryptography) -> [UInt8] {
        cryptography.sha256(Array(text.utf8))
    }

    /// The texts of contests that bring none of their own.
    package static let standard = [
        ConsentText(
            .participation,
            version: "1",
            text: "Tôi đồng ý để Ban Tổ chức xử lý họ tên, năm sinh, đơn vị và bài làm của tôi để tổ chức cuộc thi."
        ),
        ConsentText(
            .publishName,
            version: "1",
            text:
                "Tôi đồng ý hiện đầy đủ họ tên trên bảng vàng. Nếu không chọn, bảng chỉ ghi tên và chữ cái đầu của họ, đệm."
        ),
        ConsentText(
            .contact,
            version: "1",
            text: "Tôi đồng ý nhận thông báo về kết quả và các cuộc thi sau."
        ),
        ConsentText(
            .guardian,
            version: "1",
            text: "Cha mẹ hoặc người giám hộ của tôi đã biết và đồng ý cho tôi dự thi."
        ),
    ]

    /// Where somebody agreed.
    package enum Channel: String, CaseIterable, Hashable, Sendable {
        /// On the page.
        case web
        /// On a list or a paper that a school collected.
        case list
        /// Told to staff, who entered it.
        case staff
    }
}

extension [ConsentText] {
    /// One name for what all of them say, so that a page can tell which words it showed.
    ///
    /// - Returns: 32 hex digits.
    package func fingerprint(by cryptography: some Cryptography) -> String {
        var bytes = CanonicalBytes()
        for text in self {
            bytes.append(text.purpose.rawValue)
            bytes.append(text.version)
            bytes.append(text.text)
        }
        return [UInt8](cryptography.sha256(bytes.bytes).prefix(16)).hex
    }
}
