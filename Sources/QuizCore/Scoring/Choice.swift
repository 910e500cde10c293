/// What a contestant chose for one question, in the terms of the own paper.
package enum Choice: Hashable, Sendable {
    /// Places of the options as shown, counted from 0; empty: nothing chosen.
    case options(PlaceSet)

    package var isBlank: Bool {
        switch self {
        case .options(let places): places.isEmpty
        }
    }

    /// Reads the words of a `choice`, checking them against the question.
    ///
    /// `words`: Option ids as the paper gave them, each at most once.
    /// Result: `nil` if the question has no such options, or one is named twice, or `single` and `trueFalse` get
    ///   more than one.
    package init?(words: [String], for body: QuestionBody) {
        switch body {
        case .choice(let question):
            guard let places = PlaceSet(letters: words, below: question.options.count) else { return nil }
            guard question.kind == .multiple || places.count <= 1 else { return nil }
            self = .options(places)
        }
    }

    /// As sent and stored: a JSON list of option ids in the order of the paper, such as `["a","c"]`.
    package var json: String {
        switch self {
        case .options(let places): "[" + places.letters.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        }
    }

    /// Reads the stored form.
    ///
    /// - Returns: `nil` if the text is not one.
    package init?(stored json: String, for body: QuestionBody) {
        guard json.hasPrefix("["), json.hasSuffix("]") else { return nil }
        let words = json.dropFirst().dropLast().split(separator: ",").map { $0.filter { $0 != "\"" } }
        self.init(words: words.map { String($0) }, for: body)
    }
}

/// A set of places on a paper, counted from 0, shown to people and programs as letters from `a`.
package struct PlaceSet: Hashable, Sendable {
    /// Bit n stands for place n.
    package let bits: UInt16

    package init(bits: UInt16) {
        self.bits = bits
    }

    /// Reads letters.
    ///
    /// - Returns: `nil` if one is unknown, repeated, or not below `count`.
    package init?(letters: [String], below count: Int) {
        var bits: UInt16 = 0
        for letter in letters {
            guard let code = letter.utf8.first, letter.utf8.count == 1, code >= UInt8(ascii: "a") else { return nil }
            let place = Int(code - UInt8(ascii: "a"))
            guard place < count, bits & 1 << place == 0 else { return nil }
            bits |= 1 << place
        }
        self.bits = bits
    }

    package var isEmpty: Bool { bits == 0 }
    package var count: Int { bits.nonzeroBitCount }

    package func contains(_ place: Int) -> Bool {
        bits & 1 << place != 0
    }

    /// The letter of each place, ascending.
    package var letters: [String] {
        (0..<16).filter(contains).map(Self.letter)
    }

    package static func letter(_ place: Int) -> String {
        String(UnicodeScalar(UInt8(ascii: "a") + UInt8(place)))
    }
}
