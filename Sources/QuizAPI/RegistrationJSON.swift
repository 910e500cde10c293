import QuizCore

extension JSONText {
    /// What a page needs to ask for just what the contest wants to know.
    mutating func registration(of contest: Contest, by cryptography: some Cryptography) {
        let rules = contest.registration
        object("registration") { json in
            json.field("group", rules.fields.group.rawValue)
            json.field("unit", rules.fields.unit.rawValue)
            json.field("position", rules.fields.position.rawValue)
            json.field("phone", rules.fields.phone.rawValue)
            json.field("idNumber", rules.fields.idNumber.rawValue)
            json.field("proofOfWork", rules.proofOfWork)
            // A page that asks as most contests do needs no more than it has.
            json.field("usual", rules.isUsual)
        }
        list("consents", rules.consents) { json, consent in
            json.object { json in
                json.field("purpose", consent.purpose.rawValue)
                json.field("required", json: consent.purpose.required)
                json.field("version", consent.version)
                json.field("text", consent.text)
                json.field("sha256", consent.hash(by: cryptography).hex)
            }
        }
        field("consentTexts", rules.consents.fingerprint(by: cryptography))
        field("erasesFrom", contest.erasesFrom)
    }
}

extension RegistrationRules {
    fileprivate var isUsual: Bool {
        let asked = fields.phone == .no ? Fields() : Fields(phone: .required)
        return proofOfWork == nil && fields == asked
    }
}

extension ConsentText.Purpose {
    /// JSON: `true`, `false`, or the word `"child"`.
    fileprivate var required: String {
        switch self {
        case .participation: "true"
        case .publishName, .contact: "false"
        case .guardian: "\"child\""
        }
    }
}
