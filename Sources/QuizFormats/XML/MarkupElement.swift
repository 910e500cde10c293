package import QuizCore

/// An element of an XML document of moderate size, with all that stands in it.
package struct MarkupElement: Hashable, Sendable {
    package let tag: MarkupTag
    /// In the order of the document; texts next to each other are one.
    package internal(set) var content: [Node] = []

    package enum Node: Hashable, Sendable {
        case text(String)
        case element(MarkupElement)
    }

    /// Without its prefix.
    package var name: String { tag.name }
    package var place: SourcePlace { tag.place }

    package var children: [MarkupElement] {
        content.compactMap { node in
            if case .element(let child) = node { child } else { nil }
        }
    }

    package func children(_ name: String) -> [MarkupElement] {
        children.filter { $0.name == name }
    }

    package func first(_ name: String) -> MarkupElement? {
        for case .element(let child) in content where child.name == name { return child }
        return nil
    }

    /// All text at any depth, as it stands.
    package var text: String {
        content.map { node in
            switch node {
            case .text(let text): text
            case .element(let child): child.text
            }
        }
        .joined()
    }

    /// The value of an attribute, by its name without prefix.
    package subscript(_ attribute: String) -> String? { tag[attribute] }
}

/// The start of an element.
package struct MarkupTag: Hashable, Sendable {
    /// Without its prefix.
    package let name: String
    /// What the prefix, or its absence, stands for.
    package let namespace: String?
    package let attributes: [Attribute]
    /// Of the last character of the tag.
    package let place: SourcePlace

    package struct Attribute: Hashable, Sendable {
        /// Without its prefix.
        package let name: String
        /// `nil` without a prefix.
        package let namespace: String?
        package let value: String
    }

    /// By its name without prefix; one without a prefix comes first.
    package subscript(_ attribute: String) -> String? {
        (attributes.first { $0.namespace == nil && $0.name == attribute }
            ?? attributes.first { $0.name == attribute })?.value
    }

    package subscript(_ attribute: String, in namespace: String) -> String? {
        attributes.first { $0.name == attribute && $0.namespace == namespace }?.value
    }
}
