/// Reads how long a contest keeps who people are.
struct RetentionReader {
    static let keys = ["until", "daysAfterClose"]

    let rounds: [Round]

    func read(_ field: Field) -> Retention? {
        guard let map = field.map(keys: Self.keys) else { return nil }
        let until = map.optional("until")
        let days = map.optional("daysAfterClose")
        switch (until, days) {
        case (let until?, nil): return until.day().flatMap { self.until($0, until) }
        case (nil, let days?): return days.integer(in: 1...3_650).flatMap { self.days($0, days) }
        default:
            return field.tell(
                vi: "“retention” cần đúng một trong hai khóa until và daysAfterClose",
                en: "'retention' needs one of the keys until and daysAfterClose, and only one"
            )
        }
    }

    private func until(_ day: CalendarDay, _ field: Field) -> Retention? {
        let last = rounds.map { $0.closes ?? $0.opens }.max()
        guard let last, day.start < last else { return .until(day) }
        return field.tell(
            vi: "ngày xóa \(day.text) phải sau khi đợt cuối kết thúc (\(last.vietnamese))",
            en: "the day of erasure, \(day.text), must come after the last round (\(last.vietnamese))"
        )
    }

    private func days(_ days: Int, _ field: Field) -> Retention? {
        guard let open = rounds.first(where: { $0.closes == nil }) else { return .daysAfterClose(days) }
        return field.tell(
            vi: "đợt “\(open.id)” không bao giờ đóng nên không đếm ngày được; hãy viết until",
            en: "round '\(open.id)' never closes, so there is nothing to count from; write until"
        )
    }
}
