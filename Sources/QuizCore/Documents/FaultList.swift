/// Gathers the faults of one file while it is read, so that a person is told all of them at once.
package final class FaultList {
    /// How many are told; a hostile file gets no longer reply.
    package static let maximumTold = 1_000
    /// How many are held for sorting; those beyond are only counted.
    private static let maximumHeld = 20_000

    /// What messages call the keys.
    let words: KeyWords
    private var held: [Fault] = []
    /// Those that are not held included.
    private(set) var count = 0

    package init(words: KeyWords = .native) {
        self.words = words
    }

    package var isEmpty: Bool { count == 0 }

    package func add(_ place: SourcePlace, vi: String, en: String) {
        add(Fault(line: place.line, column: place.column, message: Message(vi: vi, en: en)))
    }

    package func add(_ fault: Fault) {
        count += 1
        if held.count < Self.maximumHeld { held.append(fault) }
    }

    /// In the order of their places; when there are more than ``maximumTold``, a last one says how many are left out.
    package var faults: Faults {
        let sorted = Faults(held)
        guard count > Self.maximumTold else { return sorted }
        let next = sorted.faults[Self.maximumTold]
        let rest = count - Self.maximumTold
        let note = Fault(
            line: next.line,
            column: next.column,
            message: Message(
                vi: "từ đây còn \(rest) lỗi nữa không liệt kê; hãy sửa các lỗi trên rồi kiểm tra lại",
                en: "from here on \(rest) more faults are not listed; mend those above and check again"
            )
        )
        return Faults(sorted.faults.prefix(Self.maximumTold) + [note])
    }

    /// Ends a reading.
    ///
    /// - Throws: All faults, if there are any.
    package func throwIfAny() throws(Faults) {
        if !isEmpty { throw faults }
    }
}
