/// How many pieces a guesser would have to put together to get a password, at the least.
///
/// A common word is one piece, as is a run such as `abcdef`, `987654` or `qwerty`; every four digits and every other letter
/// count one; separators and what is worthless count none, and what stands there several times counts once.
struct PasswordPieces {
    let count: Int

    private static let rows = [
        "qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "!@#$%^&*()", "qazwsxedcrfvtgbyhnujmikolp",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "q1w2e3r4t5y6u7i8o9p0",
    ].map { Array($0.unicodeScalars) }
    private static let shortestRun = 3
    private static let separators: Set<Unicode.Scalar> = [" ", "-", "_", ".", ",", "@", "/", "\t"]

    init(_ password: String, worthless: [String]) {
        var text = Self.unrepeated(Array(password.folded.unicodeScalars))
        for word in worthless { text = Self.removing(Array(word.unicodeScalars), from: text) }
        count = Self.fewest(text)
    }

    /// The shortest beginning that, repeated, gives the whole: `abcabcab` becomes `abc`.
    private static func unrepeated(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        for length in stride(from: 1, through: text.count / 2, by: 1)
        where text.indices.allSatisfy({ text[$0] == text[$0 % length] }) {
            return Array(text[..<length])
        }
        return text
    }

    private static func removing(_ word: [Unicode.Scalar], from text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var left: [Unicode.Scalar] = []
        var index = 0
        while index < text.count {
            if text[index...].starts(with: word) {
                // What stood on either side must not grow together to a new word.
                left.append(" ")
                index += word.count
            } else {
                left.append(text[index])
                index += 1
            }
        }
        return left
    }

    /// Digits and signs as the letters they often stand for.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "0": "o"
        case "1", "!": "i"
        case "3": "e"
        case "4", "@": "a"
        case "5", "$": "s"
        case "7": "t"
        default: scalar
        }
    }

    /// By dynamic programming: the fewest pieces that end at each place.
    private static func fewest(_ text: [Unicode.Scalar]) -> Int {
        // A longer text has enough pieces in its beginning, and what comes from outside must not cost without bound.
        let text = Array(text.prefix(128))
        var best = [Int](repeating: 0, count: text.count + 1)
        for start in text.indices.reversed() {
            best[start] = best[start + 1] + (separators.contains(text[start]) ? 0 : 1)
            for end in start + shortestRun..<max(start + shortestRun, text.count + 1) {
                guard let cost = cost(text[start..<end]) else { continue }
                best[start] = min(best[start], best[end] + cost)
            }
        }
        return best[0]
    }

    /// What a stretch costs as one piece.
    ///
    /// - Returns: `nil`: it is none.
    private static func cost(_ stretch: ArraySlice<Unicode.Scalar>) -> Int? {
        if isRun(stretch) || isRun(withoutDoubles(stretch)) { return 1 }
        if stretch.allSatisfy({ ("0"..."9").contains($0) }) { return (stretch.count + 3) / 4 }
        guard stretch.count <= CommonPasswords.longest else { return nil }
        let isCommon = [Array(stretch), stretch.map(plain)].contains { word in
            CommonPasswords.words.contains(String(String.UnicodeScalarView(word)))
        }
        return isCommon ? 1 : nil
    }

    /// `112233` as `123`.
    private static func withoutDoubles(_ stretch: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let single = zip(stretch, stretch.dropFirst()).filter { $0 != $1 }.map(\.1)
        return (stretch.prefix(1) + single)[...]
    }

    /// Whether each follows the one before in the same step, or on the keyboard in either direction.
    private static func isRun(_ stretch: ArraySlice<Unicode.Scalar>) -> Bool {
        let steps = zip(stretch, stretch.dropFirst()).map { Int64($1.value) - Int64($0.value) }
        if let step = steps.first, abs(step) <= 1, steps.allSatisfy({ $0 == step }) { return true }
        let backwards = Array(stretch.reversed())
        return rows.contains { $0.holds(stretch) || $0.holds(backwards) }
    }
}

extension [Unicode.Scalar] {
    fileprivate func holds(_ part: some Collection<Unicode.Scalar>) -> Bool {
        guard part.count <= count else { return false }
        return (0...count - part.count).contains { self[$0...].starts(with: part) }
    }
}
