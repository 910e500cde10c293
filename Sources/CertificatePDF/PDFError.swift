/// Why a page cannot be made; in English words for a log.
package enum PDFError: Error, Hashable, Sendable {
    /// Not an SVG that librsvg takes.
    case picture(String)
    /// cairo refused: no memory, for one.
    case surface(String)
}
