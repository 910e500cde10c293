import Synchronization

/// How many documents may wait for the one press at a time: a page takes some 30 ms, so the last waits a few seconds.
final class PressPlaces: Sendable {
    private static let limit = 64

    private let taken = Atomic<Int>(0)

    /// Given back when nobody holds it any more.
    final class Place: Sendable {
        private let places: PressPlaces

        fileprivate init(_ places: PressPlaces) {
            self.places = places
        }

        deinit {
            places.taken.subtract(1, ordering: .relaxed)
        }
    }

    func enter() throws -> Place {
        guard taken.add(1, ordering: .relaxed).newValue <= Self.limit else {
            taken.subtract(1, ordering: .relaxed)
            throw Problem.busy
        }
        return Place(self)
    }
}
