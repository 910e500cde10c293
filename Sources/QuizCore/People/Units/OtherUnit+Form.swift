extension RegistrationForm {
    /// What is wrong with the unit: unknown, no longer valid, of another type than the group takes, or another without a name.
    ///
    /// - Parameters:
    ///   - unit: What the register has under the code.
    ///   - contest: The contest.
    ///   - day: The day of the registration.
    /// - Returns: Nothing if it can be taken; an unknown group is told elsewhere.
    package func unitFaults(_ unit: Unit?, in contest: Contest, on day: CalendarDay) -> [Fault] {
        let pick = Message(vi: "Hãy chọn một đơn vị trong danh sách.", en: "Choose a unit of the list.")
        guard let unit else { return [Fault(field: "unit", message: pick)] }
        if unit.code == Unit.other {
            // Where nobody is asked for a unit, everybody belongs there.
            if otherUnit == nil, contest.registration.fields.unit != .required { return [] }
            guard contest.otherUnits else { return [Fault(field: "unit", message: pick)] }
            guard otherUnit.flatMap({ OtherUnit($0) }) == nil else { return [] }
            let message = Message(
                vi: "Hãy ghi tên đơn vị của bạn: 2 đến 200 chữ cái, chữ số và dấu thường dùng.",
                en: "Give the name of your unit: 2 to 200 letters, digits and common signs."
            )
            return [Fault(field: "otherUnit", message: message)]
        }
        if otherUnit != nil {
            let message = Message(
                vi: "Chỉ ghi tên đơn vị khi chọn mục Khác; hãy để trống.",
                en: "A name is given only with the choice 'other'; leave it empty."
            )
            return [Fault(field: "otherUnit", message: message)]
        }
        guard unit.isValid(on: day) else {
            let message = Message(
                vi: "Đơn vị này không còn hiệu lực. Hãy chọn đơn vị hiện nay trong danh sách.",
                en: "This unit is no longer valid. Choose the present one of the list."
            )
            return [Fault(field: "unit", message: message)]
        }
        let types = contest.group(group)?.unitTypes ?? []
        return types.isEmpty || types.contains(unit.type) ? [] : [Fault(field: "unit", message: pick)]
    }
}
