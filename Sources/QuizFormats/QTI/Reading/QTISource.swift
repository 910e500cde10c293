import QuizCore

/// Reads a document and puts it into the names of version 2, whichever version it is.
enum QTISource {
    /// `file`: the number of a file within a package; then places are this number and the line.
    static func document(_ bytes: [UInt8], file: Int? = nil) throws(Faults) -> MarkupElement {
        do throws(Faults) {
            var limits = MarkupLimits()
            // As in Moodle's files, a text may hold whatever an editor put into it.
            limits.text = limits.size
            let root = try MarkupDocument.read(bytes, limits: limits)
            if let fault = LegacyVietnamese.fault(in: String(decoding: bytes, as: UTF8.self)) { throw Faults([fault]) }
            return renamed(root, file)
        } catch {
            guard let file else { throw error }
            throw Faults(error.faults.map { Fault(line: file, column: $0.line, message: $0.message) })
        }
    }

    private static func renamed(_ element: MarkupElement, _ file: Int?) -> MarkupElement {
        let tag = element.tag
        let isThird = tag.name.hasPrefix("qti-")
        let renamedTag = MarkupTag(
            name: isThird ? camel(tag.name.dropFirst(4)) : tag.name,
            namespace: tag.namespace,
            attributes: tag.attributes.map { isThird ? renamed($0) : $0 },
            place: file.map { SourcePlace(line: $0, column: tag.place.line) } ?? tag.place
        )
        var copy = MarkupElement(tag: renamedTag)
        copy.content = element.content.map { node in
            if case .element(let child) = node { .element(renamed(child, file)) } else { node }
        }
        return copy
    }

    private static func renamed(_ attribute: MarkupTag.Attribute) -> MarkupTag.Attribute {
        guard attribute.namespace == nil, !attribute.name.hasPrefix("data-") else { return attribute }
        return MarkupTag.Attribute(name: camel(attribute.name[...]), namespace: nil, value: attribute.value)
    }

    /// `simple-choice` becomes `simpleChoice`.
    private static func camel(_ name: Substring) -> String {
        let parts = name.split(separator: "-")
        let rest = parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
        return ((parts.first.map { [String($0)] } ?? []) + rest).joined()
    }
}
