/// A set of places on a paper, counted from 0, shown to people and programs as letters from `a`.
package struct PlaceSet: Hashable, Sendable {
    /// Bit n stands for place n.
    package let bits: UInt16

    package init(bits: UInt16) {
        self.bits = bits
    }

    /// Takes places in `0..<16`.
    package init(places: [Int]) {
        bits = places.reduce(0) { $0 | 1 << $1 }
    }

    /// Reads letters.
    ///
    /// - Returns: `nil` if one is unknown, repeated, or not below `count`.
    package init?(letters: [String], below count: Int) {
        var bits: UInt16 = 0
        for letter in letters {
            guard let place = Self.place(letter: letter, below: count), bits & 1 << place == 0 else { return nil }
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

    /// The place of a letter.
    ///
    /// - Returns: `nil` if it is none, or not below `count`.
    package static func place(letter: String, below count: Int) -> Int? {
        guard let code = letter.utf8.first, letter.utf8.count == 1, code >= UInt8(ascii: "a") else { return nil }
        let place = Int(code - UInt8(ascii: "a"))
        return place < count ? place : nil
    }

    package static func letter(_ place: Int) -> String {
        String(UnicodeScalar(UInt8(ascii: "a") + UInt8(place)))
    }
}
