/// What a run, or a style, says of its text; `nil` where it says nothing (ECMA-376 part 1, 17.3.2).
struct RunProperties: Hashable, Sendable {
    /// Id of a character style.
    var style: String?
    var isBold: Bool?
    var isUnderlined: Bool?
    var colour: UInt32?
    var highlight: UInt32?
    var shading: UInt32?
    var isHidden: Bool?
    var script: Script?
    var font: String?

    enum Script: Hashable, Sendable {
        case level, raised, lowered
    }

    /// Takes over what one element says.
    mutating func take(_ tag: MarkupTag) {
        switch tag.name {
        case "rStyle": style = tag["val"]
        case "b": isBold = tag.isOn
        case "u": isUnderlined = tag["val"] != "none"
        case "color": colour = WordColour.ofText(tag["val"])
        case "highlight": highlight = WordColour.ofHighlighter(tag["val"])
        case "shd": shading = WordColour.ofGround(tag["fill"])
        case "vanish": isHidden = tag.isOn
        case "rFonts": font = tag["ascii"] ?? tag["hAnsi"] ?? tag["cs"] ?? font
        case "vertAlign":
            script =
                switch tag["val"] {
                case "superscript": .raised
                case "subscript": .lowered
                default: .level
                }
        default: break
        }
    }

    /// Filled up with what another says.
    func filled(from base: RunProperties) -> RunProperties {
        var filled = self
        filled.isBold = isBold ?? base.isBold
        filled.isUnderlined = isUnderlined ?? base.isUnderlined
        filled.colour = colour ?? base.colour
        filled.highlight = highlight ?? base.highlight
        filled.shading = shading ?? base.shading
        filled.isHidden = isHidden ?? base.isHidden
        filled.script = script ?? base.script
        filled.font = font ?? base.font
        return filled
    }

    var look: WordLook {
        WordLook(
            isBold: isBold ?? false,
            isUnderlined: isUnderlined ?? false,
            colour: colour ?? WordColour.none,
            highlight: highlight ?? WordColour.none,
            shading: shading ?? WordColour.none
        )
    }
}

extension MarkupTag {
    /// The value of an element that switches something on by being there (ECMA-376 part 1, 17.17.4).
    var isOn: Bool { !["0", "false", "off"].contains(self["val"] ?? "1") }
}
