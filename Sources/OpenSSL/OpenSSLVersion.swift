import COpenSSL

/// Which libcrypto is in use.
package enum OpenSSLVersion {
    /// Its name at run time, such as `OpenSSL 3.0.19 27 Jan 2026`.
    package static var text: String {
        unsafe String(cString: OpenSSL_version(OPENSSL_VERSION))
    }
}
