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
    /// Sorted by bank id.
    private let bankDigests: [(bank: String, paper: [UInt8])]

    package static let maximumQuestions = 65_535

    /// Takes banks whose ids differ.
    package init(banks: [(bank: Bank, digest: BankDigest)], by cryptography: any Cryptography) {
        let sorted = banks.sorted { $0.bank.id.utf8.lexicographicallyPrecedes($1.bank.id.utf8) }
        var questions: [Question] = []
        var names: [String] = []
        for (bank, _) in sorted {
            let ordered = bank.questions.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
            questions += ordered
            names += repeatElement(bank.id, count: ordered.count)
        }
        self.questions = questions
        pickKeys = questions.map(\.body.pickKey)
        self.banks = names
        bankDigests = sorted.map { (bank: $0.bank.id, paper: $0.digest.paper) }
        digest = Self.digest(bankDigests, by: cryptography)
    }

    /// The digest of some of the banks, as if there were no others.
    func digest(of banks: [String], by cryptography: any Cryptography) -> [UInt8] {
        Self.digest(bankDigests.filter { banks.contains($0.bank) }, by: cryptography)
    }

    private static func digest(
        _ banks: [(bank: String, paper: [UInt8])],
        by cryptography: any Cryptography
    ) -> [UInt8] {
        var bytes = CanonicalBytes()
        bytes.append("bang-vang/pool/v1")
        for (bank, paper) in banks {
            bytes.append(bank)
            bytes.append(paper)
        }
        return cryptography.sha256(bytes.bytes)
    }

    /// How a question is called among all banks.
    func name(of ordinal: Int) -> String {
        "\(banks[ordinal])/\(questions[ordinal].id)"
    }

    /// Where the questions of a paper that was drawn from another pool stand in this one; those that are gone are left
    /// out.
    package func ordinals(of paper: Paper, drawnFrom other: QuestionPool) -> [Int] {
        let drawn = paper.items.map(\.ordinal)
        if other.digest == digest { return drawn }
        let names = Set(drawn.filter(other.questions.indices.contains).map(other.name))
        return questions.indices.filter { names.contains(name(of: $0)) }
    }

    /// Puts another key in place; what is shown of the question stays.
    mutating func replaceBody(at ordinal: Int, with body: QuestionBody) {
        questions[ordinal] = questions[ordinal].with(body)
        pickKeys[ordinal] = body.pickKey
    }
}
