/// A constant object of libcrypto, never freed, that any thread may read.
///
/// It keeps the address as a number, since a number can be shared between threads without telling the compiler to look
/// away.
@safe struct SharedHandle: Sendable {
    private let address: UInt

    /// Keeps `pointer`; a missing algorithm ends the process, for nothing here works without it.
    init(_ pointer: OpaquePointer?, _ name: StaticString) {
        guard let pointer = unsafe pointer else { fatalError("libcrypto has no \(name)") }
        address = UInt(bitPattern: pointer)
    }

    /// The object.
    var pointer: OpaquePointer? {
        unsafe OpaquePointer(bitPattern: address)
    }
}
