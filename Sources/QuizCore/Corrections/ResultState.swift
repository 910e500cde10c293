/// How far the results of a round are.
package enum ResultState: String, CaseIterable, Hashable, Sendable {
    /// Attempts can still come in.
    case live
    /// Nothing comes in any more; the organizers look at it.
    case frozen
    /// Published, open to objections until a moment.
    case provisional
    /// The objections are settled.
    case verified
    /// Nothing changes any more, corrections included.
    case final

    /// The one that follows; nobody goes back, but for a correction, after which results are provisional again.
    package var next: ResultState? {
        switch self {
        case .live: nil
        case .frozen: .provisional
        case .provisional: .verified
        case .verified: .final
        case .final: nil
        }
    }

    /// Whether marks may still be corrected.
    package var takesCorrections: Bool { self != .final }
}

/// The state of a round's results.
package struct RoundResults: Hashable, Sendable {
    /// How long people may object after a correction of published results.
    ///
    /// Unit: milliseconds; three days, as the one contest that states a time gives.
    package static let objectionsAfterCorrection: Int64 = 3 * CalendarDay.length

    package let state: ResultState
    /// Until when objections are taken; only of published results.
    package let objectionsUntil: Timestamp?

    package init(state: ResultState, objectionsUntil: Timestamp? = nil) {
        self.state = state
        self.objectionsUntil = objectionsUntil
    }

    /// Why the state may not change, if it may not.
    package func refusal(of next: ResultState, objectionsUntil: Timestamp?, at moment: Timestamp) -> Message? {
        guard next == state.next else {
            return Message(
                vi:
                    "Kết quả đang ở bước “\(state.rawValue)”; bước tiếp theo là “\(state.next?.rawValue ?? "không có")”.",
                en: "The results are '\(state.rawValue)'; the next step is '\(state.next?.rawValue ?? "none")'."
            )
        }
        if next == .provisional, objectionsUntil.map({ $0 <= moment }) ?? true {
            return Message(
                vi: "Hãy cho biết hạn nhận khiếu nại (objectionsUntil), sau thời điểm này.",
                en: "Say until when objections are taken (objectionsUntil), later than now."
            )
        }
        if next == .verified, let until = self.objectionsUntil, moment < until {
            return Message(
                vi: "Chưa hết hạn khiếu nại (\(until.vietnamese)).",
                en: "Objections are taken until \(until.vietnamese)."
            )
        }
        return nil
    }

    /// What a correction does to published results.
    package func afterCorrection(at moment: Timestamp) -> RoundResults {
        guard state == .provisional || state == .verified else { return self }
        let atLeast = moment.adding(milliseconds: Self.objectionsAfterCorrection)
        return RoundResults(state: .provisional, objectionsUntil: max(objectionsUntil ?? atLeast, atLeast))
    }
}
