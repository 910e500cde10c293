/// Who gets a certificate of a contest, and what stands on it; off unless a contest says so.
package struct CertificateRules: Hashable, Sendable {
    package let title: String
    /// What the certificate states, line by line below the name.
    package let text: [String]
    package let signer: Signer
    /// Only with at least this share of the points; `nil`: everybody who finished.
    ///
    /// Unit: percent.
    package let minimumPercent: Int?
    /// Only up to this place on the board of the round; `nil`: any.
    package let places: Int?
    /// From which state of the results on.
    package let from: ResultState
    package let shows: Set<Fact>

    package enum Fact: String, CaseIterable, Hashable, Sendable {
        case score, place
    }

    package struct Signer: Hashable, Sendable {
        package let organization: String
        /// `Trưởng Ban Tổ chức`.
        package let title: String
        package let name: String?
        /// Where it is signed.
        package let place: String?
        /// The day it is signed; `nil`: the day of the attempt.
        package let date: CalendarDay?

        package init(organization: String, title: String, name: String?, place: String?, date: CalendarDay?) {
            self.organization = organization
            self.title = title
            self.name = name
            self.place = place
            self.date = date
        }
    }

    package init(
        title: String,
        text: [String],
        signer: Signer,
        minimumPercent: Int?,
        places: Int?,
        from: ResultState,
        shows: Set<Fact>
    ) {
        self.title = title
        self.text = text
        self.signer = signer
        self.minimumPercent = minimumPercent
        self.places = places
        self.from = from
        self.shows = shows
    }

    /// Whether a result deserves one; the state of the results is another question.
    package func admits(score: Int, maximum: Int, place: Int?) -> Bool {
        if let minimumPercent, score * 100 < maximum * minimumPercent { return false }
        if let places { return place.map { $0 <= places } ?? false }
        return true
    }
}
