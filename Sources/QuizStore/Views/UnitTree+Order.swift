import QuizCore

extension UnitTree {
    /// Keys of a unit and all below it (`nil`: of all units) in the order of lists: each unit before those below it,
    /// siblings in the order of titles.
    ///
    /// A unit whose parent is not among them stands at the top; those who did not find their unit come last.
    func ordered(under code: String?) -> [Int64] {
        orders.order(under: code) { workedOutOrder(under: code) }
    }

    private func workedOutOrder(under code: String?) -> [Int64] {
        let units = register.inTitleOrder(code.map { register.subtree(of: $0) } ?? Set(register.byCode.keys))
        let codes = Set(units.map(\.code))
        var below: [String: [String]] = [:]
        var tops: [String] = []
        for unit in units {
            if let parent = unit.parent, parent != unit.code, codes.contains(parent), unit.code != code {
                below[parent, default: []].append(unit.code)
            } else {
                tops.append(unit.code)
            }
        }
        if let other = tops.firstIndex(of: Unit.other) { tops.append(tops.remove(at: other)) }
        var ordered: [Int64] = []
        ordered.reserveCapacity(units.count)
        var waiting = Array(tops.reversed())
        while let next = waiting.popLast() {
            if let key = key(of: next) { ordered.append(key) }
            waiting += (below[next] ?? []).reversed()
        }
        return ordered
    }
}
