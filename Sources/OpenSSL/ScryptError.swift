/// Why no key could be derived.
package enum ScryptError: Error, Sendable, Hashable {
    /// A number is out of the range that RFC 7914 (2) gives it, or together they need more memory than can be counted.
    case parameters

    /// libcrypto refused, for want of memory in the main; English words for a log.
    case failed(String)
}
