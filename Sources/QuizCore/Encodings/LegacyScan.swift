/// Looks for text in old encodings where it comes in small pieces, such as the cells of a sheet: what is too little to tell
/// in one piece may be enough in all of them together.
package struct LegacyScan {
    /// More would not be read; the rest is found once these are mended.
    private static let maximumSuspects = 5_000
    private static let maximumTold = 200

    private var tally = LegacyTally()
    private var suspects: [(text: String, place: SourcePlace)] = []
    private var told: [Fault] = []

    package init() {}

    package mutating func take(_ text: String, at place: SourcePlace) {
        // Nothing to be seen in plain ASCII but question marks.
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "?") }
        guard !isPlain, told.count < Self.maximumTold else { return }
        let isOdd = tally.add(text: text)
        if let fault = LegacyVietnamese.fault(in: text, at: place) {
            told.append(fault)
        } else if isOdd, suspects.count < Self.maximumSuspects {
            suspects.append((text, place))
        }
    }

    /// A fault for each piece; none for text that may well be another language.
    package var faults: [Fault] {
        var all = told
        guard let verdict = tally.verdict?.encoding else { return all }
        for (text, place) in suspects where all.count < Self.maximumTold {
            guard let hit = LegacyTally(text: text).hit(of: verdict) else { continue }
            let found = LegacyVietnamese(verdict, hit)
            all.append(Fault(line: place.line, column: place.column, message: found.message))
        }
        return Faults(all).faults
    }
}
