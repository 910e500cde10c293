/// The lists of people that staff hand on.
package enum ListKind: String, CaseIterable, Codable, Hashable, Sendable {
    /// The counted results, by round, group and place.
    case results
    /// Everybody who registered, with how far they are.
    case participation
    /// People of a roster who never came.
    case unregistered
    /// People who came and have no sealed attempt; those who sit one now are told apart.
    case unfinished

    package var title: Message {
        switch self {
        case .results: Message(vi: "Kết quả", en: "Results")
        case .participation: Message(vi: "Danh sách dự thi", en: "Participation")
        case .unregistered: Message(vi: "Danh sách chưa vào dự thi", en: "On the roster, never came")
        case .unfinished: Message(vi: "Danh sách chưa nộp bài", en: "Came, no sealed attempt")
        }
    }

    /// What a file with the list is called, in ASCII.
    package var fileName: String {
        switch self {
        case .results: "ket-qua"
        case .participation: "du-thi"
        case .unregistered: "chua-vao"
        case .unfinished: "chua-nop-bai"
        }
    }
}

/// Which people a list holds, and what it says of them.
package struct ListSelection: Hashable, Sendable {
    package let kind: ListKind
    /// Id.
    package let contest: String
    /// `nil`: every round.
    package let round: String?
    /// `nil`: every group.
    package let group: String?
    /// Code of the unit whose people and those of all below it are listed; `nil`: everybody.
    package let unit: String?
    /// Whether years of birth and phone numbers stand in it.
    package let hasContact: Bool
    /// Rounds whose places the reader may not see yet.
    package let hiddenPlaces: Set<String>

    package init(
        kind: ListKind,
        contest: String,
        round: String? = nil,
        group: String? = nil,
        unit: String? = nil,
        hasContact: Bool = false,
        hiddenPlaces: Set<String> = []
    ) {
        self.kind = kind
        self.contest = contest
        self.round = round
        self.group = group
        self.unit = unit
        self.hasContact = hasContact
        self.hiddenPlaces = hiddenPlaces
    }
}
