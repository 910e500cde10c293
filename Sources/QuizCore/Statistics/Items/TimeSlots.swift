/// The time in which people started, cut into slots that are fine enough to be put together later.
package struct TimeSlots: Hashable, Sendable {
    static let count = 240

    private let first: Int64
    private let length: Int64

    /// `last`: Not before `first`.
    package init(from first: Timestamp, through last: Timestamp) {
        self.first = first.milliseconds
        length = max(1, (last.milliseconds - first.milliseconds) / Int64(Self.count) + 1)
    }

    func slot(of moment: Timestamp) -> Int {
        min(Self.count - 1, max(0, Int((moment.milliseconds - first) / length)))
    }

    func start(of slot: Int) -> Timestamp {
        Timestamp(milliseconds: first + Int64(slot) * length)
    }
}

/// The slots put together so that about as many people started in each window.
struct TimeWindows: Sendable {
    static let maximum = 10
    /// With fewer people a window says nothing, and too much of each of them.
    static let minimumPapers = 30

    let windows: [ItemReport.Window]
    /// For each slot the window it belongs to.
    let numbers: [Int]

    /// `papers`: For each slot, how many started in it.
    init(_ slots: TimeSlots, papers: [Int]) {
        let whole = papers.reduce(0, +)
        let count = min(Self.maximum, whole / Self.minimumPapers)
        var before = 0
        var numbers: [Int] = []
        var last = -1
        var bounds: [(first: Int, papers: Int)] = []
        for (slot, papers) in papers.enumerated() {
            // Where its middle lies among all decides, so that a crowded slot is not torn apart.
            let wanted = whole == 0 ? 0 : min(max(count, 1) - 1, (2 * before + papers) * max(count, 1) / (2 * whole))
            if papers > 0, wanted > last {
                last = wanted
                bounds.append((slot, 0))
            }
            if !bounds.isEmpty { bounds[bounds.count - 1].papers += papers }
            numbers.append(max(0, bounds.count - 1))
            before += papers
        }
        self.numbers = numbers
        windows = bounds.enumerated().map { place, bound in
            let next = place + 1 < bounds.count ? bounds[place + 1].first : TimeSlots.count
            return ItemReport.Window(
                from: slots.start(of: bound.first),
                to: slots.start(of: next),
                papers: bound.papers
            )
        }
    }
}
