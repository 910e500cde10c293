import CZlib

/// Compression as in RFC 1952, for bytes that are made once and sent many times.
package enum Gzip {
    /// Packs bytes as small as zlib can; the same bytes always give the same result, since no time is written.
    ///
    /// - Returns: `nil` if zlib has no memory left.
    package static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        guard let size = UInt32(exactly: bytes.count) else { return nil }
        var stream = unsafe z_stream()
        // 16 beyond the window bits asks for the gzip frame.
        let code = unsafe deflateInit2_(
            &stream,
            Z_BEST_COMPRESSION,
            Z_DEFLATED,
            MAX_WBITS + 16,
            MAX_MEM_LEVEL,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard code == Z_OK else { return nil }
        defer { unsafe _ = deflateEnd(&stream) }
        let bound = unsafe Int(deflateBound(&stream, UInt(size)))
        guard let room = UInt32(exactly: bound) else { return nil }
        var input = bytes
        var isWhole = false
        let packed = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            unsafe input.withUnsafeMutableBufferPointer { input in
                unsafe stream.next_in = input.baseAddress
                unsafe stream.avail_in = size
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = room
                isWhole = unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
            count = isWhole ? Int(unsafe stream.total_out) : 0
        }
        return isWhole ? packed : nil
    }
}
