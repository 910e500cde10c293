/// Finds units by what people type: without marks, shortened, with a slip in a word.
struct UnitSearch: Sendable {
    /// In the order of titles.
    let units: [Unit]
    /// Every word of a title, once.
    private let words: [UnitWords.Word]
    private let letters: [[UInt8]]
    private let plain: Set<String>
    /// Units by word.
    private let holders: [[Int32]]
    /// Units above each, in both trees.
    private let above: [[Int32]]
    /// How many words a title has.
    private let lengths: [Int]
    /// The first word of each title that says more than its kind.
    private let first: [Int32]

    /// More words nobody needs.
    private static let mostWords = 8
    /// Levels of a tree whose titles help to find what is below.
    private static let levels = 8

    init(units all: [Unit]) {
        let titled = all.map { unit in
            let words = UnitWords(unit.title)
            return (unit: unit, words: words, order: words.order)
        }.sorted { ($0.order, $0.unit.code) < ($1.order, $1.unit.code) }
        let units = titled.map(\.unit)
        var numbers: [UnitWords.Word: Int] = [:]
        var words: [UnitWords.Word] = []
        var holders: [[Int32]] = []
        var lengths: [Int] = []
        var first: [Int32] = []
        func number(of word: UnitWords.Word) -> Int {
            if let known = numbers[word] { return known }
            numbers[word] = words.count
            words.append(word)
            holders.append([])
            return words.count - 1
        }
        for (index, one) in titled.enumerated() {
            let title = one.words
            for word in title.all { holders[number(of: word)].append(Int32(truncatingIfNeeded: index)) }
            let telling = title.written.first { !UnitWords.kinds.contains($0.plain) }
            first.append(telling.map { Int32(truncatingIfNeeded: number(of: $0)) } ?? -1)
            lengths.append(title.written.count)
        }
        self.units = units
        self.words = words
        self.holders = holders
        self.lengths = lengths
        self.first = first
        letters = words.map { Array($0.plain.utf8) }
        plain = Set(words.map(\.plain))
        above = Self.above(units)
    }

    private static func above(_ units: [Unit]) -> [[Int32]] {
        let places = Dictionary(
            units.enumerated().map { ($0.element.code, $0.offset) },
            uniquingKeysWith: { one, _ in one }
        )
        return units.map { unit in
            var found: [Int32] = []
            for tree in UnitTreeName.allCases {
                var next = unit.above(in: tree).flatMap { places[$0] }
                for _ in 0..<levels {
                    guard let place = next else { break }
                    let number = Int32(truncatingIfNeeded: place)
                    if !found.contains(number) { found.append(number) }
                    next = units[place].above(in: tree).flatMap { places[$0] }
                }
            }
            return found
        }
    }

    func find(_ query: UnitQuery) -> [Unit] {
        func isOffered(_ unit: Unit) -> Bool {
            unit.code != Unit.other && (query.types.isEmpty || query.types.contains(unit.type))
                && (query.day.map { unit.isValid(on: $0) } ?? true)
        }
        let typed = Array(asked(query.text).prefix(Self.mostWords))
        guard !typed.isEmpty else { return Array(units.lazy.filter(isOffered).prefix(query.limit)) }
        let isKindOnly = typed.allSatisfy { UnitWords.kinds.contains($0.plain) }
        let marks = typed.enumerated().map { place, word in
            Mark(
                word,
                in: self,
                isLast: place == typed.count - 1,
                isKind: !isKindOnly && UnitWords.kinds.contains(word.plain)
            )
        }
        let found = scores(marks).filter { isOffered(units[$0.unit]) }
        // The place among the titles decides where scores are level.
        return found.sorted { ($1.score, $0.unit) < ($0.score, $1.unit) }.prefix(query.limit).map { units[$0.unit] }
    }

    /// The typed words; one that nothing is like is taken for two that were written together.
    private func asked(_ text: String) -> [UnitWords.Word] {
        UnitWords(text).short.flatMap { word -> [UnitWords.Word] in
            guard word.plain.utf8.count >= 5, !plain.contains(word.plain) else { return [word] }
            let whole = WordLikeness(word, isLast: true)
            if zip(words, letters).contains(where: { whole.likeness(to: $0, $1) > 0 }) { return [word] }
            for index in word.plain.indices.dropFirst(2) {
                let halves = [word.plain[..<index], word.plain[index...]].map { String($0) }
                if halves.allSatisfy(plain.contains) { return halves.map { UnitWords.Word($0) } }
            }
            return [word]
        }
    }

    /// How well each unit fits one typed word.
    private struct Mark {
        /// By unit; 0: not at all.
        var own: [UInt8]
        /// Unit numbers that have the word, some twice.
        var holders: [Int32] = []
        /// Word numbers.
        var exact: Set<Int32> = []
        /// It only says of what kind the unit is, and need not fit.
        let isKind: Bool

        init(_ word: UnitWords.Word, in search: UnitSearch, isLast: Bool, isKind: Bool) {
            own = [UInt8](repeating: 0, count: search.units.count)
            self.isKind = isKind
            let likeness = WordLikeness(word, isLast: isLast)
            for number in search.words.indices {
                let score = likeness.likeness(to: search.words[number], search.letters[number])
                guard score > 0 else { continue }
                if score >= WordLikeness.exact { exact.insert(Int32(truncatingIfNeeded: number)) }
                for unit in search.holders[number] {
                    if own[Int(unit)] == 0 { holders.append(unit) }
                    own[Int(unit)] = max(own[Int(unit)], UInt8(truncatingIfNeeded: score))
                }
            }
        }
    }

    /// Units whose title fits one word at least, and that or the titles above it every other.
    private func scores(_ marks: [Mark]) -> [(unit: Int, score: Int)] {
        var seen = [Bool](repeating: false, count: units.count)
        var found: [(unit: Int, score: Int)] = []
        for mark in marks where !mark.isKind {
            for holder in mark.holders where !seen[Int(holder)] {
                seen[Int(holder)] = true
                if let score = score(Int(holder), marks) { found.append((Int(holder), score)) }
            }
        }
        return found
    }

    private func score(_ unit: Int, _ marks: [Mark]) -> Int? {
        var score = 0
        var fitting = 0
        for mark in marks {
            let own = Int(mark.own[unit])
            if own > 0 { fitting += 1 }
            if mark.isKind {
                score += own / 10
            } else if own > 0 {
                score += own
            } else {
                let inherited = above[unit].map { Int(mark.own[Int($0)]) }.max() ?? 0
                guard inherited > 0 else { return nil }
                score += inherited * 4 / 10
            }
        }
        if let telling = marks.first(where: { !$0.isKind }), telling.exact.contains(first[unit]) { score += 10 }
        return score - min(max(0, lengths[unit] - fitting), 8)
    }
}
