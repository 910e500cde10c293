/// What changed between two versions of a text, line by line, short enough to stand in a log.
package enum LineChanges {
    /// Unit: lines.
    private static let listed = 40
    private static let comparable = 3_000

    /// Lines that went, with `−` before them, and lines that came, with `+`, in the order of the text.
    package static func words(from old: String, to new: String) -> String {
        let former = old.split(separator: "\n", omittingEmptySubsequences: false)
        let present = new.split(separator: "\n", omittingEmptySubsequences: false)
        guard former.count <= comparable, present.count <= comparable else {
            return "\(former.count) → \(present.count) lines"
        }
        let changes = present.difference(from: former).sorted { $0.place < $1.place }
        let lines = changes.prefix(listed).map(\.text)
        let rest = changes.count - lines.count
        return (lines + (rest > 0 ? ["… \(rest)"] : [])).joined(separator: "\n")
    }
}

extension CollectionDifference<Substring>.Change {
    fileprivate var place: (Int, Int) {
        switch self {
        case .remove(let offset, _, _): (offset, 0)
        case .insert(let offset, _, _): (offset, 1)
        }
    }

    fileprivate var text: String {
        switch self {
        case .remove(_, let line, _): "− \(line.trimmingEnd)"
        case .insert(_, let line, _): "+ \(line.trimmingEnd)"
        }
    }
}

extension Substring {
    fileprivate var trimmingEnd: String { String(prefix(200)).trimmed }
}
