/// Reads what a contest asks of whoever registers.
struct RegistrationReader {
    static let keys = [
        "name", "birthYear", "group", "unit", "position", "phone", "idNumber", "proofOfWork", "consents",
    ]
    static let consentKeys = ["purpose", "version", "text"]

    typealias Asking = RegistrationRules.Asking

    let identity: IdentityRule
    let groups: [Group]
    let hasCollectivePrizes: Bool

    /// `place`: Where a fault is told of what the file leaves out.
    func read(_ field: Field?, at place: SourcePlace, _ faults: FaultList) -> RegistrationRules {
        let standard = RegistrationRules.Fields.standard(for: identity)
        guard let field, let map = field.map(keys: Self.keys) else {
            let rules = RegistrationRules(fields: standard)
            if field == nil { tellContradictions(rules.fields, { _ in place }, faults) }
            return rules
        }
        alwaysAsked("name", map, vi: "bảng xếp hạng cần tên", en: "boards need names")
        alwaysAsked(
            "birthYear",
            map,
            vi: "năm sinh cho biết ai là trẻ em",
            en: "the year of birth tells who is a child"
        )
        let fields = RegistrationRules.Fields(
            group: map.optional("group")?.choice() ?? standard.group,
            unit: map.optional("unit")?.choice() ?? standard.unit,
            position: map.optional("position")?.choice() ?? standard.position,
            phone: map.optional("phone")?.choice() ?? standard.phone,
            idNumber: map.optional("idNumber")?.choice() ?? standard.idNumber
        )
        tellContradictions(fields, map.place, faults)
        return RegistrationRules(
            fields: fields,
            proofOfWork: map.optional("proofOfWork").flatMap(proof),
            consents: map.optional("consents").map(consents) ?? ConsentText.standard
        )
    }

    private func alwaysAsked(_ key: String, _ map: MapReader, vi: String, en: String) {
        guard let field = map.optional(key), let asking: Asking = field.choice(), asking != .required else { return }
        field.faults.add(
            field.place,
            vi: "\(vi), nên “\(key)” luôn phải hỏi; hãy viết required hoặc bỏ khóa này",
            en: "\(en), so '\(key)' is always asked; write required or drop the key"
        )
    }

    private func proof(_ field: Field) -> Int? {
        switch field.node.content {
        case .scalar("true", true): return RegistrationRules.usualProof
        case .scalar("false", true): return nil
        default: return field.integer(in: RegistrationRules.proofRange)
        }
    }

    /// Texts of the contest's own in place of the standard ones, by purpose.
    private func consents(_ field: Field) -> [ConsentText] {
        var texts = ConsentText.standard
        var told: Set<String> = []
        for item in field.list() ?? [] {
            guard let map = item.map(keys: Self.consentKeys) else { continue }
            let purpose: ConsentText.Purpose? = map.required("purpose")?.choice()
            let version = map.required("version")?.id()
            let text = map.required("text")?.text(most: 2_000)
            guard let purpose, let version, let text else { continue }
            guard told.insert(purpose.rawValue).inserted else {
                map.faults.add(
                    map.place(of: "purpose"),
                    vi: "“\(purpose.rawValue)” có hai lời văn; chỉ giữ lại một",
                    en: "'\(purpose.rawValue)' has two texts; keep one of them"
                )
                continue
            }
            if let known = texts.first(where: { $0.purpose == purpose }), known.version == version, known.text != text {
                map.faults.add(
                    map.place(of: "version"),
                    vi: "phiên bản “\(version)” là của lời văn có sẵn; lời văn khác cần tên phiên bản khác",
                    en: "version '\(version)' is that of the standard text; another text needs another version"
                )
            }
            texts = texts.map { $0.purpose == purpose ? ConsentText(purpose, version: version, text: text) : $0 }
        }
        return texts
    }
}

// MARK: What does not go together

extension RegistrationReader {
    private func tellContradictions(
        _ fields: RegistrationRules.Fields,
        _ place: (String) -> SourcePlace,
        _ faults: FaultList
    ) {
        tellIdentity(fields, place, faults)
        if fields.group == .optional || fields.group == .no && groups.count > 1 {
            faults.add(
                place("group"),
                vi: "có \(groups.count) bảng nên phải hỏi “group”; hãy viết required hoặc bỏ khóa này",
                en: "there are \(groups.count) groups, so 'group' must be asked; write required or drop the key"
            )
        }
        if fields.unit == .no, hasCollectivePrizes || groups.contains(where: { !$0.unitTypes.isEmpty }) {
            faults.add(
                place("unit"),
                vi: "“unitTypes” của bảng và giải tập thể cần đơn vị; hãy hỏi “unit” hoặc bỏ chúng",
                en: "'unitTypes' of groups and collective prizes need units; ask 'unit' or drop those"
            )
        }
        if fields.phone == .required, groups.allSatisfy({ ($0.maximumAge ?? .max) <= RegistrationForm.childAge }) {
            faults.add(
                place("phone"),
                vi:
                    "mọi bảng chỉ có trẻ em, mà trẻ em không bị hỏi số điện thoại; hãy viết phone: no và chọn identity khác",
                en: "all groups hold children only, who are asked no phone; write phone: no and choose another identity"
            )
        }
        let young = groups.first { ($0.minimumAge ?? 0) <= RegistrationForm.childAge }
        if fields.idNumber == .required, let young {
            faults.add(
                place("idNumber"),
                vi: "bảng “\(young.id)” nhận trẻ em, mà trẻ em không bị hỏi số định danh; "
                    + "hãy viết optional hoặc đặt minimumAge: \(RegistrationForm.childAge + 1) cho bảng",
                en: "group '\(young.id)' takes children, who are asked no id number; "
                    + "write optional, or give the group minimumAge: \(RegistrationForm.childAge + 1)"
            )
        }
    }

    private func tellIdentity(
        _ fields: RegistrationRules.Fields,
        _ place: (String) -> SourcePlace,
        _ faults: FaultList
    ) {
        func needs(_ key: String, _ asking: Asking) {
            guard asking != .required else { return }
            faults.add(
                place(key),
                vi:
                    "rules có identity: \(identity.rawValue) nên “\(key)” phải là required, không phải \(asking.rawValue); "
                    + "hãy sửa một trong hai",
                en: "rules say identity: \(identity.rawValue), so '\(key)' must be required, not \(asking.rawValue); "
                    + "change one of the two"
            )
        }
        switch identity {
        case .phone: needs("phone", fields.phone)
        case .idNumber: needs("idNumber", fields.idNumber)
        case .nameBirthUnit, .roster: needs("unit", fields.unit)
        case .none: break
        }
    }
}
