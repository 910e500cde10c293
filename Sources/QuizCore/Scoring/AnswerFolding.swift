extension String {
    /// What makes two short answers the same: Unicode's form, case, spacing, and where the tone of oa, oe and uy is put.
    ///
    /// Both ways of putting it are taught: “hòa, khỏe, thủy” and “hoà, khoẻ, thuỷ”. They differ only where the two vowels
    /// end the syllable; “hoàn” has one spelling. Marks are never dropped: “hoa” is not “hoà”.
    package var answerFolded: String {
        let spaced = composed.lowercased().composed.split { $0.isWhitespace }.joined(separator: " ")
        var scalars = Array(spaced.unicodeScalars)
        for place in scalars.indices.dropLast() {
            let endsSyllable = place + 2 == scalars.count || !scalars[place + 2].properties.isAlphabetic
            guard endsSyllable, let (plain, moved) = Self.moved(scalars[place], onto: scalars[place + 1]) else {
                continue
            }
            scalars[place] = plain
            scalars[place + 1] = moved
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// The same two vowels with the tone on the second.
    private static func moved(
        _ first: Unicode.Scalar,
        onto second: Unicode.Scalar
    ) -> (plain: Unicode.Scalar, moved: Unicode.Scalar)? {
        for row in tones where row.second == second {
            guard let tone = row.from.firstIndex(of: first) else { continue }
            return (row.first, row.onto[tone])
        }
        return nil
    }

    private struct Tones {
        let first: Unicode.Scalar
        let second: Unicode.Scalar
        /// The first vowel with each of the five tones, and the second with the same.
        let from: [Unicode.Scalar]
        let onto: [Unicode.Scalar]
    }

    private static let tones = [
        Tones(first: "o", second: "a", from: ["ò", "ó", "ỏ", "õ", "ọ"], onto: ["à", "á", "ả", "ã", "ạ"]),
        Tones(first: "o", second: "e", from: ["ò", "ó", "ỏ", "õ", "ọ"], onto: ["è", "é", "ẻ", "ẽ", "ẹ"]),
        Tones(first: "u", second: "y", from: ["ù", "ú", "ủ", "ũ", "ụ"], onto: ["ỳ", "ý", "ỷ", "ỹ", "ỵ"]),
    ]
}
