/// What a list of people is taken for, in the words of whoever takes it; it stands in the log.
package enum Purpose {
    /// Unit: characters.
    package static let maximum = 200

    package enum Fault: Error, Hashable, Sendable {
        /// Contact data leaves the house only with a purpose.
        case missing
        case tooLong

        package var message: Message {
            switch self {
            case .missing:
                Message(
                    vi: "Danh sách có năm sinh, số điện thoại: hãy ghi mục đích sử dụng (tối đa 200 chữ).",
                    en: "The list holds birth years and phone numbers: say what it is for (200 letters at most)."
                )
            case .tooLong:
                Message(
                    vi: "Mục đích sử dụng dài quá 200 chữ; hãy viết ngắn lại.",
                    en: "The purpose is longer than 200 letters; make it shorter."
                )
            }
        }
    }

    /// - Returns: NFC without what ends lines; `nil`: none was given, and none is needed.
    package static func checked(_ typed: String?, isNeeded: Bool) throws(Fault) -> String? {
        let scalars = (typed ?? "").composed.unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.isRefused || scalar.properties.isWhitespace ? " " : scalar
        }
        let text = String(String.UnicodeScalarView(scalars)).trimmed
        guard text.count <= maximum else { throw .tooLong }
        if text.isEmpty, isNeeded { throw .missing }
        return text.isEmpty ? nil : text
    }
}
