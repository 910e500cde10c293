/// How an answer may be marked in print.
enum WordMark: CaseIterable, Hashable, Sendable {
    case bold, underline, colour, highlight, shading

    var name: (vi: String, en: String) {
        switch self {
        case .bold: ("in đậm", "bold")
        case .underline: ("gạch chân", "underline")
        case .colour: ("màu chữ", "colour")
        case .highlight: ("tô sáng", "highlight")
        case .shading: ("tô nền", "shading")
        }
    }
}

/// How a piece of text looks, as far as that may mark an answer.
struct WordLook: Hashable, Sendable {
    var isBold = false
    var isUnderlined = false
    var colour = WordColour.none
    var highlight = WordColour.none
    var shading = WordColour.none

    /// 0 where the text does not have the mark; else what sort of it.
    subscript(mark: WordMark) -> UInt32 {
        switch mark {
        case .bold: isBold ? 1 : 0
        case .underline: isUnderlined ? 1 : 0
        case .colour: colour
        case .highlight: highlight
        case .shading: shading
        }
    }

    /// What two pieces of text have in common.
    func common(with other: WordLook) -> WordLook {
        WordLook(
            isBold: isBold && other.isBold,
            isUnderlined: isUnderlined && other.isUnderlined,
            colour: colour == other.colour ? colour : WordColour.none,
            highlight: highlight == other.highlight ? highlight : WordColour.none,
            shading: shading == other.shading ? shading : WordColour.none
        )
    }
}

/// Colours as numbers; 0 is none that a reader would notice.
enum WordColour {
    static let none: UInt32 = 0
    private static let isSet: UInt32 = 1 << 24

    /// Of letters.
    ///
    /// Greys are none: text pasted from web pages has a dozen of them that look black.
    static func ofText(_ hex: String?) -> UInt32 {
        guard let (red, green, blue) = channels(hex) else { return none }
        let most = max(red, green, blue)
        return most - min(red, green, blue) < 0x40 ? none : isSet | red << 16 | green << 8 | blue
    }

    /// Of what lies behind letters; nearly white is none.
    static func ofGround(_ hex: String?) -> UInt32 {
        guard let (red, green, blue) = channels(hex) else { return none }
        return min(red, green, blue) >= 0xF0 ? none : isSet | red << 16 | green << 8 | blue
    }

    /// Of a highlighter, which has a name.
    static func ofHighlighter(_ name: String?) -> UInt32 {
        guard let name, let index = highlighters.firstIndex(of: name) else { return none }
        return UInt32(index) + 1
    }

    /// The colour of teachers.
    static func isRed(_ colour: UInt32) -> Bool {
        colour & isSet != 0 && colour >> 16 & 0xFF >= 0x99 && colour >> 8 & 0xFF <= 0x66 && colour & 0xFF <= 0x66
    }

    /// ECMA-376 part 1, 17.18.40, without `none` and `white`.
    private static let highlighters = [
        "yellow", "green", "cyan", "magenta", "blue", "red", "darkBlue", "darkCyan", "darkGreen", "darkMagenta",
        "darkRed", "darkYellow", "darkGray", "lightGray", "black",
    ]

    /// `nil` for `auto` and what is no colour.
    private static func channels(_ hex: String?) -> (red: UInt32, green: UInt32, blue: UInt32)? {
        guard let hex, hex.utf8.count == 6, let value = UInt32(hex, radix: 16) else { return nil }
        return (value >> 16, value >> 8 & 0xFF, value & 0xFF)
    }
}
