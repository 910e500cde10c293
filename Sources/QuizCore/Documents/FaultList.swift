import Yams

/// Gathers the faults of one file while it is read, so that all are told at once.
final class FaultList {
    /// Nobody reads more; a hostile file gets no longer reply.
    private static let limit = 1_000
    private(set) var faults: [Fault] = []

    func add(_ node: Node?, _ vi: String, _ en: String) {
        guard faults.count < Self.limit else { return }
        if faults.count == Self.limit - 1 {
            let message = Message(vi: "còn lỗi khác nữa, không liệt kê hết", en: "there are more faults, not listed")
            return faults.append(Fault(line: .max, column: 0, message: message))
        }
        let mark = node?.mark
        faults.append(Fault(line: mark?.line ?? 0, column: mark?.column ?? 0, message: Message(vi: vi, en: en)))
    }

    /// - Throws: All faults, if there are any.
    func throwIfAny() throws(Faults) {
        if !faults.isEmpty { throw Faults(faults) }
    }
}
