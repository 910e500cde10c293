/// The standings of one group, kept in order: no request ever sorts them.
///
/// Lines lie in sorted chunks of at most ``chunkLimit``. Inserting moves half a chunk on average, a rank is a binary
/// search and a sum over the sizes of the chunks before; at a million lines both stay within microseconds. The last line
/// and the size of each chunk lie side by side with those of the others: looking through the chunks themselves would be
/// a miss of the processor's cache at every step.
package struct Leaderboard: Sendable {
    package let criteria: [Criterion]
    private var chunks: [[Standing]] = []
    private var sizes: [Int] = []
    private var lasts: [Standing] = []
    private var byContestant: [Int64: Standing] = [:]

    private static let chunkLimit = 1_024

    package init(criteria: [Criterion]) {
        self.criteria = criteria
    }

    /// Takes lines that are in order already, as the covering index gives them: one pass.
    package init(criteria: [Criterion], ordered standings: [Standing]) {
        self.criteria = criteria
        byContestant.reserveCapacity(standings.count)
        for standing in standings { byContestant[standing.contestant] = standing }
        for start in stride(from: 0, to: standings.count, by: Self.chunkLimit / 2) {
            let chunk = Array(standings[start..<min(start + Self.chunkLimit / 2, standings.count)])
            chunks.append(chunk)
            sizes.append(chunk.count)
            lasts.append(chunk[chunk.count - 1])
        }
    }

    package var count: Int { byContestant.count }

    /// All lines in order, in pieces: held by somebody, they cost the board one copied piece at the next change.
    package var pieces: [[Standing]] { chunks }

    package func standing(of contestant: Int64) -> Standing? {
        byContestant[contestant]
    }

    /// Puts a line in, in place of the contestant's former one.
    ///
    /// - Returns: The smaller of the two indices it left and took, counted from 0: what lies above is unchanged.
    @discardableResult
    package mutating func put(_ standing: Standing) -> Int {
        let left = remove(contestant: standing.contestant)
        byContestant[standing.contestant] = standing
        guard !chunks.isEmpty else {
            chunks = [[standing]]
            sizes = [1]
            lasts = [standing]
            return 0
        }
        let chunk = min(chunkIndex(for: standing), chunks.count - 1)
        let place = Self.lowerBound(chunks[chunk]) { $0.precedes(standing) }
        let index = start(of: chunk) + place
        chunks[chunk].insert(standing, at: place)
        sizes[chunk] += 1
        if place == sizes[chunk] - 1 { lasts[chunk] = standing }
        if sizes[chunk] > Self.chunkLimit { split(chunk) }
        return min(left ?? index, index)
    }

    /// Takes a contestant's line out.
    ///
    /// - Returns: The index it had, counted from 0; `nil` if there was none.
    @discardableResult
    package mutating func remove(contestant: Int64) -> Int? {
        guard let standing = byContestant.removeValue(forKey: contestant) else { return nil }
        let chunk = chunkIndex(for: standing)
        let place = Self.lowerBound(chunks[chunk]) { $0.precedes(standing) }
        let index = start(of: chunk) + place
        chunks[chunk].remove(at: place)
        sizes[chunk] -= 1
        if let last = chunks[chunk].last {
            lasts[chunk] = last
        } else {
            chunks.remove(at: chunk)
            sizes.remove(at: chunk)
            lasts.remove(at: chunk)
        }
        return index
    }

    /// The place of a contestant.
    ///
    /// Complexity: O(log n + chunks).
    package func place(of contestant: Int64) -> Int? {
        byContestant[contestant].map { firstIndex(of: $0.key) + 1 }
    }

    /// Lines `from..<from + limit`, counted from 0, with their places.
    package func lines(from: Int, limit: Int) -> [Placed] {
        let range = max(from, 0)..<max(min(from + limit, count), max(from, 0))
        guard !range.isEmpty else { return [] }
        // One line on either side tells why the first and the last stand where they do.
        let lower = max(range.lowerBound - 1, 0)
        let window = slice(lower..<min(range.upperBound + 1, count))
        var placed: [Placed] = []
        placed.reserveCapacity(range.count)
        for index in range {
            let standing = window[index - lower]
            let above = index > 0 ? window[index - 1 - lower] : nil
            if let above, above.key == standing.key, let last = placed.last {
                placed.append(Placed(standing: standing, place: last.place, decidedBy: last.decidedBy))
            } else {
                placed.append(place(standing, at: index, above: above))
            }
        }
        return placed
    }

    /// The line of a contestant with up to `reach` lines on either side.
    package func neighbours(of contestant: Int64, reach: Int) -> [Placed] {
        guard let standing = byContestant[contestant] else { return [] }
        let chunk = chunkIndex(for: standing)
        let index = start(of: chunk) + Self.lowerBound(chunks[chunk]) { $0.precedes(standing) }
        let from = max(index - reach, 0)
        return lines(from: from, limit: index - from + reach + 1)
    }

    private func place(_ standing: Standing, at index: Int, above: Standing?) -> Placed {
        let first = above?.key == standing.key ? firstIndex(of: standing.key) : index
        let better = first > 0 ? (first == index ? above : slice(first - 1..<first).first) : nil
        if let better { return Placed(standing: standing, place: first + 1, decidedBy: reason(standing, better)) }
        let next = endIndex(of: standing.key)
        let worse = next < count ? slice(next..<next + 1).first : nil
        return Placed(standing: standing, place: first + 1, decidedBy: worse.flatMap { reason(standing, $0) })
    }

    private func reason(_ one: Standing, _ other: Standing) -> Criterion? {
        one.key.firstDifference(from: other.key, by: criteria)
    }

    /// How many lines are better than `key`.
    private func firstIndex(of key: RankKey) -> Int {
        index { $0.key < key }
    }

    /// How many lines are better than or equal to `key`.
    private func endIndex(of key: RankKey) -> Int {
        index { $0.key <= key }
    }

    private func index(where isBefore: (Standing) -> Bool) -> Int {
        let chunk = Self.lowerBound(lasts, isBefore)
        guard chunk < chunks.count else { return count }
        return start(of: chunk) + Self.lowerBound(chunks[chunk], isBefore)
    }

    private func chunkIndex(for standing: Standing) -> Int {
        Self.lowerBound(lasts) { $0.precedes(standing) }
    }

    private func start(of chunk: Int) -> Int {
        var sum = 0
        for index in 0..<chunk { sum += sizes[index] }
        return sum
    }

    private func slice(_ range: Range<Int>) -> [Standing] {
        var result: [Standing] = []
        result.reserveCapacity(range.count)
        var chunk = 0
        var before = 0
        while chunk < sizes.count, before + sizes[chunk] <= range.lowerBound {
            before += sizes[chunk]
            chunk += 1
        }
        while chunk < sizes.count, before < range.upperBound {
            let from = max(range.lowerBound - before, 0)
            result += chunks[chunk][from..<min(range.upperBound - before, sizes[chunk])]
            before += sizes[chunk]
            chunk += 1
        }
        return result
    }

    private mutating func split(_ index: Int) {
        let chunk = chunks[index]
        let half = chunk.count / 2
        chunks[index] = Array(chunk[..<half])
        chunks.insert(Array(chunk[half...]), at: index + 1)
        sizes[index] = half
        sizes.insert(chunk.count - half, at: index + 1)
        lasts.insert(lasts[index], at: index + 1)
        lasts[index] = chunk[half - 1]
    }

    /// The first index whose element is not before what is looked for; the elements are sorted that way.
    private static func lowerBound<Element>(_ elements: [Element], _ isBefore: (Element) -> Bool) -> Int {
        var low = 0
        var high = elements.count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(elements[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
