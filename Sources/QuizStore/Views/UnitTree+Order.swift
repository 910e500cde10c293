import QuizCore

extension UnitTree {
    /// Keys of a unit and all below it (`nil`: of all units) in the order of lists: each unit before those below it,
    /// siblings by title, numbers in it as numbers.
    ///
    /// A unit whose parent is not among them stands at the top.
    func ordered(under code: String?) -> [Int64] {
        let keys = code.map { subtree(of: $0) } ?? everyKey
        var below: [Int64: [(sort: String, key: Int64)]] = [:]
        var tops: [(sort: String, key: Int64)] = []
        for key in keys {
            guard let unit = unit(key: key) else { continue }
            let line = (sort: unit.sortText, key: key)
            if let parent = unit.parent.flatMap({ self.key(of: $0) }), parent != key, keys.contains(parent),
                unit.code != code
            {
                below[parent, default: []].append(line)
            } else {
                tops.append(line)
            }
        }
        var ordered: [Int64] = []
        ordered.reserveCapacity(keys.count)
        var waiting = tops.sorted { $0 > $1 }.map(\.key)
        while let next = waiting.popLast() {
            ordered.append(next)
            waiting += (below[next] ?? []).sorted { $0 > $1 }.map(\.key)
        }
        return ordered
    }

    /// Keys of the units right below, in the order of lists.
    func children(of code: String) -> [Int64] {
        keysBelow(code).map { (sort: unit(key: $0)?.sortText ?? "", key: $0) }.sorted { $0 < $1 }.map(\.key)
    }
}

extension Unit {
    /// The title without marks, its numbers filled up so that 9A stands before 10A, and the code.
    fileprivate var sortText: String {
        var text = ""
        var digits = ""
        func flush() {
            guard !digits.isEmpty else { return }
            text += String(repeating: "0", count: max(0, 8 - digits.count)) + digits
            digits = ""
        }
        for scalar in title.folded.unicodeScalars {
            if ("0"..."9").contains(scalar) {
                digits.unicodeScalars.append(scalar)
            } else {
                flush()
                text.unicodeScalars.append(scalar)
            }
        }
        flush()
        return text + "\u{1}" + code
    }
}
