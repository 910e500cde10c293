extension RegistrationForm {
    /// Puts in what the contest does not ask because there is one answer only.
    package mutating func fillIn(by contest: Contest) {
        let fields = contest.registration.fields
        if fields.group == .no, group.isEmpty, let only = contest.groups.first { group = only.id }
        if fields.unit != .required, unit.isEmpty { unit = RegistrationRules.otherUnit }
    }

    /// The facts that make a person one after a correction; `nil`: it rests on none of them.
    package func correctedIdentity(
        name: PersonName,
        phone: Phone?,
        isChild: Bool,
        hasIDNumber: Bool,
        rule: IdentityRule
    ) -> CanonicalBytes? {
        var bytes = CanonicalBytes()
        switch rule {
        case .none: return nil
        case .idNumber where hasIDNumber: return nil
        case .phone where phone != nil: bytes.append("phone/" + (phone?.digits ?? ""))
        // The phone was withdrawn: what it made unique stays so.
        case .phone where !isChild: return nil
        case .phone, .nameBirthUnit, .idNumber, .roster:
            bytes.append("person")
            bytes.append(name.text.folded)
            bytes.append(birthYear)
            bytes.append(unit)
        }
        return bytes
    }

    func checkPosition(_ contest: Contest, _ fault: (String, String, String) -> Void) {
        let asking = contest.registration.fields.position
        guard let position, !position.isEmpty else {
            if asking == .required, RegistrationRules.groupsWithPositions.contains(group) {
                fault("position", "Hãy chọn chức vụ của bạn.", "Choose your position.")
            }
            return
        }
        if asking == .no {
            fault(
                "position",
                "Cuộc thi này không hỏi chức vụ; hãy để trống.",
                "This contest asks no position; leave it empty."
            )
        } else if !["head", "staff", "other"].contains(position) {
            fault("position", "Chức vụ không hợp lệ.", "Unknown position.")
        }
    }

    func checkUnitAsked(_ contest: Contest, _ fault: (String, String, String) -> Void) {
        guard contest.registration.fields.unit == .no, unit != RegistrationRules.otherUnit else { return }
        fault("unit", "Cuộc thi này không hỏi đơn vị; hãy để trống.", "This contest asks no unit; leave it empty.")
    }

    func checkIDNumber(_ contest: Contest, isChild: Bool, _ fault: (String, String, String) -> Void) -> IDNumber? {
        let asking = contest.registration.fields.idNumber
        guard let typed = idNumber, !typed.isEmpty else {
            if asking == .required, !isChild, !isCorrection {
                fault("idNumber", "Hãy nhập số định danh cá nhân.", "Give your personal identification number.")
            }
            return nil
        }
        guard asking != .no, !isChild else {
            fault(
                "idNumber",
                isChild
                    ? "Học sinh không cần nhập số định danh; hãy để trống."
                    : "Cuộc thi này không hỏi số định danh; hãy để trống.",
                isChild
                    ? "Children are asked no id number; leave it empty."
                    : "This contest asks no id number; leave it empty."
            )
            return nil
        }
        let number = IDNumber(typed)
        if number == nil {
            fault(
                "idNumber",
                "Số định danh gồm 12 chữ số, bắt đầu bằng 0; số CMND cũ gồm 9 chữ số.",
                "An identification number has 12 digits and begins with 0; that of an old card has 9."
            )
        }
        return number
    }
}
