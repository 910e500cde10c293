/// The facts of a person on one board that ranking may look at.
package struct RankedResult: Hashable, Sendable {
    /// Of the attempt that counts.
    ///
    /// Unit: thousandths of a point.
    package var score: Int
    /// Distance of the prediction from the true value, times 10^5; `nil` while that is open, or if none was made.
    package var predictionDistance: Int64?
    /// Unit: milliseconds.
    package var duration: Int64
    package var startedAt: Timestamp
    package var submittedAt: Timestamp
    /// Sealed attempts on this board, void ones left out.
    package var attempts: Int
    /// Those of them that reached the maximum.
    package var fullMarks: Int
    /// The organizers' recorded decision; `nil`: none.
    package var manualOrder: Int64?
    /// The person's number in the public draw; `nil` before it.
    package var drawNumber: Int64?

    package init(
        score: Int,
        predictionDistance: Int64? = nil,
        duration: Int64,
        startedAt: Timestamp,
        submittedAt: Timestamp? = nil,
        attempts: Int = 1,
        fullMarks: Int = 0,
        manualOrder: Int64? = nil,
        drawNumber: Int64? = nil
    ) {
        self.score = score
        self.predictionDistance = predictionDistance
        self.duration = duration
        self.startedAt = startedAt
        self.submittedAt = submittedAt ?? startedAt.adding(milliseconds: duration)
        self.attempts = attempts
        self.fullMarks = fullMarks
        self.manualOrder = manualOrder
        self.drawNumber = drawNumber
    }
}
