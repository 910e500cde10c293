/// What a new version of a bank changes, by the ids of its questions.
package struct BankChange: Hashable, Sendable {
    package let added: Int
    package let changed: Int
    package let same: Int
    package let removed: Int

    /// Compares; without a former version all is new.
    package init(from former: Bank?, to bank: Bank) {
        let known = Dictionary((former?.questions ?? []).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        added = bank.questions.count { known[$0.id] == nil }
        same = bank.questions.count { known[$0.id] == $0 }
        changed = bank.questions.count - added - same
        removed = known.count - changed - same
    }
}
