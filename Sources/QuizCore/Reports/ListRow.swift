/// A person on a list.
package struct ListRow: Hashable, Sendable {
    package let name: String
    /// Only where the list has contact data.
    package let birthYear: Int?
    /// Ten digits; only where the list has contact data, and the person gave one.
    package let phone: String?
    package let group: String
    package let unitCode: String
    package let unitTitle: String
    /// Whether a roster or a coordinator says so too; `nil`: the list does not tell.
    package let isUnitConfirmed: Bool?
    package let facts: Facts

    package init(
        name: String,
        birthYear: Int?,
        phone: String?,
        group: String,
        unitCode: String,
        unitTitle: String,
        isUnitConfirmed: Bool?,
        facts: Facts
    ) {
        self.name = name
        self.birthYear = birthYear
        self.phone = phone
        self.group = group
        self.unitCode = unitCode
        self.unitTitle = unitTitle
        self.isUnitConfirmed = isUnitConfirmed
        self.facts = facts
    }

    package enum Facts: Hashable, Sendable {
        case result(Result)
        case progress(Progress)
        /// On a roster since.
        case roster(Timestamp)
    }

    /// The attempt that counts.
    package struct Result: Hashable, Sendable {
        package let round: String
        package let number: Int
        package let startedAt: Timestamp
        package let sealedAt: Timestamp
        /// Unit: thousandths.
        package let score: Int
        package let maximum: Int
        /// Unit: milliseconds.
        package let duration: Int64
        /// `nil`: not to be seen yet.
        package let place: Int?

        package init(
            round: String,
            number: Int,
            startedAt: Timestamp,
            sealedAt: Timestamp,
            score: Int,
            maximum: Int,
            duration: Int64,
            place: Int?
        ) {
            self.round = round
            self.number = number
            self.startedAt = startedAt
            self.sealedAt = sealedAt
            self.score = score
            self.maximum = maximum
            self.duration = duration
            self.place = place
        }
    }

    /// How far somebody is; void attempts count for nothing.
    package struct Progress: Hashable, Sendable {
        package enum State: String, CaseIterable, Hashable, Sendable {
            case registered, open, submitted
        }

        package let attempts: Int
        package let submitted: Int

        package init(attempts: Int, submitted: Int) {
            self.attempts = attempts
            self.submitted = submitted
        }

        package var state: State { submitted > 0 ? .submitted : attempts > 0 ? .open : .registered }
    }
}
