/// One text for a person, in both languages of the house.
package struct Message: Hashable, Sendable {
    package let vi: String
    package let en: String

    package init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }
}
