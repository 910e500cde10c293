/// Pairs that a response holds, as left and right identifiers.
struct QTI2Pairs {
    let lefts: [String]
    let rights: [String]

    enum Finding {
        /// For each left side its right side, where it has one.
        case key([String: String])
        case unverified([String: String])
        case dangling(String)
        case contradiction, ambiguous, nothing
        /// A left or a right side belongs to several.
        case manyToOne
    }

    private enum Trouble: Error {
        case dangling(String), manyToOne
    }

    func find(_ response: QTI2Declaration, _ score: ([String]) -> Double?) -> Finding {
        do throws(Trouble) {
            let correct = try pairs(response.correct)
            let earning = correct.isEmpty ? try pairs(response.earning) : correct
            guard !earning.isEmpty else { return .nothing }
            let verdict = verdict(earning, score)
            guard case .nothing = verdict, !correct.isEmpty else { return verdict }
            return .unverified(correct)
        } catch {
            switch error {
            case .dangling(let value): return .dangling(value)
            case .manyToOne: return .manyToOne
            }
        }
    }

    private func pairs(_ values: [String]) throws(Trouble) -> [String: String] {
        var pairs: [String: String] = [:]
        for value in values {
            let parts = value.split(separator: " ").map(String.init)
            guard parts.count == 2 else { throw .dangling(value) }
            let (left, right): (String, String)
            if lefts.contains(parts[0]), rights.contains(parts[1]) {
                (left, right) = (parts[0], parts[1])
            } else if lefts.contains(parts[1]), rights.contains(parts[0]) {
                (left, right) = (parts[1], parts[0])
            } else {
                throw .dangling(value)
            }
            guard pairs[left] == nil, !pairs.values.contains(right) else { throw .manyToOne }
            pairs[left] = right
        }
        return pairs
    }

    /// Marks the pairs, and each with another right side in the place of its own.
    private func verdict(_ pairs: [String: String], _ score: ([String]) -> Double?) -> Finding {
        let isReversed = pairs.first.map {
            score(["\($0.value) \($0.key)"]) ?? 0 > score(["\($0.key) \($0.value)"]) ?? 0
        }
        func mark(_ pairs: [String: String]) -> Double? {
            score(
                lefts.compactMap { left in
                    pairs[left].map { isReversed == true ? "\($0) \(left)" : "\(left) \($0)" }
                }
            )
        }
        let reversed = isReversed == nil ? nil : mark(pairs)
        guard let right = reversed, let none = score([]), right > none else { return .nothing }
        for left in lefts.prefix(QTIKeyFinder.maximumOptions) {
            for other in rights.prefix(QTIKeyFinder.maximumOptions) where other != pairs[left] && other != left {
                var changed = pairs
                changed[left] = other
                guard let mark = mark(changed) else { return .nothing }
                if mark > right { return .contradiction }
                if mark == right, pairs[left] != nil { return .ambiguous }
            }
        }
        return .key(pairs)
    }
}
