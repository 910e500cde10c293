import QuizCore

/// An SVG page in the making: texts that fit, a frame, a code.
struct SVGText {
    static let red = "#8a1517"
    static let gold = "#b8892b"
    static let ink = "#20242b"
    static let quiet = "#565c66"

    private(set) var text = ""

    /// Paper, a double frame, and a petal in each corner.
    mutating func frame(width: Int, height: Int) {
        text += "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\">"
        text += "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fffdf6\"/>"
        for frame in [(inset: 70, colour: Self.red, line: 10), (inset: 96, colour: Self.gold, line: 4)] {
            let size = (width: width - 2 * frame.inset, height: height - 2 * frame.inset)
            text += "<rect x=\"\(frame.inset)\" y=\"\(frame.inset)\" width=\"\(size.width)\" height=\"\(size.height)\" "
            text += "fill=\"none\" stroke=\"\(frame.colour)\" stroke-width=\"\(frame.line)\"/>"
        }
        let (near, right, bottom) = (118, width - 118, height - 118)
        for corner in [(near, near, 0), (right, near, 90), (right, bottom, 180), (near, bottom, 270)] {
            text += "<g transform=\"translate(\(corner.0) \(corner.1)) rotate(\(corner.2))\" fill=\"none\" "
            text += "stroke=\"\(Self.gold)\" stroke-width=\"5\"><path d=\"M0 170V0H170\"/>"
            text += "<path d=\"M22 22C90 30 118 58 126 126 58 118 30 90 22 22z\"/>"
            text += "<path d=\"M22 22C110 18 150 40 168 84M22 22C18 110 40 150 84 168\"/></g>"
        }
    }

    mutating func close() {
        text += "</svg>"
    }

    /// A short line of gold.
    mutating func rule(at y: Int, width: Int, centre: Int = 1_485) {
        text += "<path d=\"M\(centre - width / 2) \(y)h\(width)\" stroke=\"\(Self.gold)\" stroke-width=\"5\"/>"
    }

    /// A text around a centre, smaller if need be, and in two lines if that would be too small to read.
    mutating func centred(
        _ words: String,
        at y: Int,
        size: Int,
        weight: Int = 400,
        room: Int,
        centre: Int = 1_485,
        colour: String = SVGText.ink,
        serif: Bool = false,
        italic: Bool = false
    ) {
        let lines = TextFitting.lines(words, size: size, room: room)
        let style = " text-anchor=\"middle\"" + (italic ? " font-style=\"italic\"" : "")
        for (index, line) in lines.texts.enumerated() {
            // Two lines share the place of one.
            let half = lines.size * 6 / 10
            let shift = lines.texts.count == 1 ? 0 : index == 0 ? -half : half
            let face = Face(size: lines.size, weight: weight, colour: colour, isSerif: serif)
            add(line, x: centre, y: y + shift, face, style)
        }
    }

    /// A text that begins at a place.
    mutating func line(_ words: String, x: Int, y: Int, size: Int, weight: Int = 400, colour: String = SVGText.ink) {
        add(words, x: x, y: y, Face(size: size, weight: weight, colour: colour, isSerif: false), "")
    }

    /// A QR code, black on white.
    mutating func code(path: String, modules: Int, x: Int, y: Int, side: Int) {
        text += "<svg x=\"\(x)\" y=\"\(y)\" width=\"\(side)\" height=\"\(side)\" viewBox=\"0 0 \(modules) \(modules)\">"
        text += "<path fill=\"#fff\" d=\"M0 0h\(modules)v\(modules)H0z\"/><path d=\"\(path)\"/></svg>"
    }

    private struct Face {
        let size: Int
        let weight: Int
        let colour: String
        let isSerif: Bool
    }

    private mutating func add(_ words: String, x: Int, y: Int, _ face: Face, _ style: String) {
        text += "<text x=\"\(x)\" y=\"\(y)\" font-family=\"Noto \(face.isSerif ? "Serif" : "Sans")\" "
        text += "font-size=\"\(face.size)\" font-weight=\"\(face.weight)\" fill=\"\(face.colour)\"\(style)>"
        text += Self.escaped(words) + "</text>"
    }

    /// Text is text (I10): composed, without what XML 1.0 refuses, and with its signs as entities.
    static func escaped(_ words: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in words.composed.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case _ where scalar.isRefused || scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE: escaped.append(" ")
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
