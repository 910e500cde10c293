/// What somebody asks about the data kept of them, with the time the law gives for it.
package struct DataRequest: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// See what is kept.
        case access
        /// Get a copy.
        case copy
        case correction
        case erasure
        case restriction
        case objection
        /// Withdraw a consent in a way that pages cannot carry out by themselves.
        case withdrawal

        /// Within which it must be done (Decree 356/2025/NĐ-CP, Article 5).
        ///
        /// Unit: days.
        package var term: Int {
            switch self {
            case .access, .copy, .correction: 10
            case .restriction, .objection, .withdrawal: 15
            case .erasure: 20
            }
        }
    }

    /// How it came.
    package enum Channel: String, CaseIterable, Hashable, Sendable {
        case web, paper
    }

    package enum State: String, CaseIterable, Hashable, Sendable {
        /// Nobody has answered.
        case open
        /// The person was told that it is being worked on.
        case answered
        case done
        case refused

        package var isClosed: Bool { self == .done || self == .refused }
    }

    /// When it must be answered, and when it must be done.
    package struct Terms: Hashable, Sendable {
        package let answerBy: Timestamp
        package let doneBy: Timestamp

        package init(answerBy: Timestamp, doneBy: Timestamp) {
            self.answerBy = answerBy
            self.doneBy = doneBy
        }

        /// The day it came does not count (Civil Code 2015, Article 147), and the last one counts to its end.
        ///
        /// - Parameters:
        ///   - receivedAt: When it came.
        ///   - kind: What is asked.
        ///   - calendar: The answer is due in working days.
        ///   - isExtended: Once by as long again.
        package init(receivedAt: Timestamp, kind: Kind, calendar: WorkingCalendar, isExtended: Bool = false) {
            let day = CalendarDay(of: receivedAt)
            answerBy = calendar.day(after: day, working: 2).end
            doneBy = day.adding(days: isExtended ? kind.term * 2 : kind.term).end
        }
    }

    package let id: PublicID
    /// Counted from 1 in every contest; what the person and the staff call it by.
    package let number: Int
    /// Of whom; `nil` for somebody who is not in the contest by any name that was found.
    package let contestant: PublicID?
    package let name: String?
    package let kind: Kind
    package let channel: Channel
    package let wish: String
    package let receivedAt: Timestamp
    package let state: State
    package let terms: Terms
    /// Why it takes longer; `nil`: it does not.
    package let extensionReason: String?
    package let answeredAt: Timestamp?
    package let closedAt: Timestamp?
    /// What was told to the person at the end.
    package let reply: String?

    package init(
        id: PublicID,
        number: Int,
        contestant: PublicID?,
        name: String?,
        kind: Kind,
        channel: Channel,
        wish: String,
        receivedAt: Timestamp,
        state: State,
        terms: Terms,
        extensionReason: String?,
        answeredAt: Timestamp?,
        closedAt: Timestamp?,
        reply: String?
    ) {
        self.id = id
        self.number = number
        self.contestant = contestant
        self.name = name
        self.kind = kind
        self.channel = channel
        self.wish = wish
        self.receivedAt = receivedAt
        self.state = state
        self.terms = terms
        self.extensionReason = extensionReason
        self.answeredAt = answeredAt
        self.closedAt = closedAt
        self.reply = reply
    }
}

/// What staff do with a request.
package enum DataRequestStep: Hashable, Sendable {
    /// Tell the person that it is being worked on.
    case answer
    /// Once, by as long again, with a reason.
    case extend(reason: String)
    case finish(reply: String)
    case refuse(reason: String)
}
