/// What staff did, to be searched: read from the one log (I13), never written here but for the note of an export.
package protocol AuditStore: Sendable {
    /// Entries that match, the newest first: at most `limit` before a sequence, or from the newest.
    func audit(_ filter: AuditFilter, before: Int64?, limit: Int) async throws(StoreError) -> AuditPage
    /// Notes who takes the log away, and what for.
    func noteAuditExport(_ filter: AuditFilter, purpose: String, by actor: String) async throws(StoreError)
    /// Words for every kind of entry.
    var auditKinds: [AuditKind] { get }
}

package struct AuditKind: Hashable, Sendable {
    package let kind: String
    package let words: Message

    package init(kind: String, words: Message) {
        self.kind = kind
        self.words = words
    }
}

package struct AuditFilter: Hashable, Sendable {
    package var contest: String?
    package var actor: String?
    package var kind: String?
    package var from: Timestamp?
    /// Excluded.
    package var to: Timestamp?
    /// All of its words stand somewhere in the entry, without regard to marks and case.
    package var text: String?

    package init(
        contest: String? = nil,
        actor: String? = nil,
        kind: String? = nil,
        from: Timestamp? = nil,
        to: Timestamp? = nil,
        text: String? = nil
    ) {
        self.contest = contest
        self.actor = actor
        self.kind = kind
        self.from = from
        self.to = to
        self.text = text
    }

    /// What was asked for, as the log keeps it.
    package var description: String {
        [
            contest.map { "contest=\($0)" }, actor.map { "actor=\($0)" }, kind.map { "kind=\($0)" },
            from.map { "from=\($0.vietnamese)" }, to.map { "to=\($0.vietnamese)" }, text.map { "q=\($0)" },
        ].compactMap { $0 }.joined(separator: ", ")
    }
}

package struct AuditPage: Hashable, Sendable {
    package let entries: [AuditEntry]
    /// Where the next page goes on; `nil`: there is none.
    package let next: Int64?

    package init(entries: [AuditEntry], next: Int64?) {
        self.entries = entries
        self.next = next
    }
}

package struct AuditEntry: Hashable, Sendable {
    package let sequence: Int64
    package let at: Timestamp
    package let kind: String
    /// What was done, to follow the actor's name: 'thêm tài khoản'.
    package let words: Message
    package let actor: String
    /// Id of the contest it is about.
    package let contest: String?
    /// What exactly, with the values before and after.
    package let detail: String

    package init(
        sequence: Int64,
        at: Timestamp,
        kind: String,
        words: Message,
        actor: String,
        contest: String?,
        detail: String
    ) {
        self.sequence = sequence
        self.at = at
        self.kind = kind
        self.words = words
        self.actor = actor
        self.contest = contest
        self.detail = detail
    }

    /// One plain sentence.
    package var sentence: Message {
        let rest = detail.isEmpty ? "." : ": \(detail)."
        return Message(vi: "\(actor) \(words.vi)\(rest)", en: "\(actor) \(words.en)\(rest)")
    }
}
