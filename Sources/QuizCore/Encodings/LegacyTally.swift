/// Counts which of the old encodings would make Vietnamese of the words of a text that are no words as they stand.
struct LegacyTally {
    /// More words would not change the verdict.
    private static let maximumWords = 4_000

    struct Hit {
        var count = 0
        /// Those that nobody would write on purpose.
        var marked = 0
        /// The first of them.
        var word: [UInt8] = []
        var offset = 0
        var meant = ""
    }

    private var seen: Set<[UInt8]> = []
    private var oddWords: Set<[UInt8]> = []
    /// Different words with letters beyond ASCII that are no Vietnamese as they stand.
    private var odd: Int { oddWords.count }
    private var hits: [LegacyEncoding: Hit] = [:]

    /// Takes a word whose letters are all of Latin-1, one at least beyond ASCII.
    ///
    /// - Returns: Whether it is no Vietnamese as it stands.
    @discardableResult
    mutating func add(_ word: [UInt8], at offset: Int) -> Bool {
        guard (2...10).contains(word.count), seen.count < Self.maximumWords, !isMicro(word),
            seen.insert(word).inserted
        else { return oddWords.contains(word) }
        let asIs = String(String.UnicodeScalarView(word.map(LegacyEncoding.latin1))).lowercased()
        let isSound = VietnameseSyllable.isWritten(asIs.unicodeScalars) && !LegacyEncoding.hasHump(word)
        guard !isSound else { return false }
        oddWords.insert(word)
        for encoding in LegacyEncoding.allCases {
            guard let meant = encoding.lowercased(word), VietnameseSyllable.isWritten(meant.unicodeScalars) else {
                continue
            }
            var hit = hits[encoding] ?? Hit(word: word, offset: offset, meant: meant)
            hit.count += 1
            if encoding.isMarked(word) { hit.marked += 1 }
            hits[encoding] = hit
        }
        return true
    }

    /// The words that an encoding would make Vietnamese of.
    func hit(of encoding: LegacyEncoding) -> Hit? { hits[encoding] }

    /// The encoding that explains most of the odd words, if it explains enough of them.
    var verdict: (encoding: LegacyEncoding, hit: Hit)? {
        let best = LegacyEncoding.allCases.compactMap { encoding in hits[encoding].map { (encoding, $0) } }
            .max { $0.1.count < $1.1.count }
        guard let best, best.1.count * 5 >= odd * 3, best.1.marked >= max(2, best.1.count / 3) else { return nil }
        return best
    }

    /// `µm`, `µg`: units, not letters.
    private func isMicro(_ word: [UInt8]) -> Bool {
        word.first == 0xB5 && word.count <= 3 && word.dropFirst().allSatisfy { $0 < 0x80 }
    }
}

extension LegacyTally {
    /// Counts the words of a text.
    init(text: String) {
        self.init()
        _ = add(text: text)
    }

    /// - Returns: Whether any of them is no Vietnamese as it stands.
    mutating func add(text: String) -> Bool {
        var hasOdd = false
        var word: [UInt8] = []
        var isLatin = true
        var lead: UInt8 = 0
        var start = 0
        var offset = 0
        for byte in text.utf8 {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A:
                if word.isEmpty { start = offset }
                word.append(byte)
            case 0x80...0xBF where lead == 0xC2 && byte > 0xA0 || lead == 0xC3:
                if word.isEmpty { start = offset - 1 }
                word.append(lead == 0xC3 ? byte + 0x40 : byte)
            case 0x80...0xBF where lead != 0xC2:
                break
            case 0xC2, 0xC3:
                break
            // Letters of other scripts and the rest of Vietnamese; what begins with 0xE2 is punctuation.
            case 0xC4...0xE1, 0xE3...0xFF:
                isLatin = false
            default:
                if end(&word, isLatin, at: start) { hasOdd = true }
                isLatin = true
            }
            lead = byte
            offset += 1
        }
        return end(&word, isLatin, at: start) || hasOdd
    }

    /// Counts the words of a file that is not UTF-8.
    init(bytes: ArraySlice<UInt8>) {
        self.init()
        var word: [UInt8] = []
        for (offset, byte) in bytes.enumerated() {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0xA1...0xFF: word.append(byte)
            default: _ = end(&word, true, at: offset - word.count)
            }
        }
        _ = end(&word, true, at: 0)
    }

    private mutating func end(_ word: inout [UInt8], _ isLatin: Bool, at start: Int) -> Bool {
        defer { word.removeAll(keepingCapacity: true) }
        return isLatin && word.contains { $0 >= 0x80 } && add(word, at: start)
    }
}
