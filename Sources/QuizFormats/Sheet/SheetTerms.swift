import QuizCore

/// The terms of a vocabulary by their codes and by their titles in either language.
struct SheetTerms {
    let codes: [String]
    private let known: Set<String>
    private var byName: [String: String] = [:]

    init(_ terms: [Vocabulary.Term]) {
        codes = terms.map(\.code)
        known = Set(codes)
        for term in terms.reversed() {
            for name in [term.title.en, term.title.vi, term.code] { byName[name.folded] = term.code }
        }
    }

    func contains(_ code: String) -> Bool { known.contains(code) }

    /// The code that is meant; a text that means none stays as it is, to be judged by who knows what to tell.
    func code(_ text: String) -> String {
        if known.contains(text) { return text }
        return byName[text.folded] ?? text
    }
}
