import QuizCore
import Synchronization

/// Words of people's names, for searches that type them without marks: who has a word in the name, by unit.
///
/// Only a hint where to look: what is found is read again, so that whoever is gone, renamed or not yet to be seen is not
/// shown.
final class NameIndex: Sendable {
    fileprivate struct State {
        /// Keys, contests and units of the people as they were read.
        var keys: [Int64] = []
        var contests: [Int64] = []
        var units: [Int64] = []
        /// Places in these lists, by folded word; Vietnamese names are made of a few thousand words.
        var places: [String: [Int32]] = [:]
        /// Words as they are written, with what they fold to: folding each anew would take the most time.
        var folded: [Substring: String] = [:]
        /// The highest key that was read.
        var last: Int64 = 0
        /// How often everything was forgotten: what was read before then is not to be added.
        var generation = 0
        /// Those whose name or unit is another since they were read.
        var changed: Set<Int64> = []
    }

    private static let step = 10_000
    private let state = Mutex(State())
    private let following: Query
    private let one: Query

    /// `following`: Key, contest, unit and name of people behind a key, at most so many; `one`: the same of one key.
    init(following: Query, one: Query) {
        self.following = following
        self.one = one
    }

    /// Reads what has come or changed since.
    func update(from readers: Readers) async throws(StoreError) {
        let (changed, generation) = state.withLock { state in
            defer { state.changed = [] }
            return (state.changed, state.generation)
        }
        let one = one
        let again = try await readers.read { database throws(DatabaseError) in
            var rows: [NameRow] = []
            for key in changed { rows += try database.all(one, [.int(key)], NameRow.init) }
            return rows
        }
        state.withLock { state in
            if state.generation == generation { for row in again { state.add(row) } }
        }
        while try await !isWhole(readingFrom: readers) {}
    }

    /// Reads the next who have come.
    ///
    /// - Returns: Whether that was all.
    private func isWhole(readingFrom readers: Readers) async throws(StoreError) -> Bool {
        let (from, generation) = state.withLock { ($0.last, $0.generation) }
        let following = following
        let rows = try await readers.read { database throws(DatabaseError) in
            try database.all(following, [.int(from), .int(Self.step)], NameRow.init)
        }
        return state.withLock { state in
            guard state.generation == generation else { return false }
            // Somebody else may have read them meanwhile.
            for row in rows where row.key > state.last {
                state.add(row)
                state.last = row.key
            }
            return rows.count < Self.step
        }
    }

    func noteChange(of key: Int64) {
        state.withLock { _ = $0.changed.insert(key) }
    }

    /// Reads everything anew next time.
    func forget() {
        state.withLock { $0 = State(generation: $0.generation + 1) }
    }

    /// Keys of people of some units, by unit, whose names hold each of the words.
    func find(_ name: NameQuery, contest: Int64, units: Set<Int64>) -> [Int64: Set<Int64>] {
        state.withLock { state in
            var found: [Int64: Set<Int64>] = [:]
            for place in state.places(holding: name.words) where state.contests[place] == contest {
                let unit = state.units[place]
                if units.contains(unit) { found[unit, default: []].insert(state.keys[place]) }
            }
            return found
        }
    }

    /// Keys of people, in ascending order, each of the words in their name or in what is said of their unit.
    func find(_ name: NameQuery, contest: Int64, orIn units: [Int64: String]) -> [Int64] {
        state.withLock { state in
            let units = units.mapValues { state.folding($0) }
            let places = state.places(holding: name.words) { word in
                Set(units.filter { $0.value.contains { $0.hasPrefix(word) } }.keys)
            }
            return Set(places.filter { state.contests[$0] == contest }.map { state.keys[$0] }).sorted()
        }
    }
}

private struct NameRow: Sendable {
    let key: Int64
    let contest: Int64
    let unit: Int64
    let name: String

    init(_ row: any Row) {
        key = row.int(0)
        contest = row.int(1)
        unit = row.int(2)
        name = row.text(3)
    }
}

extension NameIndex.State {
    fileprivate mutating func add(_ row: NameRow) {
        guard let place = Int32(exactly: keys.count) else { return }
        keys.append(row.key)
        contests.append(row.contest)
        units.append(row.unit)
        for word in Set(folding(row.name)) { places[word, default: []].append(place) }
    }

    fileprivate mutating func folding(_ text: String) -> [String] {
        text.split(separator: " ").map { word in
            if let known = folded[word] { return known }
            let plain = String(word).folded
            folded[Substring(String(word))] = plain
            return plain
        }
    }

    /// Places of people who have a word in the name for each, or are of a unit that will do for it.
    fileprivate func places(holding words: [String], orOf units: (String) -> Set<Int64> = { _ in [] }) -> [Int] {
        var isFound = [Bool](repeating: true, count: keys.count)
        for word in words {
            var hasWord = [Bool](repeating: false, count: keys.count)
            for (known, places) in places where known.hasPrefix(word) {
                for place in places { hasWord[Int(place)] = true }
            }
            let fitting = units(word)
            for place in isFound.indices where !hasWord[place] && !fitting.contains(self.units[place]) {
                isFound[place] = false
            }
        }
        return isFound.indices.filter { isFound[$0] }
    }
}

extension Transaction {
    /// Has searches find somebody who registered by the name and unit of now.
    func noteName(ofContestant key: Int64) {
        afterCommit.append { $0.contestantNames.noteChange(of: key) }
    }

    /// The same of an entry of a roster.
    func noteName(ofEntry key: Int64) {
        afterCommit.append { $0.rosterNames.noteChange(of: key) }
    }

    /// Leaves nothing of erased names in memory.
    func forgetNames() {
        afterCommit.append { catalogue in
            catalogue.contestantNames.forget()
            catalogue.rosterNames.forget()
        }
    }
}

extension Query {
    static let contestantNames = Query(
        name: "contestant.names",
        sql: """
            SELECT contestant, contest, unit, name FROM contestant WHERE contestant > $1 ORDER BY contestant LIMIT $2
            """
    )
    static let contestantNameOne = Query(
        name: "contestant.nameOne",
        sql: "SELECT contestant, contest, unit, name FROM contestant WHERE contestant = $1"
    )
    /// Also of imports that are not complete.
    static let rosterNames = Query(
        name: "rosterEntry.names",
        sql: """
            SELECT roster_entry, contest, unit, name FROM roster_entry WHERE roster_entry > $1
            ORDER BY roster_entry
            LIMIT $2
            """
    )
    static let rosterNameOne = Query(
        name: "rosterEntry.nameOne",
        sql: "SELECT roster_entry, contest, unit, name FROM roster_entry WHERE roster_entry = $1"
    )
}
