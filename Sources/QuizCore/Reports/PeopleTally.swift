/// What is counted of people of one group in one unit, or of several together.
package struct PeopleTally: Hashable, Sendable {
    package var registered = 0
    /// Of the registered, those whose unit a roster or a coordinator confirms.
    package var confirmed = 0
    /// With an attempt, open or sealed.
    package var started = 0
    /// With a sealed attempt: who has taken part.
    package var submitted = 0
    package var submittedConfirmed = 0
    /// Of those who have taken part, heads of their agency by their own word.
    package var heads = 0
    /// Sealed attempts.
    package var attempts = 0
    /// Sum of the shares of the maximum reached, over all sealed attempts.
    ///
    /// Unit: thousandths.
    package var shareSum = 0

    package init() {}

    package static func += (sum: inout Self, other: Self) {
        sum.registered += other.registered
        sum.confirmed += other.confirmed
        sum.started += other.started
        sum.submitted += other.submitted
        sum.submittedConfirmed += other.submittedConfirmed
        sum.heads += other.heads
        sum.attempts += other.attempts
        sum.shareSum += other.shareSum
    }
}
