extension UnitRegister {
    /// Why units are not merged.
    package struct Refusal: Error, Hashable, Sendable {
        package let message: Message
    }

    /// A unit as it is once another has taken its place.
    package func ending(_ merge: UnitMerge) -> Result<Unit, Refusal> {
        func refuse(_ vi: String, _ en: String) -> Result<Unit, Refusal> {
            .failure(Refusal(message: Message(vi: vi, en: en)))
        }
        guard let unit = self[merge.unit], let successor = self[merge.successor], unit.code != Unit.other,
            successor.code != Unit.other
        else { return refuse("Không có đơn vị này.", "There is no such unit.") }
        guard unit.code != successor.code, !current(of: successor.code, on: merge.from).contains(unit),
            !follows(unit.code, on: successor.code)
        else {
            return refuse(
                "Đơn vị kế thừa không thể là chính đơn vị này hoặc đơn vị đã nhập vào nó; hãy chọn đơn vị khác.",
                "A unit is not succeeded by itself or by one that was merged into it; choose another."
            )
        }
        guard successor.isValid(on: merge.from) else {
            return refuse(
                "Đơn vị kế thừa “\(successor.title)” không có hiệu lực vào ngày \(merge.from.text); hãy chọn đơn vị khác "
                    + "hoặc ngày khác.",
                "The successor '\(successor.title)' is not valid on \(merge.from.text); choose another, or another day."
            )
        }
        let last = CalendarDay(of: merge.from.start.adding(milliseconds: -CalendarDay.length))
        if let from = unit.validFrom, last < from {
            return refuse(
                "Đơn vị “\(unit.title)” chỉ có từ ngày \(from.text); ngày nhập phải sau ngày đó.",
                "The unit '\(unit.title)' exists from \(from.text) only; merge it after that day."
            )
        }
        return .success(
            Unit(
                code: unit.code,
                title: unit.title,
                type: unit.type,
                parent: unit.parent,
                educationParent: unit.educationParent,
                validFrom: unit.validFrom,
                validTo: last,
                successors: Set(unit.successors + [successor.code]).sorted()
            )
        )
    }

    /// Whether a unit took the place of another, perhaps by way of others.
    private func follows(_ code: String, on former: String) -> Bool {
        var seen: Set<String> = []
        var waiting = [former]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            if next == code { return true }
            waiting += self[next]?.successors ?? []
        }
        return false
    }
}
