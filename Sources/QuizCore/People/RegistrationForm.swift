/// What somebody typed to register, and the checks on it.
package struct RegistrationForm: Hashable, Sendable {
    package var name = ""
    package var group = ""
    package var unit = ""
    package var birthYear = 0
    package var position: String?
    package var phone: String?
    package var idNumber: String?
    package var consents: [String] = []
    /// Comes from a unit's roster, so that groups for its people are open to them.
    package var isOnRoster = false
    /// Corrects a registration: an id number was given then, and only its hash is kept.
    package var isCorrection = false
    /// The name of the unit, where ``unit`` is ``Unit/other``.
    package var otherUnit: String?

    package init() {}

    /// What a registration may be agreed to for.
    package static let purposes = ConsentText.Purpose.allCases.map(\.rawValue)
    /// The last age of a child (I15).
    package static let childAge = 16

    /// Something to correct, by field.
    package struct Fault: Hashable, Sendable {
        package let field: String
        package let message: Message

        package init(field: String, message: Message) {
            self.field = field
            self.message = message
        }
    }

    /// The form once everything in it is right.
    package struct Checked: Hashable, Sendable {
        package let name: PersonName
        package let displayName: String
        package let phone: Phone?
        package let idNumber: IDNumber?
        package let isChild: Bool
        package let consents: [String]
    }

    /// A child by I15: contest year less birth year at most 16.
    package static func isChild(birthYear: Int, year: Int) -> Bool {
        age(birthYear: birthYear, year: year) <= childAge
    }

    /// Calendar years between; anything may have been typed, and an overflow would end the server.
    private static func age(birthYear: Int, year: Int) -> Int {
        year - min(max(birthYear, 0), 9_999)
    }

    /// Checks all fields at once.
    package func check(in contest: Contest, year: Int) -> (checked: Checked?, faults: [Fault]) {
        var faults: [Fault] = []
        func fault(_ field: String, _ vi: String, _ en: String) {
            faults.append(Fault(field: field, message: Message(vi: vi, en: en)))
        }
        let name = PersonName(self.name)
        if name == nil {
            fault(
                "name",
                "Họ và tên gồm 2 đến 80 chữ cái, không có số hay ký hiệu.",
                "A name has 2 to 80 letters, no digits or signs."
            )
        }
        let group = contest.group(self.group)
        if group == nil { fault("group", "Hãy chọn một bảng thi trong danh sách.", "Choose a group of the list.") }
        if group?.rosterOnly ?? false, !isOnRoster {
            fault(
                "group",
                "Bảng này chỉ dành cho người trong danh sách của đơn vị. Hãy xin mã dự thi ở đầu mối của đơn vị.",
                "This group is for people on a unit's roster. Ask its coordinator for an entry code."
            )
        }
        let age = Self.age(birthYear: birthYear, year: year)
        let isChild = Self.isChild(birthYear: birthYear, year: year)
        if !(6...110).contains(age) {
            fault(
                "birthYear",
                "Năm sinh phải gồm bốn chữ số và có thật.",
                "The year of birth must be real, in four digits."
            )
        } else if let least = group?.minimumAge, age < least {
            fault(
                "birthYear",
                "Bảng này dành cho người từ \(least) tuổi.",
                "This group is for people of \(least) and over."
            )
        } else if let most = group?.maximumAge, age > most {
            fault("birthYear", "Bảng này dành cho người đến \(most) tuổi.", "This group is for people up to \(most).")
        }
        checkPosition(contest, fault)
        checkUnitAsked(contest, fault)
        let phone = checkPhone(contest, isChild: isChild, fault)
        let idNumber = checkIDNumber(contest, isChild: isChild, fault)
        checkConsents(isChild: isChild, fault)
        guard faults.isEmpty, let name else { return (nil, faults) }
        let isNamed = !isChild && consents.contains("publishName")
        let checked = Checked(
            name: name,
            displayName: isNamed ? name.text : name.masked,
            phone: phone,
            idNumber: idNumber,
            isChild: isChild,
            consents: Set(consents).sorted()
        )
        return (checked, [])
    }

    private func checkPhone(_ contest: Contest, isChild: Bool, _ fault: (String, String, String) -> Void) -> Phone? {
        guard let typed = phone, !typed.isEmpty else {
            if contest.registration.fields.phone == .required, !isChild {
                fault("phone", "Hãy nhập số điện thoại di động.", "Give a mobile phone number.")
            }
            return nil
        }
        guard !isChild else {
            fault(
                "phone",
                "Học sinh không cần nhập số điện thoại; hãy để trống.",
                "Children are asked no phone; leave it empty."
            )
            return nil
        }
        guard contest.registration.fields.phone != .no else {
            fault(
                "phone",
                "Cuộc thi này không hỏi số điện thoại; hãy để trống.",
                "This contest asks no phone; leave it empty."
            )
            return nil
        }
        let phone = Phone(typed)
        if phone == nil {
            fault(
                "phone",
                "Số điện thoại di động gồm 10 chữ số, ví dụ 0912 345 678.",
                "A mobile number has ten digits, such as 0912 345 678."
            )
        }
        return phone
    }

    private func checkConsents(isChild: Bool, _ fault: (String, String, String) -> Void) {
        if consents.contains(where: { !Self.purposes.contains($0) }) {
            fault("consents", "Có mục đồng ý không hợp lệ.", "An unknown consent.")
        }
        if !consents.contains("participation") {
            fault("consents", "Cần đồng ý xử lý dữ liệu để dự thi.", "Consent to take part is needed.")
        }
        if isChild, !consents.contains("guardian") {
            fault(
                "consents",
                "Thí sinh dưới 16 tuổi cần cha mẹ hoặc người giám hộ đồng ý.",
                "For under-sixteens a parent or guardian must agree."
            )
        }
    }

    /// The facts that make the person one under the contest's rule; children are told apart without a phone (I15).
    ///
    /// `unique`: Stands in where everybody counts as new.
    package func identity(_ checked: Checked, rule: IdentityRule, unique: [UInt8]) -> CanonicalBytes {
        var bytes = CanonicalBytes()
        switch rule {
        case .none: bytes.append(unique)
        case .phone where checked.phone != nil: bytes.append("phone/" + (checked.phone?.digits ?? ""))
        case .idNumber where checked.idNumber != nil: bytes.append("idNumber/" + (checked.idNumber?.digits ?? ""))
        case .phone, .nameBirthUnit, .idNumber, .roster:
            bytes.append("person")
            bytes.append(checked.name.text.folded)
            bytes.append(birthYear)
            bytes.append(unit)
            if let otherUnit { bytes.append(OtherUnit.likeness(of: otherUnit)) }
        }
        return bytes
    }
}
