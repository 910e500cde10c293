/// What an element of the main part is to its reader (ECMA-376 part 1, 17.2 to 17.4).
enum DocumentElement {
    case paragraph, paragraphProperties, markProperties, listProperties
    case run, runProperties, text, instruction, link
    case table, row, rowProperties, cell, cellProperties
    /// Has branches of which one is taken.
    case alternatives
    /// Of no meaning; what stands in it has its own.
    case other

    private static let words: Set<String> = [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ]
    private static let maths: Set<String> = [
        "http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math",
    ]

    static func isWord(_ tag: MarkupTag) -> Bool { tag.namespace.map { words.contains($0) } ?? false }

    static func isMath(_ tag: MarkupTag) -> Bool {
        tag.name.hasPrefix("oMath") && (tag.namespace.map { maths.contains($0) } ?? false)
    }

    static func isAlternatives(_ tag: MarkupTag) -> Bool {
        tag.namespace == "http://schemas.openxmlformats.org/markup-compatibility/2006" && tag.name == "AlternateContent"
    }

    /// What stands in an element of this kind.
    static func of(_ tag: MarkupTag, in parent: DocumentElement) -> DocumentElement {
        switch tag.name {
        case "p": .paragraph
        case "pPr": .paragraphProperties
        case "rPr": parent == .paragraphProperties ? .markProperties : .runProperties
        case "numPr": .listProperties
        case "r": .run
        case "t": .text
        case "instrText": .instruction
        case "hyperlink": .link
        case "tbl": .table
        case "tr": .row
        case "trPr": .rowProperties
        case "tc": .cell
        case "tcPr": .cellProperties
        default: .other
        }
    }

    /// Elements left out with all that they hold: what was, and what is not shown.
    static func isSkipped(_ name: String) -> Bool { skipped.contains(name) || name.hasSuffix("PrChange") }

    private static let skipped: Set<String> = [
        "del", "moveFrom", "drawing", "pict", "object", "sdtPr", "sectPr", "rt", "tblGrid", "delText", "delInstrText",
        "numberingChange", "altChunk", "subDoc", "binData",
    ]
}
