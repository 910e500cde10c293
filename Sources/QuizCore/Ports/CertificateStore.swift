/// What certificates are made of.
package protocol CertificateStore: Sendable {
    /// The counted result with this public id of the attempt.
    ///
    /// - Returns: `nil` if there is none, it no longer counts, or the person was erased: nobody can tell these apart.
    func certified(_ attempt: PublicID) async throws(StoreError) -> CertifiedResult?
    /// The counted results of a round in `unit` and below (`nil`: all), by given name.
    func certified(contest: String, round: String, unit: String?) async throws(StoreError) -> [CertifiedResult]
    /// Notes who takes the certificates of other people, and how many.
    func noteCertificates(_ count: Int, of contest: String, _ detail: String, by actor: String) async throws(StoreError)
}

/// A counted result with what a certificate says of it.
package struct CertifiedResult: Hashable, Sendable {
    package let attempt: PublicID
    package let contest: String
    package let round: String
    package let group: String
    package let name: String
    /// As the person agreed to be shown (I15).
    package let displayName: String
    package let unitTitle: String
    package let sealedAt: Timestamp
    /// Unit: thousandths.
    package let score: Int
    package let maximum: Int
    /// Place on the board of round and group.
    package let place: Int

    package init(
        attempt: PublicID,
        contest: String,
        round: String,
        group: String,
        name: String,
        displayName: String,
        unitTitle: String,
        sealedAt: Timestamp,
        score: Int,
        maximum: Int,
        place: Int
    ) {
        self.attempt = attempt
        self.contest = contest
        self.round = round
        self.group = group
        self.name = name
        self.displayName = displayName
        self.unitTitle = unitTitle
        self.sealedAt = sealedAt
        self.score = score
        self.maximum = maximum
        self.place = place
    }
}
