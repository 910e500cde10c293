/// A draw that anybody can repeat: everybody's number follows from a text that nobody could foresee, such as the result
/// of a lottery on a day named before.
package struct PublicDraw: Hashable, Sendable {
    package let contest: String
    /// A round, or ``Cumulative/round``.
    package let round: String
    /// What was drawn elsewhere, in the words of the announcement; NFC.
    package let text: String

    package init(contest: String, round: String, text: String) {
        self.contest = contest
        self.round = round
        self.text = text
    }

    /// The number of a contestant; the smallest stands first.
    ///
    /// The first 60 bits, big-endian, of SHA-256 over length-prefixed fields (``CanonicalBytes``).
    package func number(of contestant: PublicID, by cryptography: any Cryptography) -> Int64 {
        var bytes = CanonicalBytes()
        bytes.append("bang-vang/public-draw/v1")
        bytes.append(contest)
        bytes.append(round)
        bytes.append(text)
        bytes.append(contestant.bytes)
        let word = cryptography.sha256(bytes.bytes).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int64(word >> 4)
    }
}
