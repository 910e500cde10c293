/// Why the store could not do what was asked.
///
/// Nothing was stored.
package enum StoreError: Error, Hashable, Sendable {
    /// The queue is full, or the store is shutting down: come back in a moment.
    case busy
    /// The disk is full: reads go on.
    case full
    /// The database refused; the reason is for the log only.
    case broken(String)
}
