import QuizCore

/// Plain texts out of the mark-up of items, and what went with it.
///
/// Here, and nowhere else in versions 2 and 3, images and other media are met.
struct QTIText {
    /// Stands for a gap; private use, so that no honest text holds it.
    static let gap: Unicode.Scalar = "\u{F8FF}"
    /// Stands for a text that is taken as it is.
    private static let kept: Unicode.Scalar = "\u{F8FE}"
    /// Marks texts whose spaces count, where mark-up would lose them.
    static let verbatim = "bang-vang-verbatim"

    private(set) var losses: Set<MarkupLoss> = []
    private(set) var hasFormula = false
    /// Whether what is read is part of a question, which may show a picture; elsewhere pictures are lost.
    var isPrompt = false
    private var pictures: [QTIPicture] = []

    private var html = String.UnicodeScalarView()
    private var keptTexts: [String] = []

    /// The text of an element: what is `aside` is left out, what is a `gap` becomes one.
    mutating func read(
        _ element: MarkupElement,
        aside: (MarkupElement) -> Bool = { _ in false },
        isGap: (MarkupElement) -> Bool = { _ in false }
    ) -> String {
        html = String.UnicodeScalarView()
        keptTexts = []
        add(element, aside, isGap)
        let reading = TextFormat.html.read(String(html))
        lose(reading.losses)
        return restored(reading.text).trimmingSpaces
    }

    /// The text of mark-up that stands escaped in the XML.
    mutating func read(_ text: String, as format: TextFormat, at place: SourcePlace) -> String {
        let reading = format.read(text)
        lose(reading.losses)
        if isPrompt, reading.losses.contains(.image) {
            pictures += HTMLImage.all(in: text).map { QTIPicture($0, at: place) }
        }
        return reading.text.trimmingSpaces
    }

    /// A picture that stands for itself.
    mutating func add(_ picture: QTIPicture) {
        if isPrompt { pictures.append(picture) } else { losses.insert(.image) }
    }

    /// The pictures of what was read as a question since they were last taken.
    mutating func takePictures() -> [QTIPicture] {
        defer { pictures = [] }
        return pictures
    }

    private mutating func lose(_ more: Set<MarkupLoss>) {
        losses.formUnion(isPrompt ? more.subtracting([.image]) : more)
    }

    private mutating func add(
        _ element: MarkupElement,
        _ aside: (MarkupElement) -> Bool,
        _ isGap: (MarkupElement) -> Bool
    ) {
        for node in element.content {
            switch node {
            case .text(let text): add(text)
            case .element(let child) where isGap(child): html.append(Self.gap)
            case .element(let child) where aside(child): continue
            case .element(let child) where child.classes.contains(Self.verbatim):
                keptTexts.append(Self.verbatimText(child))
                html.append(Self.kept)
            case .element(let child): addTagged(child, aside, isGap)
            }
        }
    }

    private mutating func addTagged(
        _ child: MarkupElement,
        _ aside: (MarkupElement) -> Bool,
        _ isGap: (MarkupElement) -> Bool
    ) {
        let name = Self.htmlName(child)
        switch name {
        case "script", "style", "stylesheet": return
        case "math": hasFormula = true
        default: break
        }
        if name == "img", isPrompt { pictures.append(QTIPicture(child)) }
        html += "<\(name)>".unicodeScalars
        guard !["br", "hr", "img"].contains(name) else { return }
        add(child, aside, isGap)
        html += "</\(name)>".unicodeScalars
    }

    /// What the element is to a reader of HTML.
    private static func htmlName(_ element: MarkupElement) -> String {
        switch element.name {
        case "object" where element["type"]?.hasPrefix("image/") == true: "img"
        case "picture": "img"
        // Of HTML 5, and of QTI itself: they stand on lines of their own.
        case "section", "article", "figure", "figcaption", "header", "footer", "aside", "prompt", "rubricBlock": "div"
        case "strong", "em", "b", "i", "u": "b"
        default: element.name
        }
    }

    private mutating func add(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": html += "&amp;".unicodeScalars
            case "<": html += "&lt;".unicodeScalars
            case Self.gap, Self.kept: continue
            default: html.append(scalar)
            }
        }
    }

    private static func verbatimText(_ element: MarkupElement) -> String {
        element.content.map { node in
            switch node {
            case .text(let text): text.replacing(String(gap), with: "").replacing(String(kept), with: "")
            case .element(let child) where child.name == "br": "\n"
            case .element(let child): verbatimText(child)
            }
        }
        .joined()
    }

    private func restored(_ text: String) -> String {
        guard !keptTexts.isEmpty else { return text }
        var rest = keptTexts[...]
        var restored = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == Self.kept {
                restored += (rest.popFirst() ?? "").unicodeScalars
            } else {
                restored.append(scalar)
            }
        }
        return String(restored)
    }
}

extension QTITold {
    /// Tells what went with the mark-up.
    mutating func tell(_ text: QTIText, at place: SourcePlace) {
        for loss in MarkupLoss.allCases where text.losses.contains(loss) {
            switch loss {
            case .image: lose(.image, at: place)
            case .media: lose(.media, at: place)
            case .table: lose(.table, at: place)
            case .link: lose(.link, at: place)
            case .script: lose(.script, at: place)
            }
        }
        if text.hasFormula {
            notice(
                place,
                vi: "công thức (MathML) chỉ còn lại phần chữ; hãy xem lại câu này",
                en: "of a formula (MathML) only its letters are kept; look this question over"
            )
        }
    }
}
