/// Reads the ranks of prizes of one table.
struct PrizePlacesReader {
    static let keys = ["title", "count", "value"]

    /// Whether prizes of this table are compared with those of others.
    let takesWorth: Bool

    func read(_ list: Field, _ worth: inout WorthReader) -> [PrizePlace]? {
        guard let fields = list.list() else { return nil }
        var places: [PrizePlace] = []
        worth.beginTable()
        for field in fields {
            guard let map = field.map(keys: Self.keys + (takesWorth ? ["worth"] : [])) else { continue }
            let title = title(map, places)
            let count = map.required("count")?.integer(in: 1...10_000)
            let value = map.optional("value")?.text(most: 200)
            let amount = takesWorth ? worth.read(map) : nil
            guard let title, let count else { continue }
            places.append(PrizePlace(title: title, count: count, value: value, worth: amount))
        }
        return places.count == fields.count ? places : nil
    }

    private func title(_ map: MapReader, _ earlier: [PrizePlace]) -> String? {
        guard let field = map.required("title"), let title = field.text(most: 100) else { return nil }
        guard !earlier.contains(where: { $0.title == title }) else {
            return field.tell(
                vi: "giải “\(title)” đã có trong cơ cấu này; hãy cộng “count” hoặc đặt tên khác",
                en: "the prize '\(title)' is in this table already; add up 'count' or name it otherwise"
            )
        }
        return title
    }
}

/// Reads what prizes are worth: all of them say it or none does, and within a table it never rises.
struct WorthReader {
    private var with: SourcePlace?
    private var without: SourcePlace?
    private var last: Int?

    mutating func beginTable() {
        last = nil
    }

    mutating func read(_ map: MapReader) -> Int? {
        guard let field = map.optional("worth") else {
            without = without ?? map.place
            return nil
        }
        with = with ?? field.place
        guard let worth = field.integer(in: 1...1_000_000_000_000) else { return nil }
        if let last, worth > last {
            return field.tell(
                vi: "giải này giá trị hơn giải viết trên nó (\(last)); hãy xếp giải cao trước",
                en: "this prize is worth more than the one above it (\(last)); put the higher prize first"
            )
        }
        last = worth
        return worth
    }

    func finish(_ faults: FaultList) {
        guard let with, let without else { return }
        faults.add(
            without,
            vi: "giải này chưa có “worth” trong khi giải ở dòng \(with.line) có; hãy ghi cho mọi giải hoặc bỏ hết",
            en: "this prize has no 'worth' while the one in line \(with.line) has; give it to all prizes or to none"
        )
    }
}
