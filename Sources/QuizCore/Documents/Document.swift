/// A file from outside: one mapping, read so that all its faults are told at once.
enum Document {
    /// Reads a file with `body`, which puts what it does not like into the list of faults and reads on.
    ///
    /// The outermost mapping may have `keys`; `body` gives `nil` only with a fault told.
    ///
    /// - Throws: All faults of the file, each with its place.
    static func read<Value>(
        _ bytes: [UInt8],
        keys: [String],
        _ body: (MapReader) -> Value?
    ) throws(Faults) -> Value {
        let faults = FaultList()
        let source = try SourceText(bytes, faults)
        return try read(YAMLTree.read(source, faults), faults, keys: keys, body)
    }

    /// The same for what is a tree already.
    static func read<Value>(
        _ tree: DocumentNode,
        keys: [String],
        _ body: (MapReader) -> Value?
    ) throws(Faults) -> Value {
        try read(tree, FaultList(), keys: keys, body)
    }

    private static func read<Value>(
        _ tree: DocumentNode?,
        _ faults: FaultList,
        keys: [String],
        _ body: (MapReader) -> Value?
    ) throws(Faults) -> Value {
        let value = tree.flatMap { Field(node: $0, name: nil, faults: faults).map(keys: keys) }.flatMap(body)
        try faults.throwIfAny()
        guard let value else { throw .unreadable }
        return value
    }
}

extension Faults {
    /// When there is nothing and no fault was told.
    static let unreadable = Faults(.file, vi: "không đọc được tệp", en: "the file cannot be read")
}
