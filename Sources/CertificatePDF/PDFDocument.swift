/// A PDF document, made page by page from SVG and handed on as it grows: only the page at hand is in memory.
///
/// Fonts are those that fontconfig finds, embedded as far as they are used. What an SVG refers to outside of itself is not
/// loaded: it has no address that a reference could start from.
///
/// - Source: <https://gnome.pages.gitlab.gnome.org/librsvg/Rsvg-2.0/> (Security: the librsvg URL rules)
package actor PDFDocument {
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe PressQueue.shared.asUnownedSerialExecutor()
    }

    private let canvas: Canvas
    private let width: Double
    private let height: Double

    /// Unit: points, 1/72 of an inch.
    package init(width: Double, height: Double, title: String) throws(PDFError) {
        self.width = width
        self.height = height
        canvas = try Canvas(width: width, height: height, title: title)
    }

    /// Adds a page.
    ///
    /// - Returns: The bytes of the document that are new.
    package func add(_ svg: [UInt8]) throws(PDFError) -> [UInt8] {
        try canvas.add(svg, width: width, height: height)
        return canvas.take()
    }

    /// Ends the document; nothing can be added any more.
    ///
    /// - Returns: The rest of its bytes.
    package func finish() throws(PDFError) -> [UInt8] {
        try canvas.finish()
        return canvas.take()
    }
}
