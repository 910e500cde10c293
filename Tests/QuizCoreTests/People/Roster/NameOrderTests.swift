import Foundation
import QuizCore
import Testing

/// The order of lists against the one that ICU gives for Vietnamese (CLDR, vi), word by word from the given name on.
struct NameOrderTests {
    private static let families = [
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
        "Lý",
    ]
    private static let middles = [
        "Văn", "Thị", "Đức", "Hữu", "Ngọc", "Minh", "Thanh", "Quốc", "Ánh", "Ân", "Ơn", "Ước",
    ]
    private static let bases = [
        "a", "ă", "â", "an", "ăn", "ân", "anh", "bao", "cuong", "cương", "da", "đa", "dung", "e", "ê", "giang", "hoa",
        "hoan",
        "i", "khanh", "lan", "mi", "my", "nga", "o", "ô", "ơ", "ong", "ông", "ơn", "phuc", "quy", "sơn", "thu", "thư",
        "u",
        "ư", "uyên", "ương", "viêt", "xuân", "y", "yên",
    ]
    /// Level, grave, hook, tilde, acute, dot below.
    private static let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    private static let vowels = Set("aăâeêioôơuưy")

    /// A given name with a tone on its first vowel.
    private static func given(_ base: String, _ tone: String) -> String {
        guard let place = base.firstIndex(where: vowels.contains) else { return base }
        let toned = base[...place] + tone + base[base.index(after: place)...]
        let name = String(toned).precomposedStringWithCanonicalMapping
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    @Test func threeThousandNamesStandInTheOrderOfICU() throws {
        let locale = Locale(identifier: "vi_VN")
        func isOrdered(_ one: String, _ other: String) -> ComparisonResult {
            one.lowercased().compare(other.lowercased(), options: [], range: nil, locale: locale)
        }
        var names: [[String]] = []
        var random: UInt64 = 11
        func next(_ count: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % count
        }
        for _ in 0..<3_000 {
            names.append([
                Self.given(Self.bases[next(Self.bases.count)], Self.tones[next(6)]),
                Self.middles[next(Self.middles.count)],
                Self.families[next(Self.families.count)],
            ])
        }
        let keyed = try names.map { words in
            let name = try #require(PersonName("\(words[2]) \(words[1]) \(words[0])"))
            return (words: words, key: name.sortKey)
        }
        // Each beside its neighbour in our order: then the whole stands in theirs.
        let sorted = keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        for (one, other) in zip(sorted, sorted.dropFirst()) {
            let first = zip(one.words, other.words).lazy.map { isOrdered($0, $1) }.first { $0 != .orderedSame }
            #expect(first != .orderedDescending, "\(one.words) before \(other.words)")
            if one.key == other.key { #expect(one.words == other.words) }
        }
    }
}
