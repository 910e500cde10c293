/// Uniform numbers from the keystream of a seed.
package struct WordStream {
    private let source: any Cryptography
    private let seed: Seed
    private var words: [UInt64] = []
    private var next = 0
    private var fetched = 0

    /// Enough for 20 questions of four options; a multiple of 8, which is one block.
    private static var chunk: Int { 128 }

    package init(seed: Seed, from source: any Cryptography) {
        self.seed = seed
        self.source = source
    }

    /// A number in `0..<bound`, each equally likely.
    ///
    /// Words beyond the last whole multiple of `bound` are thrown away: a plain remainder would favour small numbers.
    package mutating func below(_ bound: Int) -> Int {
        let bound = UInt64(bound)
        while true {
            let word = take()
            // Fewer than `bound` words are spare, so that all but the last few need no second division.
            if word <= UInt64.max - bound { return Int(word % bound) }
            let spare = (UInt64.max % bound + 1) % bound
            if word <= UInt64.max - spare { return Int(word % bound) }
        }
    }

    private mutating func take() -> UInt64 {
        if next == words.count {
            words = source.keystream(seed: seed.bytes, first: fetched, count: Self.chunk)
            fetched += Self.chunk
            next = 0
        }
        defer { next += 1 }
        return words[next]
    }
}
