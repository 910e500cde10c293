import COpenSSL

/// libcrypto's list of errors of the current thread.
enum ErrorQueue {
    /// The oldest error, in English words for a log; empties the list.
    static func takeReason() -> String {
        let code = ERR_get_error()
        ERR_clear_error()
        guard let reason = unsafe ERR_reason_error_string(code) else { return "libcrypto error \(code)" }
        return unsafe String(cString: reason)
    }
}
