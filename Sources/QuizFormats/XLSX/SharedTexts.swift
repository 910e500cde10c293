import QuizCore

/// Texts that cells name by number; runs of one text are joined, readings of ideographs are left out.
final class SharedTexts: MarkupHandler {
    private(set) var texts: [String] = []
    private var collector = TextCollector()

    static func read(_ bytes: [UInt8]) throws(Faults) -> [String] {
        let reader = SharedTexts()
        try MarkupStream.read(bytes, handler: reader)
        return reader.texts
    }

    func start(_ tag: MarkupTag) {
        if tag.name == "si" { collector = TextCollector() }
        collector.start(tag.name)
    }

    func text(_ text: String) {
        collector.take(text)
    }

    func end(_ name: String) {
        collector.end(name)
        if name == "si" { texts.append(SheetText.plain(collector.text)) }
    }
}

/// The text of a `si` or `is`.
struct TextCollector {
    private(set) var text = ""
    private var isInText = false
    private var isInReading = false

    mutating func start(_ name: String) {
        if name == "rPh" { isInReading = true }
        if name == "t" { isInText = !isInReading }
    }

    mutating func take(_ piece: String) {
        if isInText { text += piece }
    }

    mutating func end(_ name: String) {
        if name == "rPh" { isInReading = false }
        if name == "t" { isInText = false }
    }
}
