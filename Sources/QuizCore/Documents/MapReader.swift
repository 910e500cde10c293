import Foundation
import Yams

/// Reads the fields of one mapping; every fault goes to the list, and the reading goes on.
struct MapReader {
    let node: Node
    let faults: FaultList
    private let mapping: Node.Mapping

    /// Takes a mapping and checks its keys against those that are known.
    ///
    /// - Returns: `nil`, with a fault told, if it is no mapping.
    init?(_ node: Node, keys: [String], _ faults: FaultList) {
        guard let mapping = node.mapping else {
            faults.add(node, "cần một bảng khóa: giá trị", "a mapping of keys to values is needed here")
            return nil
        }
        self.node = node
        self.faults = faults
        self.mapping = mapping
        for key in mapping.keys {
            let name = key.string ?? ""
            guard !keys.contains(name) else { continue }
            let near = Self.nearest(to: name, in: keys).map {
                (vi: "; có phải “\($0)”?", en: "; did you mean '\($0)'?")
            }
            faults.add(key, "khóa lạ “\(name)”\(near?.vi ?? "")", "unknown key '\(name)'\(near?.en ?? "")")
        }
    }

    /// The value of a key, without a look at it.
    func value(_ key: String) -> Node? {
        mapping[Node(key)]
    }

    func required(_ key: String) -> Node? {
        guard let value = value(key) else {
            faults.add(node, "thiếu “\(key)”", "'\(key)' is missing")
            return nil
        }
        return value
    }

    /// A text, in NFC, trimmed (I10).
    func text(_ key: String, most: Int = 500) -> String? {
        required(key).flatMap { Self.text($0, key, most: most, faults) }
    }

    func optionalText(_ key: String, most: Int = 500) -> String? {
        value(key).flatMap { Self.text($0, key, most: most, faults) }
    }

    /// An id: ASCII letters, digits, `-`, `_`, `.`; at most 64.
    func id(_ key: String) -> String? {
        guard let node = required(key), let text = Self.text(node, key, most: 200, faults) else { return nil }
        let isFine =
            text.utf8.count <= 64
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
        guard isFine else {
            faults.add(
                node,
                "mã “\(text)” chỉ được gồm chữ không dấu, số, - _ . và nhiều nhất 64 ký tự",
                "the code '\(text)' may hold ASCII letters, digits, - _ . only, at most 64"
            )
            return nil
        }
        return text
    }

    func flag(_ key: String) -> Bool {
        guard let node = value(key) else { return false }
        switch node.string {
        case "true": return true
        case "false": return false
        default:
            faults.add(node, "“\(key)” phải là true hoặc false", "'\(key)' must be true or false")
            return false
        }
    }

    func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let node = value(key) else { return nil }
        guard let number = node.string.flatMap({ Int($0) }), range.contains(number) else {
            faults.add(
                node,
                "“\(key)” phải là số nguyên từ \(range.lowerBound) đến \(range.upperBound)",
                "'\(key)' must be a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
            return nil
        }
        return number
    }

    /// Points with up to three decimals, as thousandths.
    func points(_ key: String, default fallback: Int) -> Int {
        guard let node = value(key) else { return fallback }
        let parts = (node.string ?? "").split(separator: ".", omittingEmptySubsequences: false)
        let isNegative = parts.first?.hasPrefix("-") ?? false
        let decimals = parts.count == 2 ? parts[1] : ""
        guard parts.count <= 2, let whole = parts.first.flatMap({ Int($0) }), abs(whole) <= 1_000, decimals.count <= 3,
            decimals.allSatisfy({ $0.isASCII && $0.isNumber }),
            let fraction = Int((decimals + "000").prefix(3))
        else {
            faults.add(
                node,
                "“\(key)” phải là số điểm với nhiều nhất ba chữ số thập phân",
                "'\(key)' must be points with at most three decimals"
            )
            return fallback
        }
        return whole * 1_000 + (isNegative ? -fraction : fraction)
    }

    /// One of the cases of an enumeration.
    func choice<Case: RawRepresentable<String> & CaseIterable>(_ key: String, default fallback: Case) -> Case {
        guard let node = value(key) else { return fallback }
        return Self.choice(node, key, faults) ?? fallback
    }

    func requiredChoice<Case: RawRepresentable<String> & CaseIterable>(_ key: String) -> Case? {
        required(key).flatMap { Self.choice($0, key, faults) }
    }

    static func choice<Case: RawRepresentable<String> & CaseIterable>(
        _ node: Node,
        _ key: String,
        _ faults: FaultList
    ) -> Case? {
        if let found = node.string.flatMap({ Case(rawValue: $0) }) { return found }
        let known = Case.allCases.map(\.rawValue).joined(separator: ", ")
        faults.add(
            node,
            "“\(key)” không nhận “\(node.string ?? "…")”; chọn một trong: \(known)",
            "'\(key)' does not take '\(node.string ?? "…")'; choose one of: \(known)"
        )
        return nil
    }

