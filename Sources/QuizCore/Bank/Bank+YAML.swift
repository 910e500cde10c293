extension Bank {
    /// Reads a bank in the native format (docs/bank-format.md).
    ///
    /// `images`: what its questions may show.
    ///
    /// - Throws: All faults of the file, each with its place.
    package init(yaml: [UInt8], vocabulary: Vocabulary, images: ImageStock = .none) throws(Faults) {
        self = try Self.sound(JudgedBank(yaml: yaml, vocabulary: vocabulary, images: images))
    }

    /// Reads a bank that came in another format and was made into the same tree.
    ///
    /// - Throws: All faults, each with its place in the foreign file.
    package init(tree: DocumentNode, vocabulary: Vocabulary, images: ImageStock = .none) throws(Faults) {
        self = try Self.sound(JudgedBank(tree: tree, vocabulary: vocabulary, images: images))
    }

    private static func sound(_ judged: JudgedBank) throws(Faults) -> Bank {
        guard let bank = judged.bank else { throw Faults(judged.faults) }
        return bank
    }
}
