import COpenSSL
import Synchronization

/// Room for one idle cipher context between calls, on whatever thread: making one takes longer than 64 words of keystream.
///
/// Whoever finds the slot empty makes a context, and frees it if the slot is taken by the time it is done. The last key
/// stays in the idle context.
@safe struct ContextSlot: ~Copyable, Sendable {
    private let idle = Atomic<UInt>(0)

    /// Takes the idle context, or makes one; `nil` without memory.
    ///
    /// - Returns: A context of the caller's own, with `cipher` set.
    func take(_ cipher: SharedHandle) -> OpaquePointer? {
        if let context = unsafe OpaquePointer(bitPattern: idle.exchange(0, ordering: .acquiring)) {
            return unsafe context
        }
        guard let context = unsafe EVP_CIPHER_CTX_new() else { return nil }
        guard unsafe EVP_EncryptInit_ex2(context, cipher.pointer, nil, nil, nil) == 1 else {
            unsafe EVP_CIPHER_CTX_free(context)
            return nil
        }
        return unsafe context
    }

    /// Gives a context back.
    func put(_ context: OpaquePointer) {
        let address = UInt(bitPattern: context)
        guard !idle.compareExchange(expected: 0, desired: address, ordering: .releasing).exchanged else { return }
        unsafe EVP_CIPHER_CTX_free(context)
    }
}
