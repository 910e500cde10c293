/// What a contest asks of whoever registers, and how it keeps out registrations by machine.
package struct RegistrationRules: Hashable, Sendable {
    /// Whether a field is asked.
    package enum Asking: String, CaseIterable, Hashable, Sendable {
        case required, optional, no
    }

    /// Name and year of birth are always asked: boards show names, and the year tells who is a child (I15).
    package struct Fields: Hashable, Sendable {
        /// `required`, or `no` where there is one group only.
        package let group: Asking
        /// Whoever names none belongs to ``RegistrationRules/otherUnit``.
        package let unit: Asking
        /// Of the groups in ``RegistrationRules/groupsWithPositions``.
        package let position: Asking
        /// Never of children (I15).
        package let phone: Asking
        /// Never of children; kept as a keyed hash only (I9).
        package let idNumber: Asking

        package init(
            group: Asking = .required,
            unit: Asking = .required,
            position: Asking = .optional,
            phone: Asking = .no,
            idNumber: Asking = .no
        ) {
            self.group = group
            self.unit = unit
            self.position = position
            self.phone = phone
            self.idNumber = idNumber
        }

        /// What is asked where the definition says nothing.
        package static func standard(for identity: IdentityRule) -> Fields {
            Fields(phone: identity == .phone ? .required : .no)
        }
    }

    package let fields: Fields
    /// Leading zero bits that a registration must have worked for; `nil`: none.
    ///
    /// Range: ``proofRange``.
    package let proofOfWork: Int?
    /// In the order in which they are asked; one of each purpose.
    package let consents: [ConsentText]

    package init(fields: Fields, proofOfWork: Int? = nil, consents: [ConsentText] = ConsentText.standard) {
        self.fields = fields
        self.proofOfWork = proofOfWork
        self.consents = consents
    }

    /// The unit of those who name none; it is in the register like any other.
    package static let otherUnit = "khac"
    /// Whose people hold positions: the plan counts the heads of agencies.
    package static let groupsWithPositions: Set<String> = ["can-bo", "lanh-dao"]
    /// Below it a proof keeps out nobody, above it an old phone works for too long (docs/personal-data.md).
    package static let proofRange = 8...22
    /// What `proofOfWork: true` stands for.
    package static let usualProof = 18
}
