/// What a question says, as the set of all runs of three words in its texts.
///
/// Case, punctuation and spacing do not count, marks do; nor does the order of options, since each text stands for itself.
package struct Shingles: Hashable, Sendable {
    /// Ascending, each once.
    let hashes: [UInt64]

    /// Words in a run.
    private static let width = 3

    package init(of question: Question) {
        var all: Set<UInt64> = []
        for text in Self.texts(of: question) { Self.add(text, to: &all) }
        hashes = all.sorted()
    }

    /// The share of what two questions have in common in all that they say (Jaccard).
    package func likeness(to other: Shingles) -> Double {
        let common = common(with: other)
        let all = hashes.count + other.hashes.count - common
        return all == 0 ? 0 : Double(common) / Double(all)
    }

    private func common(with other: Shingles) -> Int {
        var (mine, theirs, common) = (0, 0, 0)
        while mine < hashes.count, theirs < other.hashes.count {
            let (left, right) = (hashes[mine], other.hashes[theirs])
            if left == right { common += 1 }
            if left <= right { mine += 1 }
            if right <= left { theirs += 1 }
        }
        return common
    }

    /// What a contestant reads: key, explanation and accepted answers make no question another one.
    private static func texts(of question: Question) -> [String] {
        switch question.body {
        // Their options say no more than 'true' and 'false'.
        case .choice(let choice) where choice.kind == .trueFalse: [question.prompt]
        case .choice(let choice): [question.prompt] + choice.options.map(\.text)
        case .order(let order): [question.prompt] + order.items
        case .match(let match): [question.prompt] + match.pairs.map(\.left) + match.rights
        case .short, .numeric: [question.prompt]
        case .message(let message): [question.prompt] + message.parts.map(\.text)
        }
    }

    private static func add(_ text: String, to all: inout Set<UInt64>) {
        let words = WordHashes.of(text)
        guard words.count >= width else {
            if !words.isEmpty { all.insert(WordHashes.joined(words[...])) }
            return
        }
        for start in 0...(words.count - width) { all.insert(WordHashes.joined(words[start..<(start + width)])) }
    }
}

/// Words as numbers: the same number for the same word on every machine.
enum WordHashes {
    static func of(_ text: String) -> [UInt64] {
        var words: [UInt64] = []
        var word = seed
        for scalar in text.composed.lowercased().unicodeScalars {
            switch Part(scalar) {
            case .letter: mix(&word, UInt64(scalar.value))
            case .sign:
                end(&word, &words)
                mix(&word, UInt64(scalar.value))
                end(&word, &words)
            case .gap: end(&word, &words)
            }
        }
        end(&word, &words)
        return words
    }

    static func joined(_ words: ArraySlice<UInt64>) -> UInt64 {
        words.reduce(into: seed ^ UInt64(words.count)) { mix(&$0, $1) }
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func end(_ word: inout UInt64, _ words: inout [UInt64]) {
        if word != seed { words.append(word) }
        word = seed
    }

    /// FNV-1a over whole numbers, with the high bits brought down.
    private static func mix(_ hash: inout UInt64, _ value: UInt64) {
        hash = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
    }

    private enum Part {
        /// Belongs to a word.
        case letter
        /// `<`, `+`, `€`: a word by itself.
        case sign
        case gap

        init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x300...0x36F, 0x1E00...0x1EFF:
                self = .letter
            case 0x2B, 0x3C...0x3E: self = .sign
            case 0x00...0x7F: self = .gap
            default: self = Self.byCategory(scalar)
            }
        }

        private static func byCategory(_ scalar: Unicode.Scalar) -> Part {
            let properties = scalar.properties
            if properties.isAlphabetic || properties.numericType != nil { return .letter }
            return switch properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark: .letter
            case .mathSymbol, .currencySymbol, .otherSymbol: .sign
            default: .gap
            }
        }
    }
}
