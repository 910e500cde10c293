/// A headcount as somebody typed it.
package struct HeadcountForm: Hashable, Sendable {
    package let group: String?
    package let count: Int64?
    package let day: String?
    package let source: String?

    package init(group: String?, count: Int64?, day: String?, source: String?) {
        self.group = group
        self.count = count
        self.day = day
        self.source = source
    }

    /// Checks all fields at once.
    package func check(groups: [String]) -> (headcount: Headcount?, faults: [RegistrationForm.Fault]) {
        var faults: [RegistrationForm.Fault] = []
        func fault(_ field: String, _ vi: String, _ en: String) {
            faults.append(RegistrationForm.Fault(field: field, message: Message(vi: vi, en: en)))
        }
        if let group, !groups.contains(group) {
            fault("group", "Hãy chọn một bảng trong danh sách.", "Choose a group of the list.")
        }
        let count = count.flatMap { (1...Int64(HeadcountReader.most)).contains($0) ? Int($0) : nil }
        if count == nil {
            fault("count", "Số người là số từ 1 đến 10000000.", "The count is a number from 1 to 10000000.")
        }
        let made = day.flatMap { CalendarDay(iso: $0) }
        if made == nil {
            fault("on", "Hãy ghi ngày của số liệu, ví dụ 2026-09-05.", "Give its day, such as 2026-09-05.")
        }
        let source = source?.composed.trimmed ?? ""
        if !(2...200).contains(source.count) || source.unicodeScalars.contains(where: { $0.isRefused || $0 == "\n" }) {
            fault("source", "Hãy ghi nguồn số liệu, 2 đến 200 ký tự.", "Give its source in 2 to 200 characters.")
        }
        guard faults.isEmpty, let count, let made else { return (nil, faults) }
        return (Headcount(group: group, count: count, countedOn: made, source: source), [])
    }
}

extension CalendarDay {
    /// Reads `2025-07-01`.
    package init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.count == 3, text.utf8.allSatisfy({ $0 < 0x80 }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
