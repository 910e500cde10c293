/// What a file with a bank comes to: the bank, or its faults together with the questions that have none.
package struct JudgedBank: Sendable {
    /// `nil` where there are faults.
    package let bank: Bank?
    /// The questions without a fault, in the order of the file; `nil` where the bank as a whole cannot be read.
    package let sound: Bank?
    /// Where each of them stands.
    package let places: [SourcePlace]
    /// Where the questions stand that have a fault.
    package let faulty: [SourcePlace]
    /// In the order of their places.
    package let faults: [Fault]

    /// Reads a bank in the native format (docs/bank-format.md).
    ///
    /// `images`: what its questions may show.
    package init(yaml: [UInt8], vocabulary: Vocabulary, images: ImageStock = .none) {
        let faults = FaultList()
        do throws(Faults) {
            let source = try SourceText(yaml, faults)
            self.init(YAMLTree.read(source, faults), faults, vocabulary, images)
        } catch {
            self.init(error)
        }
    }

    /// Reads a bank that came in another format and was made into the same tree; `words` is what that format calls the keys.
    package init(
        tree: DocumentNode,
        words: KeyWords = .native,
        vocabulary: Vocabulary,
        images: ImageStock = .none
    ) {
        self.init(tree, FaultList(words: words), vocabulary, images)
    }

    /// A file of which no question could be read.
    package init(_ faults: Faults) {
        bank = nil
        sound = nil
        places = []
        faulty = []
        self.faults = faults.faults
    }

    private init(_ tree: DocumentNode?, _ faults: FaultList, _ vocabulary: Vocabulary, _ images: ImageStock) {
        var reader = BankReader(vocabulary: vocabulary, images: images)
        let map = tree.flatMap { Field(node: $0, name: nil, faults: faults).map(keys: BankReader.keys) }
        let read = map.flatMap { reader.read($0) }
        bank = faults.isEmpty ? read : nil
        sound = read
        places = reader.places
        faulty = reader.faulty
        self.faults = bank == nil && faults.isEmpty ? Faults.unreadable.faults : faults.faults.faults
    }
}
