/// All questions of the pinned banks of one definition, in the one order that drawing and marking agree on.
package struct QuestionPool: Sendable {
    /// Sorted bytewise by bank id, then question id; at most 65,535.
    package private(set) var questions: [Question]
    /// The keys of those that are answered by picking, same indices: marking most papers touches no text.
    private(set) var pickKeys: [PickKey?]
    /// Ordinals of questions that earn everybody their points.
    package internal(set) var voided: Set<Int> = []
    /// The bank of each question, same indices.
    package let banks: [String]
    /// Over the paper digests of the banks, sorted by bank id.
    package let digest: [UInt8]

    package static let maximumQuestions = 65_535

    /// Takes banks whose ids differ.
    package init(banks: [(bank: Bank, digest: BankDigest)], by cryptography: any Cryptography) {
        let sorted = banks.sorted { $0.bank.id.utf8.lexicographicallyPrecedes($1.bank.id.utf8) }
        var questions: [Question] = []
        var names: [String] = []
        var bytes = CanonicalBytes()
        bytes.append("bang-vang/pool/v1")
        for (bank, digest) in sorted {
            bytes.append(bank.id)
            bytes.append(digest.paper)
            let ordered = bank.questions.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
            questions += ordered
            names += repeatElement(bank.id, count: ordered.count)
        }
        self.questions = questions
        pickKeys = questions.map(\.body.pickKey)
        self.banks = names
        digest = cryptography.sha256(bytes.bytes)
    }

    /// Puts another key in place; what is shown of the question stays.
    mutating func replaceBody(at ordinal: Int, with body: QuestionBody) {
        questions[ordinal] = questions[ordinal].with(body)
        pickKeys[ordinal] = body.pickKey
    }
}
