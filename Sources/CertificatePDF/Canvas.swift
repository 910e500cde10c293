import CRsvg

/// A PDF document that cairo writes into memory, from where it is taken away page by page.
@safe final class Canvas {
    /// Gets what cairo writes.
    private final class Sink {
        var bytes: [UInt8] = []
    }

    private let sink = Sink()
    private var surface: OpaquePointer?
    private var context: OpaquePointer?

    init(width: Double, height: Double, title: String) throws(PDFError) {
        let write: cairo_write_func_t = { closure, data, count in
            guard let closure = unsafe closure, let data = unsafe data else { return CAIRO_STATUS_WRITE_ERROR }
            let sink = unsafe Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
            unsafe sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
            return CAIRO_STATUS_SUCCESS
        }
        // Unretained: the surface is gone before this object, and the sink with it.
        let closure = unsafe Unmanaged.passUnretained(sink).toOpaque()
        unsafe surface = cairo_pdf_surface_create_for_stream(write, closure, width, height)
        unsafe context = cairo_create(surface)
        unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        try check()
    }

    deinit {
        unsafe cairo_destroy(context)
        unsafe cairo_surface_destroy(surface)
    }

    /// Draws a picture on a page of its own.
    func add(_ svg: [UInt8], width: Double, height: Double) throws(PDFError) {
        var failure: UnsafeMutablePointer<GError>?
        guard let handle = unsafe rsvg_handle_new_from_data(svg, UInt(svg.count), &failure) else {
            throw unsafe .picture(Self.words(failure))
        }
        defer { unsafe crsvg_free(handle) }
        var place = RsvgRectangle(x: 0, y: 0, width: width, height: height)
        guard unsafe rsvg_handle_render_document(handle, context, &place, &failure) != 0 else {
            throw unsafe .picture(Self.words(failure))
        }
        unsafe cairo_show_page(context)
        try check()
    }

    /// Ends the document.
    func finish() throws(PDFError) {
        unsafe cairo_surface_finish(surface)
        try check()
    }

    /// What was written since the last call.
    func take() -> [UInt8] {
        defer { sink.bytes = [] }
        return sink.bytes
    }

    private func check() throws(PDFError) {
        let status = unsafe cairo_surface_status(surface)
        guard status != CAIRO_STATUS_SUCCESS else { return }
        throw .surface(unsafe cairo_status_to_string(status).map { unsafe String(cString: $0) } ?? "unknown")
    }

    @unsafe private static func words(_ failure: UnsafeMutablePointer<GError>?) -> String {
        guard let failure = unsafe failure else { return "unknown" }
        defer { unsafe g_error_free(failure) }
        return unsafe failure.pointee.message.map { unsafe String(cString: $0) } ?? "unknown"
    }
}
