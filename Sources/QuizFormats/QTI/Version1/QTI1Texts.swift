/// Texts of version 1.2, which stand in `<material>` in several wrappings.
struct QTI1Texts {
    private(set) var texts = QTIText()
    private(set) var hasMedia = false

    /// All that is said in an element; each response in it becomes a gap if `withGaps`, else it is left out.
    mutating func read(_ element: MarkupElement, withGaps: Bool = false) -> String {
        var lines = [""]
        collect(element, withGaps, &lines)
        return lines.map(\.trimmingSpaces).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The same of what a question asks, which may show a picture.
    mutating func readPrompt(_ element: MarkupElement, withGaps: Bool = false) -> String {
        texts.isPrompt = true
        defer { texts.isPrompt = false }
        return read(element, withGaps: withGaps)
    }

    mutating func takePictures() -> [QTIPicture] {
        texts.takePictures()
    }

    static func isResponse(_ element: MarkupElement) -> Bool {
        element.name.hasPrefix("response_") && element.name != "response_label"
    }

    /// A line for each flow; materials and responses of one flow stand behind each other.
    private mutating func collect(_ element: MarkupElement, _ withGaps: Bool, _ lines: inout [String]) {
        for child in element.children {
            switch child.name {
            case "flow", "flow_mat", "solution", "solutionmaterial", "hint", "hintmaterial":
                lines.append("")
                collect(child, withGaps, &lines)
                lines.append("")
            case "material": collect(child, withGaps, &lines)
            case "mattext", "matemtext", "mat_formattedtext": add(text(child), &lines)
            case "matbreak": lines.append("")
            case "matimage": texts.add(QTIPicture(child))
            case "mataudio", "matvideo", "matapplet", "matapplication": hasMedia = true
            case _ where Self.isResponse(child):
                if withGaps { add(String(QTIText.gap), &lines) }
            default: continue
            }
        }
    }

    private func add(_ text: String, _ lines: inout [String]) {
        guard !text.isEmpty else { return }
        let last = lines[lines.count - 1]
        lines[lines.count - 1] = last.isEmpty ? text : last + " " + text
    }

    private mutating func text(_ element: MarkupElement) -> String {
        if !element.children.isEmpty { return texts.read(element) }
        let text = element.text.replacing(String(QTIText.gap), with: "")
        switch (element["texttype"] ?? element["type"])?.lowercased() {
        case "text/plain": return text.trimmingSpaces
        case "text/html", "text/xhtml", "html", "text/rtf": return texts.read(text, as: .html, at: element.place)
        default:
            // Without a type it is plain by the standard, and HTML by the habit of many programs.
            return texts.read(text, as: .moodle, at: element.place)
        }
    }
}