    /// A code of a list of terms.
    static func code(_ node: Node, _ key: String, of terms: [Vocabulary.Term], _ faults: FaultList) -> String? {
        let text = node.string ?? ""
        guard !terms.contains(where: { $0.code == text }) else { return text }
        let near = nearest(to: text, in: terms.map(\.code)).map {
            (vi: "; có phải “\($0)”?", en: "; did you mean '\($0)'?")
        }
        faults.add(
            node,
            "“\(key)” không có mã “\(text)” trong vocabulary.yaml\(near?.vi ?? "")",
            "'\(key)': there is no code '\(text)' in vocabulary.yaml\(near?.en ?? "")"
        )
        return nil
    }

    /// A list; absent: `nil`, with a fault where it is required.
    func list(_ key: String, required isRequired: Bool = true) -> [Node]? {
        guard let node = isRequired ? required(key) : value(key) else { return nil }
        guard let sequence = node.sequence, !sequence.isEmpty else {
            faults.add(
                node,
                "“\(key)” phải là một danh sách có ít nhất một mục",
                "'\(key)' must be a list with an item at least"
            )
            return nil
        }
        return Array(sequence)
    }

    /// A day, `yyyy-MM-dd`.
    func day(_ key: String) -> CalendarDay? {
        guard let node = value(key) else { return nil }
        if let day = Self.day(node.string ?? "") { return day }
        faults.add(
            node,
            "“\(key)” phải là ngày có thật, viết 2026-07-01",
            "'\(key)' must be a real day, written 2026-07-01"
        )
        return nil
    }

    /// A moment in Việt Nam, `yyyy-MM-ddTHH:mm[:ss]`; 24:00 is 00:00 of the next day.
    func moment(_ node: Node, _ key: String) -> Timestamp? {
        let halves = (node.string ?? "").split(separator: "T", omittingEmptySubsequences: false)
        let times = halves.count == 2 ? halves[1].split(separator: ":").map { Int($0) ?? -1 } : []
        if let day = Self.day(String(halves.first ?? "")), (2...3).contains(times.count), (0...24).contains(times[0]),
            (0...59).contains(times[1]), (0...59).contains(times.count == 3 ? times[2] : 0),
            times[0] < 24 || times.dropFirst().allSatisfy({ $0 == 0 })
        {
            let seconds = times[0] * 3_600 + times[1] * 60 + (times.count == 3 ? times[2] : 0)
            return day.start.adding(milliseconds: Int64(seconds) * 1_000)
        }
        faults.add(
            node,
            "“\(key)” phải là thời điểm theo giờ Việt Nam, viết 2026-11-30T08:00",
            "'\(key)' must be a moment of Việt Nam time, written 2026-11-30T08:00"
        )
        return nil
    }

    private static func day(_ text: String) -> CalendarDay? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    static func text(_ node: Node, _ key: String, most: Int, _ faults: FaultList) -> String? {
        guard let scalar = node.scalar else {
            faults.add(node, "“\(key)” phải là văn bản", "'\(key)' must be a text")
            return nil
        }
        let text = scalar.string.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else {
            faults.add(node, "“\(key)” không được để trống", "'\(key)' must not be empty")
            return nil
        }
        guard text.count <= most else {
            faults.add(node, "“\(key)” dài quá \(most) ký tự", "'\(key)' is longer than \(most) characters")
            return nil
        }
        guard text.unicodeScalars.allSatisfy(isPlain) else {
            faults.add(
                node,
                "“\(key)” chứa ký tự điều khiển hoặc ký tự ẩn; hãy gõ lại",
                "'\(key)' holds control or invisible characters; type it anew"
            )
            return nil
        }
        return text
    }

    /// No controls but the line break, nothing invisible or that turns the direction of writing (I10).
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\n" { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return false
        default: return true
        }
    }

    /// The known word within two slips of the keyboard.
    private static func nearest(to word: String, in known: [String]) -> String? {
        known.map { (word: $0, distance: distance(Array(word), Array($0))) }
            .filter { $0.distance <= 2 && $0.distance < word.count }
            .min { $0.distance < $1.distance }?.word
    }

    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        guard one.count <= 64 else { return .max }
        var row = Array(0...other.count)
        for (i, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, second) in other.enumerated() {
                let kept = row[j + 1]
                row[j + 1] = min(row[j] + 1, row[j + 1] + 1, diagonal + (letter == second ? 0 : 1))
                diagonal = kept
            }
        }
        return row[other.count]
    }
}
