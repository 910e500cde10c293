/// How long a session of staff lasts: it ends when nobody uses it for an hour, and after twelve hours in any case.
///
/// - Unit: Milliseconds.
package enum StaffSessionTerm {
    package static let idle: Int64 = 3_600_000
    /// From the moment it was opened.
    package static let absolute: Int64 = 12 * 3_600_000
    /// The end is moved by at least this much, so that use costs one write a minute.
    package static let step: Int64 = 60_000
}
