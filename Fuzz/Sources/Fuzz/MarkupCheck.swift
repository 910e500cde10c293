import QuizCore
import QuizFormats

/// Mark-up, by itself.
enum MarkupCheck {
    static func xml(_ bytes: [UInt8]) {
        do throws(Faults) {
            let root = try MarkupDocument.read(bytes)
            demand(depth(of: root) <= MarkupLimits().depth, "deeper than is taken")
        } catch {
            // In UTF-16 the lines are others than in the bytes.
            let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            demandTold(error, in: isWide ? nil : Lines(bytes, isXML: true))
        }
    }

    private static func depth(of element: MarkupElement) -> Int {
        1 + (element.children.map(depth).max() ?? 0)
    }

    static func html(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        for format in [TextFormat.html, .moodle] {
            let reading = format.read(text)
            check(reading, of: text)
            demand(!reading.text.contains("\n\n\n") || text.contains("\n\n\n"), "empty lines pile up")
        }
    }

    static func markdown(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        check(TextFormat.markdown.read(text), of: text)
        demand(TextFormat.plain.read(text).text == text, "plain text was changed")
    }

    /// Items and cells get signs of their own, nothing else is added.
    private static func check(_ reading: PlainReading, of text: String) {
        let most = text.utf8.count * 6 + 16
        demand(reading.text.utf8.count <= most, "\(text.utf8.count) bytes became \(reading.text.utf8.count)")
    }
}
