/// What is kept about somebody who takes part, as far as it may be corrected.
package struct Profile: Hashable, Sendable {
    package let contestant: Contestant
    package let birthYear: Int
    package let position: String?
    package let phone: String?
    package let consents: [String]
    /// Keyed hash of what makes the person one (``IdentityRule``).
    package let identityHash: [UInt8]
    /// An attempt of theirs is over: data may not change between attempts.
    package let isLocked: Bool
    package let allowance: TimeAllowance?

    package init(
        contestant: Contestant,
        birthYear: Int,
        position: String?,
        phone: String?,
        consents: [String],
        identityHash: [UInt8],
        isLocked: Bool,
        allowance: TimeAllowance? = nil
    ) {
        self.contestant = contestant
        self.birthYear = birthYear
        self.position = position
        self.phone = phone
        self.consents = consents
        self.identityHash = identityHash
        self.isLocked = isLocked
        self.allowance = allowance
    }

    /// What the person gave to register, as far as it is kept, to be corrected.
    package var form: RegistrationForm {
        var form = RegistrationForm()
        form.isCorrection = true
        form.name = contestant.name
        form.group = contestant.group
        form.unit = contestant.unitCode
        form.birthYear = birthYear
        form.position = position
        form.phone = phone
        form.consents = consents
        return form
    }
}

/// Other data of somebody, checked; taken only while nothing of theirs is over.
package struct ProfileChange: Hashable, Sendable {
    /// As it was read; what has changed since is not overwritten.
    package let former: Profile
    package let form: RegistrationForm
    package let checked: RegistrationForm.Checked
    package let identityHash: [UInt8]

    package init(
        former: Profile,
        form: RegistrationForm,
        checked: RegistrationForm.Checked,
        identityHash: [UInt8]
    ) {
        self.former = former
        self.form = form
        self.checked = checked
        self.identityHash = identityHash
    }

    /// What changes, before and after, in the words of the audit log; empty: nothing.
    package var words: [String] {
        let fields: [(name: String, before: String, after: String)] = [
            ("name", former.contestant.name, checked.name.text),
            ("unit", former.contestant.unitCode, form.unit),
            ("birthYear", "\(former.birthYear)", "\(form.birthYear)"),
            ("position", former.position ?? "", form.position ?? ""),
            ("phone", former.phone ?? "", checked.phone?.digits ?? ""),
        ]
        return fields.filter { $0.before != $0.after }.map { "\($0.name): “\($0.before)” → “\($0.after)”" }
    }
}

/// More time for one person in every attempt that starts later.
package struct TimeAllowance: Hashable, Sendable {
    package enum Amount: Hashable, Sendable {
        /// Range: `1...600`.
        case minutes(Int)
        /// Of the time that everybody has; 50 makes it half as much again.
        ///
        /// Range: `1...400`.
        case percent(Int)
    }

    package let amount: Amount
    package let reason: String

    package init(amount: Amount, reason: String) {
        self.amount = amount
        self.reason = reason
    }

    /// What it adds to an attempt of so many minutes, at most ten hours.
    ///
    /// Unit: milliseconds.
    package func added(to minutes: Int) -> Int64 {
        switch amount {
        case .minutes(let more): Int64(min(max(more, 0), 600)) * 60_000
        case .percent(let share): min(Int64(minutes) * 600 * Int64(min(max(share, 0), 400)), 36_000_000)
        }
    }

    package var words: String {
        switch amount {
        case .minutes(let minutes): "\(minutes) minutes"
        case .percent(let percent): "\(percent) %"
        }
    }
}
