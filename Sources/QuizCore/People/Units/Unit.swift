/// An agency, commune, school or class, as the register of units lists it.
package struct Unit: Hashable, Sendable {
    /// Same alphabet as ``Question/id``; unique over all trees.
    package let code: String
    package let title: String
    /// A unit type of the vocabulary.
    package let type: String
    /// Code of the unit above in the tree of administration; `nil` at its top.
    package let parent: String?
    /// Code of the unit above in the tree of education, where that is another one than ``parent``.
    package let educationParent: String?
    package let validFrom: CalendarDay?
    /// The last day.
    package let validTo: CalendarDay?
    /// Codes of the units that took its place, once it was no more.
    package let successors: [String]
    /// As a file gives them, or all that are known; empty: it says nothing, or the unit was read elsewhere.
    package let headcounts: [Headcount]

    package init(
        code: String,
        title: String,
        type: String,
        parent: String?,
        educationParent: String? = nil,
        validFrom: CalendarDay? = nil,
        validTo: CalendarDay? = nil,
        successors: [String] = [],
        headcounts: [Headcount] = []
    ) {
        self.code = code
        self.title = title
        self.type = type
        self.parent = parent
        self.educationParent = educationParent
        self.validFrom = validFrom
        self.validTo = validTo
        self.successors = successors
        self.headcounts = headcounts
    }

    /// The code and the type that stand for everything the register lacks.
    package static let other = "khac"

    package func isValid(on day: CalendarDay) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }

    /// The unit above in a tree; in that of education a unit without a parent of its own hangs where it does in administration.
    package func above(in tree: UnitTreeName) -> String? {
        switch tree {
        case .administrative: parent
        case .education: educationParent ?? parent
        }
    }
}

/// The two orders that units stand in.
package enum UnitTreeName: String, CaseIterable, Hashable, Sendable {
    case administrative, education
}
