import Hummingbird
import NIOCore
import QuizCore
import Synchronization

/// The changes of one board as server-sent events, until the listener goes or the server does.
struct BoardEvents<Store: QuizStores, Crypto: Cryptography>: Sendable {
    let api: API<Store, Crypto>
    let board: BoardID

    /// How often it is looked whether there is news: a burst of submissions makes one event.
    private static var interval: Duration { .seconds(1) }
    /// A word now and then keeps proxies from hanging up, and finds out listeners that are gone.
    private static var beatsPerReminder: Int { 15 }

    func write(to writer: inout any ResponseBodyWriter) async throws {
        var told: String?
        var silent = 0
        while !api.settings.isDraining() {
            let name = name()
            if name != told {
                told = name
                silent = 0
                try await writer.write(ByteBuffer(string: "event: board\nid: \(name)\ndata: {}\n\n"))
            } else if silent >= Self.beatsPerReminder {
                silent = 0
                try await writer.write(ByteBuffer(string: ":\n\n"))
            }
            silent += 1
            try await Task.sleep(for: Self.interval)
        }
    }

    /// Stands for what the board says now; keyed, and the same as long as it is hidden (I8).
    private func name() -> String {
        guard let definition = api.store.definition(of: board.contest) else { return "gone" }
        let status = api.status(of: board, definition)
        var facts = CanonicalBytes()
        facts.append("bang-vang/board-event/v1")
        facts.append(board.contest)
        facts.append(board.round)
        facts.append(board.group)
        facts.append(status.name)
        facts.append(status.results?.state.rawValue ?? "")
        if status.hiddenReason == nil {
            facts.append(status.asOf?.milliseconds ?? Int64(bitPattern: api.store.revision(of: board)))
        }
        return Array(api.cryptography.hmac(facts.bytes, key: api.keys.serverKey).prefix(8)).hex
    }
}

/// Places for listeners: each holds a connection and some memory.
final class StreamPlaces: Sendable {
    private let limit: Int

    private let taken = Atomic<Int>(0)

    init(limit: Int = 2_000) {
        self.limit = limit
    }

    /// Given back when nobody holds it any more.
    final class Place: Sendable {
        private let places: StreamPlaces

        fileprivate init(_ places: StreamPlaces) {
            self.places = places
        }

        deinit {
            places.taken.subtract(1, ordering: .relaxed)
        }
    }

    /// - Returns: `nil` when all are taken.
    func enter() -> Place? {
        guard taken.add(1, ordering: .relaxed).newValue <= limit else {
            taken.subtract(1, ordering: .relaxed)
            return nil
        }
        return Place(self)
    }
}
