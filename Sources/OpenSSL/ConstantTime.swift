import COpenSSL

/// Comparison that takes equally long wherever two secrets differ.
package enum ConstantTime {
    /// Whether both have the same bytes; only their lengths can be told from the time it takes.
    ///
    /// - Source: <https://docs.openssl.org/3.0/man3/CRYPTO_memcmp/>
    package static func equal(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        unsafe a.count == b.count && CRYPTO_memcmp(a, b, a.count) == 0
    }
}
