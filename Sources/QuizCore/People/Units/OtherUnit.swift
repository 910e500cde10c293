/// What somebody wrote who did not find the own unit in the register.
package struct OtherUnit: Hashable, Sendable {
    /// NFC, single spaces.
    package let text: String

    /// Takes 2 to 200 letters, digits and the signs that names of units hold, with two letters at least.
    ///
    /// - Returns: `nil` for anything else: controls, markup, letters of other scripts that look like ours.
    package init?(_ typed: String) {
        let words = typed.composed.unicodeScalars.prefix(1_000).split { $0.properties.isWhitespace }
        let text = words.map { String($0) }.joined(separator: " ")
        let scalars = text.unicodeScalars
        guard (2...200).contains(scalars.count), scalars.allSatisfy(Self.isAdmitted),
            scalars.count(where: \.properties.isAlphabetic) >= 2
        else { return nil }
        self.text = text
    }

    private static func isAdmitted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", ",", "(", ")", "/", "&", ":", "\"", "–", "“", "”": true
        default: PersonName.isAdmitted(scalar)
        }
    }

    /// What makes two texts the same unit to a reader: short forms, without marks, case, signs and words for kinds.
    package static func likeness(of text: String) -> String {
        let words = UnitWords(text).short.map(\.plain)
        let telling = words.filter { !UnitWords.kinds.contains($0) }
        return (telling.isEmpty ? words : telling).joined(separator: " ")
    }

    /// A text that so many people wrote.
    package struct Counted: Hashable, Sendable {
        package let text: String
        package let people: Int

        package init(text: String, people: Int) {
            self.text = text
            self.people = people
        }
    }

    /// Texts that most likely mean one unit.
    package struct Kin: Hashable, Sendable {
        /// The commonest first.
        package let texts: [Counted]

        package var people: Int { texts.reduce(0) { $0 + $1.people } }
    }

    /// Puts texts together that are alike, or one slip apart; the largest group first.
    package static func grouped(_ texts: [Counted]) -> [Kin] {
        let alike = Dictionary(grouping: texts) { likeness(of: $0.text) }
        let forms = alike.keys.sorted { (-people(alike[$0]), $0) < (-people(alike[$1]), $1) }
        var groups: [[Counted]] = []
        var places: [String: Int] = [:]
        for form in forms {
            let neighbour = slips(of: form).lazy.compactMap { places[$0] }.first
            let place = neighbour ?? groups.count
            if neighbour == nil { groups.append([]) }
            groups[place] += alike[form] ?? []
            // The commonest form is what rarer ones are compared with, so that chains of slips do not join strangers.
            if neighbour == nil { for slip in slips(of: form) where places[slip] == nil { places[slip] = place } }
        }
        return groups.map { group in
            Kin(texts: group.sorted { ($1.people, $0.text) < ($0.people, $1.text) })
        }.sorted { ($1.people, $0.texts.first?.text ?? "") < ($0.people, $1.texts.first?.text ?? "") }
    }

    private static func people(_ texts: [Counted]?) -> Int {
        (texts ?? []).reduce(0) { $0 + $1.people }
    }

    /// The text and, if it is long enough, all that one letter less makes of it: two texts a slip apart share one.
    private static func slips(of form: String) -> [String] {
        let letters = Array(form.utf8)
        // A digit less would make one class of two.
        guard (8...120).contains(letters.count) else { return [form] }
        let shorter = letters.indices.filter { letters[$0] > UInt8(ascii: "9") }.map { index in
            String(decoding: letters[..<index] + letters[(index + 1)...], as: UTF8.self)
        }
        return [form] + shorter
    }
}
