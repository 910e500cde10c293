/// An agency, commune, school or class, as the register of units lists it.
package struct Unit: Hashable, Sendable {
    /// Same alphabet as ``Question/id``; unique over all trees.
    package let code: String
    package let title: String
    /// A unit type of the vocabulary.
    package let type: String
    /// Code of the unit above; `nil` at the top of a tree.
    package let parent: String?
    /// As a file gives them; empty: it says nothing, or the unit was read elsewhere.
    package let headcounts: [Headcount]

    package init(code: String, title: String, type: String, parent: String?, headcounts: [Headcount] = []) {
        self.code = code
        self.title = title
        self.type = type
        self.parent = parent
        self.headcounts = headcounts
    }
}
