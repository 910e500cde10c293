import QuizCore

/// Reads the texts of one question in the formats that their elements name.
struct MoodleXMLTexts {
    private(set) var losses: Set<MarkupLoss> = []

    /// The text of an element; `inherited` is the format where it names none.
    mutating func read(_ element: MarkupElement, inherited: String? = nil) -> String {
        read(element.moodleText, as: TextFormat(xml: element["format"] ?? inherited))
    }

    /// What was told or taken is not left out.
    mutating func forgetImages() {
        losses.remove(.image)
    }

    mutating func read(_ text: String, as format: TextFormat) -> String {
        let reading = format.read(text)
        losses.formUnion(reading.losses)
        return reading.text.trimmingSpaces
    }
}
