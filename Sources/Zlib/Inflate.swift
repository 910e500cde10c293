import CZlib

/// Decompression of raw deflate streams (RFC 1951) that somebody else made.
package enum Inflate {
    package enum Failure: Error, Hashable, Sendable {
        /// Not a whole deflate stream, or more than one.
        case damaged
        /// It holds more than was allowed.
        case tooLarge
    }

    /// How many bytes of room are made at a time, so that a lie about the size costs nothing.
    private static let step = 1 << 18

    /// Unpacks a stream that fills `bytes` to the last one.
    ///
    /// No more than `limit` bytes may come out.
    package static func raw(_ bytes: ArraySlice<UInt8>, limit: Int) throws(Failure) -> [UInt8] {
        guard let size = UInt32(exactly: bytes.count), limit >= 0 else { throw .damaged }
        var stream = unsafe z_stream()
        // Less than zero: neither header nor checksum of zlib's own.
        let code = unsafe inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { throw .damaged }
        defer { unsafe _ = inflateEnd(&stream) }
        var input = Array(bytes)
        var output: [UInt8] = []
        let failure = unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe stream.next_in = input.baseAddress
            unsafe stream.avail_in = size
            return unsafe fill(&output, from: &stream, limit: limit)
        }
        if let failure { throw failure }
        return output
    }

    private static func fill(_ output: inout [UInt8], from stream: inout z_stream, limit: Int) -> Failure? {
        var code = Z_OK
        while code == Z_OK {
            // One more than allowed, to see whether there is more.
            let room = min(step, limit - output.count + 1)
            output += unsafe [UInt8](unsafeUninitializedCapacity: room) { chunk, count in
                unsafe stream.next_out = chunk.baseAddress
                unsafe stream.avail_out = UInt32(room)
                code = unsafe inflate(&stream, Z_NO_FLUSH)
                count = room - Int(unsafe stream.avail_out)
            }
            if output.count > limit { return .tooLarge }
        }
        let left = unsafe stream.avail_in
        return code == Z_STREAM_END && left == 0 ? nil : .damaged
    }
}
