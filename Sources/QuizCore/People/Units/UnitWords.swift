import Foundation

/// The words of a unit's title, or of what somebody typed to find it.
struct UnitWords {
    struct Word: Hashable {
        /// Lower case without marks.
        let plain: String
        /// Lower case with marks, the tone behind the letters: one form for hòa and hoà.
        let marked: String

        init(_ plain: String, marked: String? = nil) {
            self.plain = plain
            self.marked = marked ?? plain
        }

        var hasMarks: Bool { marked.utf8.count != plain.utf8.count }
    }

    /// As written, one after another.
    let written: [Word]

    init(_ text: String) {
        var words: [Word] = []
        var letters: [WordLetter] = []
        func end(before separator: Unicode.Scalar?) {
            guard !letters.isEmpty else { return }
            let word = Word(letters: letters)
            letters.removeAll(keepingCapacity: true)
            // `p. 1` is phường 1.
            let isShort = separator == "." && word.plain.utf8.count <= 2
            words.append(isShort ? Self.dotted[word.plain].map { Word($0) } ?? word : word)
        }
        for scalar in text.unicodeScalars.prefix(Self.longest) {
            let letter = WordLetter.of(scalar)
            if letter.isPart { letters.append(letter) } else { end(before: scalar) }
        }
        end(before: nil)
        written = words
    }

    /// With every known phrase as its short form.
    var short: [Word] {
        var words: [Word] = []
        var index = 0
        while index < written.count {
            if let (form, length) = phrase(at: index) {
                words.append(Word(form))
                index += length
            } else {
                words.append(written[index])
                index += 1
            }
        }
        return words
    }

    /// Everything that a title can be found by: its words, short forms for phrases, and phrases for short forms.
    var all: Set<Word> {
        var words = Set(written)
        for index in written.indices {
            if let (form, _) = phrase(at: index) { words.insert(Word(form)) }
            for phrase in Self.spelled[written[index].plain] ?? [] { words.insert(Word(phrase)) }
        }
        return words
    }

    private func phrase(at index: Int) -> (form: String, length: Int)? {
        guard Self.beginnings.contains(written[index].plain) else { return nil }
        for length in stride(from: min(Self.longestPhrase, written.count - index), to: 0, by: -1) {
            let phrase = written[index..<index + length].map(\.plain).joined(separator: " ")
            if let form = Self.phrases[phrase] { return (form, length) }
        }
        return nil
    }

    /// Words that say of what kind a unit is: people leave them out, or take the wrong one.
    static let kinds: Set<String> = ["truong", "xa", "phuong", "huyen", "quan", "tinh", "tp", "tt", "tx", "lop", "va"]

    /// A title has at most 200 letters.
    ///
    /// Unit: scalars of the decomposed text.
    private static let longest = 800
    private static let longestPhrase = 6

    private static let dotted = [
        "p": "phuong", "x": "xa", "q": "quan", "h": "huyen", "t": "tinh", "tp": "tp", "tt": "tt", "tx": "tx",
    ]

    private static let phrases: [String: String] = [
        "trung hoc co so": "thcs", "pho thong co so": "thcs", "ptcs": "thcs", "cap 2": "thcs", "c2": "thcs",
        "trung hoc pho thong": "thpt", "pho thong trung hoc": "thpt", "ptth": "thpt", "cap 3": "thpt", "c3": "thpt",
        "tieu hoc": "th", "cap 1": "th", "c1": "th", "mam non": "mn", "mau giao": "mg", "dai hoc": "dh",
        "cao dang": "cd", "trung cap": "tc", "giao duc va dao tao": "gddt", "giao duc dao tao": "gddt",
        "gd dt": "gddt", "gd va dt": "gddt", "giao duc thuong xuyen": "gdtx", "giao duc nghe nghiep": "gdnn",
        "dan toc noi tru": "dtnt", "dan toc ban tru": "dtbt", "khoa hoc va cong nghe": "khcn",
        "khoa hoc cong nghe": "khcn", "uy ban nhan dan": "ubnd", "hoi dong nhan dan": "hdnd", "thanh pho": "tp",
        "thi tran": "tt", "thi xa": "tx", "pho thong": "pt",
    ]

    /// Most words begin no phrase.
    private static let beginnings = Set(phrases.keys.compactMap { $0.split(separator: " ").first.map { String($0) } })

    /// The words of the phrases, by short form.
    private static let spelled: [String: [String]] = {
        var spelled: [String: Set<String>] = [:]
        for (phrase, form) in phrases where phrase.contains(" ") {
            spelled[form, default: []].formUnion(phrase.split(separator: " ").map { String($0) })
        }
        return spelled.mapValues { $0.sorted() }
    }()
}

extension UnitWords.Word {
    fileprivate init(letters: [WordLetter]) {
        var plain = String.UnicodeScalarView()
        var marked = String.UnicodeScalarView()
        var tones = String.UnicodeScalarView()
        for letter in letters {
            if let base = letter.base {
                plain.append(base == "đ" ? "d" : base)
                marked.append(base)
            }
            if let mark = letter.mark { marked.append(mark) }
            if let tone = letter.tone { tones.append(tone) }
        }
        marked.append(contentsOf: tones)
        self.init(String(plain), marked: String(marked))
    }
}

/// A scalar of a text, taken apart: letter, mark of the letter, tone of the word.
private struct WordLetter {
    /// In lower case; `nil`: a mark that stands by itself.
    var base: Unicode.Scalar?
    var mark: Unicode.Scalar?
    var tone: Unicode.Scalar?
    /// Whether it belongs to a word rather than between two.
    let isPart: Bool

    private init(_ scalar: Unicode.Scalar) {
        let isMark = scalar.properties.canonicalCombiningClass != .notReordered
        isPart = isMark || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        guard isPart else { return }
        for part in String(scalar).decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            if part.properties.canonicalCombiningClass == .notReordered {
                base = base ?? part
            } else if Self.tones.contains(part) {
                tone = part
            } else {
                mark = part
            }
        }
    }

    static func of(_ scalar: Unicode.Scalar) -> WordLetter {
        scalar.value < 0x1F00 ? known[Int(scalar.value)] : WordLetter(scalar)
    }

    /// Of all that Vietnamese is written with: taking letters apart one by one would be most of the work of an index.
    private static let known = (0..<0x1F00).map { WordLetter(Unicode.Scalar(UInt32($0)) ?? " ") }

    /// Grave, acute, tilde, hook, dot.
    private static let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
}
