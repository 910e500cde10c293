import QuizCore
import Synchronization

/// Words of the names on rosters, for searches that type them without marks: which entries hold a word.
///
/// Only a hint where to look: what is found is read again, so that entries which are gone or not yet to be seen are not shown.
final class RosterNames: Sendable {
    private struct State {
        /// Keys, contests and units of the entries, in ascending order of their keys.
        var keys: [Int64] = []
        var contests: [Int64] = []
        var units: [Int64] = []
        /// Places in these lists, by folded word; Vietnamese names are made of a few thousand words.
        var places: [String: [Int32]] = [:]
    }

    private static let step = 10_000
    private let state = Mutex(State())

    var last: Int64 { state.withLock { $0.keys.last ?? 0 } }

    /// Reads what has come since.
    func update(from readers: Readers) async throws(StoreError) {
        while true {
            let from = last
            let rows = try await readers.read { database throws(DatabaseError) in
                try database.all(.rosterNames, [.int(from), .int(Self.step)]) { row in
                    NameRow(key: row.int(0), contest: row.int(1), unit: row.int(2), words: row.text(3).folded)
                }
            }
            state.withLock { state in for row in rows { Self.add(row, to: &state) } }
            if rows.count < Self.step { return }
        }
    }

    /// Reads everything anew next time.
    func forget() {
        state.withLock { $0 = State() }
    }

    private struct NameRow: Sendable {
        let key: Int64
        let contest: Int64
        let unit: Int64
        let words: String
    }

    private static func add(_ row: NameRow, to state: inout State) {
        // Somebody else may have read it meanwhile.
        guard row.key > state.keys.last ?? 0, let place = Int32(exactly: state.keys.count) else { return }
        state.keys.append(row.key)
        state.contests.append(row.contest)
        state.units.append(row.unit)
        for word in Set(row.words.split(separator: " ")) { state.places[String(word), default: []].append(place) }
    }

    /// Keys of entries whose names hold each of the words, the last one perhaps not typed to its end.
    func find(_ words: [String], contest: Int64, units: Set<Int64>) -> [Int64] {
        state.withLock { state in
            var found: [Int32]?
            for word in words {
                let matches = Self.places(of: word, in: state)
                guard let before = found else {
                    found = matches
                    continue
                }
                found = Self.common(before, matches)
            }
            return (found ?? []).compactMap { place in
                let index = Int(place)
                guard state.contests[index] == contest, units.contains(state.units[index]) else { return nil }
                return state.keys[index]
            }
        }
    }

    private static func places(of word: String, in state: State) -> [Int32] {
        let lists = state.places.filter { $0.key.hasPrefix(word) }.values
        guard lists.count > 1 else { return lists.first ?? [] }
        return Set(lists.joined()).sorted()
    }

    /// What two ascending lists share.
    private static func common(_ one: [Int32], _ other: [Int32]) -> [Int32] {
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        let set = Set(short)
        return long.filter(set.contains)
    }
}
