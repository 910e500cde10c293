/// Faults of a list: as many as anybody reads, the others only counted.
final class RosterFaults {
    private(set) var count = 0
    private var held: [RosterLine] = []

    func add(_ line: RosterLine) {
        count += 1
        if held.count < FaultList.maximumTold { held.append(line) }
    }

    var told: [RosterLine] {
        guard count > held.count else { return held }
        let rest = count - held.count
        let note = Message(
            vi: "còn \(rest) lỗi nữa không liệt kê; hãy sửa các lỗi trên rồi kiểm tra lại",
            en: "\(rest) more faults are not listed; mend those above and check again"
        )
        return held + [RosterLine(row: 0, column: 0, note)]
    }
}
