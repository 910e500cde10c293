extension Field {
    /// Whether a text may have line breaks.
    enum Lines {
        case one, many
    }

    /// A text in NFC without white space at its ends (I10).
    ///
    /// Numbers, times and the like count as text as they are written. `most` is how many characters it may have.
    func text(_ lines: Lines = .one, most: Int) -> String? {
        guard let written = scalar(vi: "văn bản", en: "a text") else { return nil }
        guard !node.isNull else {
            return tell(vi: "\(vi) chưa có giá trị", en: "\(en) has no value")
        }
        // Far too long: not worth counting, nor composing.
        guard written.text.utf8.count / 32 <= most else {
            return tell(vi: "\(vi) dài quá \(most) ký tự", en: "\(en) is longer than \(most) characters")
        }
        let text = written.text.composed.trimmed
        guard !text.isEmpty else { return tell(vi: "\(vi) không được để trống", en: "\(en) must not be empty") }
        guard isWithoutRefused(text, lines) else { return nil }
        let count = text.count
        guard count <= most else {
            return tell(
                vi: "\(vi) có \(count) ký tự, nhiều nhất là \(most)",
                en: "\(en) has \(count) characters, \(most) are the most"
            )
        }
        return text
    }

    private func isWithoutRefused(_ text: String, _ lines: Lines) -> Bool {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where lines == .many: continue
            case "\n", "\r":
                faults.add(place, vi: "\(vi) phải viết trên một dòng", en: "\(en) must be written on one line")
                return false
            case _ where scalar.isRefused || scalar == "\t":
                faults.add(
                    place,
                    vi: "\(vi) chứa ký tự ẩn hoặc ký tự điều khiển \(scalar.codePoint); hãy xóa đi hoặc gõ lại",
                    en: "\(en) holds the invisible or control character \(scalar.codePoint); delete it or type it anew"
                )
                return false
            default: continue
            }
        }
        return true
    }

    /// An id: ASCII letters, digits, `-`, `_`, `.`; at most 64.
    func id() -> String? {
        guard let id = text(most: 1_000) else { return nil }
        guard id.utf8.count <= 64, id.utf8.allSatisfy(Self.isIDByte) else {
            return tell(
                vi: "mã “\(id.excerpt)” chỉ được gồm chữ không dấu, chữ số, “-”, “_”, “.” và nhiều nhất 64 ký tự",
                en: "the code '\(id.excerpt)' may hold only ASCII letters, digits, '-', '_', '.', at most 64"
            )
        }
        return id
    }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// A case of an enumeration by its name.
    func choice<Case: RawRepresentable<String> & CaseIterable>(of type: Case.Type = Case.self) -> Case? {
        let known = type.allCases.map(\.rawValue)
        let list = faults.words.list(known)
        guard let written = scalar(vi: "một trong: \(list.vi)", en: "one of: \(list.en)") else { return nil }
        if let found = Case(rawValue: written.text) { return found }
        let hint = Suggestion.hint(for: written.text, among: known)
        let found = node.description
        return tell(
            vi: "\(vi) không nhận \(found.vi)\(hint.vi); ở đây nhận: \(list.vi)",
            en: "\(en) does not take \(found.en)\(hint.en); taken here: \(list.en)"
        )
    }

    /// A code of the vocabulary.
    func code(of terms: [Vocabulary.Term]) -> String? {
        guard let written = scalar(vi: "một mã", en: "a code") else { return nil }
        if terms.contains(where: { $0.code == written.text }) { return written.text }
        guard faults.words.isNative else { return tellUnknown(written.text, terms) }
        let known = terms.map(\.code)
        let hint = Suggestion.hint(for: written.text, among: known)
        let list = known.joined(separator: ", ")
        let found = node.description
        return tell(
            vi: "\(vi): vocabulary.yaml không có mã \(found.vi)\(hint.vi); các mã có: \(list)",
            en: "\(en): there is no code \(found.en) in vocabulary.yaml\(hint.en); there are: \(list)"
        )
    }

    /// The same for people who know titles rather than codes.
    private func tellUnknown(_ written: String, _ terms: [Vocabulary.Term]) -> String? {
        let found = node.description
        func list(_ title: (Message) -> String) -> String {
            terms.map { "\($0.code) (\(title($0.title)))" }.joined(separator: ", ")
        }
        let known = terms.flatMap { [$0.code, $0.title.vi, $0.title.en] }
        let hint = Suggestion.hint(for: written, among: known)
        return tell(
            vi: "\(vi): danh mục không có \(found.vi)\(hint.vi); hãy chọn một trong: \(list(\.vi))",
            en: "\(en): \(found.en) is not in the vocabulary\(hint.en); choose one of: \(list(\.en))"
        )
    }
}
