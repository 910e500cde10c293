package import QuizCore

/// Reads a whole XML document of moderate size.
package enum MarkupDocument {
    /// - Returns: The outermost element.
    /// - Throws: One fault if the document is not sound.
    package static func read(
        _ bytes: [UInt8],
        limits: MarkupLimits = MarkupLimits()
    ) throws(Faults) -> MarkupElement {
        let tree = Tree()
        try MarkupStream.read(bytes, limits: limits, handler: tree)
        guard let root = tree.root else {
            throw Faults(.file, vi: "nội dung XML trống", en: "the XML is empty")
        }
        return root
    }

    /// Puts elements into those around them as they end.
    private final class Tree: MarkupHandler {
        private(set) var root: MarkupElement?
        private var open: [MarkupElement] = []
        private var text = ""

        func start(_ tag: MarkupTag) {
            takeText()
            open.append(MarkupElement(tag: tag))
        }

        func text(_ text: String) {
            self.text += text
        }

        func end(_ name: String) {
            takeText()
            guard let element = open.popLast() else { return }
            if open.isEmpty {
                root = element
            } else {
                open[open.count - 1].content.append(.element(element))
            }
        }

        private func takeText() {
            guard !text.isEmpty, !open.isEmpty else { return }
            open[open.count - 1].content.append(.text(text))
            text = ""
        }
    }
}
