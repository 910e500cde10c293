/// Writes a simple equation as text: `x²`, `(a+b)/2`, `√(x)`; tells where it cannot.
///
/// - Source: ECMA-376 part 1, 22.1.
struct WordMath {
    /// One open element and what was written in it so far.
    private struct Part {
        let name: String
        var text = ""
        /// Texts of the elements in it, by their names.
        var parts: [(name: String, text: String)] = []
    }

    private var open: [Part]
    private var skipped = 0
    private(set) var isLost = false

    init(_ name: String) {
        open = [Part(name: name)]
    }

    var isEmpty: Bool { open.isEmpty }

    mutating func start(_ tag: MarkupTag) {
        let name = tag.name
        if Self.changesMeaning(tag) { isLost = true }
        // Properties, which hold no text.
        if skipped > 0 || name.hasSuffix("Pr") {
            skipped += 1
        } else {
            open.append(Part(name: name))
        }
    }

    /// Brackets other than round ones, and a fraction without its bar.
    private static func changesMeaning(_ tag: MarkupTag) -> Bool {
        switch tag.name {
        case "begChr": tag["val"] != "("
        case "endChr": tag["val"] != ")"
        case "sepChr": true
        case "type": tag["val"] == "noBar"
        default: false
        }
    }

    mutating func take(_ text: String) {
        guard skipped == 0, let last = open.last, last.name == "t" else { return }
        open[open.count - 1].text += text
    }

    /// - Returns: The equation, when it ends.
    mutating func end() -> String? {
        guard skipped == 0 else {
            skipped -= 1
            return nil
        }
        guard let part = open.popLast() else { return "" }
        let text = written(part)
        guard !open.isEmpty else { return text }
        open[open.count - 1].text += text
        open[open.count - 1].parts.append((part.name, text))
        return nil
    }

    private mutating func written(_ part: Part) -> String {
        func of(_ name: String) -> String { part.parts.first { $0.name == name }?.text ?? "" }
        switch part.name {
        case "oMath", "oMathPara", "r", "t", "e", "num", "den", "sup", "sub", "deg", "ins", "box", "borderBox":
            return part.text
        case "f": return Self.grouped(of("num")) + "/" + Self.grouped(of("den"))
        case "sSup": return Self.grouped(of("e")) + Self.script(of("sup"), isRaised: true)
        case "sSub": return Self.grouped(of("e")) + Self.script(of("sub"), isRaised: false)
        case "sSubSup":
            return Self.grouped(of("e")) + Self.script(of("sub"), isRaised: false)
                + Self.script(of("sup"), isRaised: true)
        case "rad": return Self.root(of("deg")) + "(" + of("e") + ")"
        case "d": return "(" + part.parts.filter { $0.name == "e" }.map(\.text).joined(separator: "; ") + ")"
        default:
            isLost = isLost || !part.text.isEmpty || !part.parts.isEmpty
            return part.text
        }
    }

    private static func root(_ degree: String) -> String {
        switch degree {
        case "", "2": "√"
        case "3": "∛"
        case "4": "∜"
        default: script(degree, isRaised: true) + "√"
        }
    }

    /// In brackets, if it is more than one number or name.
    private static func grouped(_ text: String) -> String {
        let isOne = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "," }
        return isOne ? text : "(" + text + ")"
    }

    private static func script(_ text: String, isRaised: Bool) -> String {
        var form = ScriptForm(isRaised: isRaised)
        let written = text.unicodeScalars.map { form.form(of: $0) }.joined()
        // Where Unicode has no such letters, brackets keep them together.
        let isMarked = written.hasPrefix("^") || written.hasPrefix("_")
        return isMarked && text.count > 1 ? (isRaised ? "^(" : "_(") + text + ")" : written
    }
}
