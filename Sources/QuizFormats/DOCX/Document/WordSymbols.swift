/// Signs of the fonts Symbol and Wingdings, which Unicode has elsewhere.
///
/// - Source: unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt; Wingdings as Microsoft documents it.
enum WordSymbols {
    /// `nil` for a sign that is not known.
    static func character(_ code: UInt32, font: String) -> Character? {
        let byte = code & 0xF000 == 0xF000 ? code & 0xFF : code
        switch font.lowercased() {
        case "symbol": return symbol[byte]
        case "wingdings": return wingdings[byte]
        case let font where font.hasPrefix("wingdings") || font.hasPrefix("webdings"): return nil
        default: return code < 0xE000 ? Unicode.Scalar(code).map { Character($0) } : nil
        }
    }

    /// A text typed in one of the fonts; `nil` where nothing needs to be put in its place.
    static func text(_ text: String, font: String?) -> (text: String, lost: Bool)? {
        guard text.unicodeScalars.contains(where: { (0xF000...0xF0FF).contains($0.value) }) else { return nil }
        var written = ""
        var lost = false
        for scalar in text.unicodeScalars {
            guard (0xF000...0xF0FF).contains(scalar.value) else {
                written.unicodeScalars.append(scalar)
                continue
            }
            if let character = character(scalar.value, font: font ?? "Symbol") {
                written.append(character)
            } else {
                lost = true
            }
        }
        return (written, lost)
    }

    private static let symbol: [UInt32: Character] = {
        var table: [UInt32: Character] = [:]
        let runs: [(UInt32, String)] = [
            (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
            (0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
            (0xA1, "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
            (0xC4, "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇"), (0xD5, "∏√⋅¬∧∨⇔⇐⇑⇒⇓◊"), (0xE5, "∑"), (0xF2, "∫"),
        ]
        for (first, signs) in runs {
            for (index, sign) in signs.enumerated() { table[first + UInt32(index)] = sign }
        }
        return table
    }()

    private static let wingdings: [UInt32: Character] = [
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
        0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
        0xFE: "☑",
    ]
}
