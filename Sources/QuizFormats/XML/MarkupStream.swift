import Foundation
import FoundationXML
package import QuizCore

/// What is done with a document while it is read; a fault ends the reading.
package protocol MarkupHandler: AnyObject {
    func start(_ tag: MarkupTag) throws(Faults)
    /// A piece of text; the next piece may belong to the same text.
    func text(_ text: String) throws(Faults)
    /// The end of the element `name`.
    func end(_ name: String) throws(Faults)
}

/// Reads an XML document from its first tag to its last, without keeping it.
package enum MarkupStream {
    /// - Throws: The first fault of the document, or of the handler.
    package static func read(
        _ bytes: [UInt8],
        limits: MarkupLimits = .stream,
        handler: any MarkupHandler
    ) throws(Faults) {
        let text = try MarkupText(bytes, limit: limits.size)
        // In stream form, since libxml2 takes no more than 10,000,000 bytes at once.
        let parser = XMLParser(stream: InputStream(data: Data(text.bytes)))
        let listener = MarkupListener(handler: handler, limits: limits)
        parser.delegate = listener
        let isWhole = parser.parse()
        if let faults = listener.faults { throw faults.named(in: text) }
        // The parser finds nothing wrong with a document that just ends.
        guard isWhole, listener.isComplete else {
            throw Faults(
                SourcePlace(line: max(1, parser.lineNumber), column: max(1, parser.columnNumber)),
                vi: "nội dung XML bị cắt hoặc trống; hãy tải hoặc xuất lại tệp",
                en: "the XML is cut off or empty; download or export the file again"
            )
        }
    }
}

/// Listens to the parser: resolves prefixes, keeps to the limits, and stops at the first fault.
private final class MarkupListener: NSObject, XMLParserDelegate {
    private let handler: any MarkupHandler
    private let limits: MarkupLimits
    private(set) var faults: MarkupFault?
    private var scopes = MarkupScopes()
    private var elements = 0
    private var textSize = 0

    /// Whether the outermost element was closed.
    var isComplete: Bool { elements > 0 && scopes.depth == 0 }

    init(handler: any MarkupHandler, limits: MarkupLimits) {
        self.handler = handler
        self.limits = limits
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        hear(parser) { place throws(MarkupFault) in
            elements += 1
            textSize = 0
            guard elements <= limits.elements else { throw .tooMany(place, limits.elements) }
            guard scopes.depth < limits.depth else { throw .tooDeep(place, limits.depth) }
            let tag = try scopes.open(name, attributes, at: place)
            try pass { () throws(Faults) in try handler.start(tag) }
        }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        hear(parser) { _ throws(MarkupFault) in
            textSize = 0
            scopes.close()
            let name = MarkupScopes.split(name).name
            try pass { () throws(Faults) in try handler.end(name) }
        }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        hear(parser) { place throws(MarkupFault) in
            guard scopes.depth > 0 else { return }
            textSize += text.utf8.count
            guard textSize <= limits.text else { throw .tooLong(place) }
            try pass { () throws(Faults) in try handler.text(text) }
        }
    }

    func parser(_ parser: XMLParser, foundIgnorableWhitespace text: String) {
        self.parser(parser, foundCharacters: text)
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        let code = (error as NSError).code
        guard !MarkupFault.warnings.contains(code) else { return }
        // Told alike of what follows the last tag and of a document that just ends; the latter is told where it is known.
        guard code != MarkupFault.endOfDocument || isComplete else { return }
        hear(parser) { place throws(MarkupFault) in
            throw .malformed(place, code: code)
        }
    }

    /// Does `body` unless a fault was found before; one that it finds ends the parsing.
    private func hear(_ parser: XMLParser, _ body: (SourcePlace) throws(MarkupFault) -> Void) {
        guard faults == nil else { return }
        let place = SourcePlace(line: max(1, parser.lineNumber), column: max(1, parser.columnNumber))
        do throws(MarkupFault) {
            try body(place)
        } catch {
            faults = error
            parser.abortParsing()
        }
    }

    private func pass(_ body: () throws(Faults) -> Void) throws(MarkupFault) {
        do throws(Faults) { try body() } catch { throw .handler(error) }
    }
}
