/// Whether letters make a written Vietnamese syllable: an initial, a rime, and a tone on the letter where it belongs.
///
/// The rules are those of the orthography, not of a dictionary: `nghiếng` passes, `hotel` and `aù` do not.
enum VietnameseSyllable {
    /// In NFC and lower case.
    static func isWritten(_ word: some Sequence<Unicode.Scalar>) -> Bool {
        var bare = String.UnicodeScalarView()
        var tone = Tone.level
        var position = 0
        for (index, scalar) in word.enumerated() {
            guard let letter = letters[scalar] else { return false }
            bare.append(letter.base)
            guard letter.tone != .level else { continue }
            // One tone a syllable.
            guard tone == .level else { return false }
            tone = letter.tone
            position = index
        }
        guard !bare.isEmpty, bare.count <= 7 else { return false }
        let text = String(bare)
        return initials.contains { initial in
            text.hasPrefix(initial)
                && isRime(String(text.dropFirst(initial.count)), tone, at: position - initial.count)
        }
    }

    private enum Tone: Int {
        case level, falling, asking, tumbling, rising, heavy
    }

    private static func isRime(_ rime: String, _ tone: Tone, at position: Int) -> Bool {
        guard rimes.contains(rime) else { return false }
        let isStopped = ["c", "ch", "p", "t"].contains { rime.hasSuffix($0) }
        guard tone != .level else { return !isStopped }
        guard !isStopped || tone == .rising || tone == .heavy else { return false }
        return tonePlaces(Array(rime)).contains(position)
    }

    /// Where the tone of a rime may stand; `oa`, `oe`, `uy` are written in an old and a new way.
    private static func tonePlaces(_ rime: [Character]) -> [Int] {
        if let marked = rime.lastIndex(where: { "ăâêôơư".contains($0) }) { return [marked] }
        let vowels = rime.prefix { "aeiouy".contains($0) }.count
        switch vowels {
        case 1: return [0]
        case 2 where rime.count > 2: return [1]
        case 2: return ["oa", "oe", "uy"].contains(String(rime)) ? [0, 1] : [0]
        default: return [1]
        }
    }

    private static let initials = [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "ph", "qu",
        "r",
        "s", "t", "th", "tr", "v", "x",
    ]

    private static let rimes = Set(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
        e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
        i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot
        ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
        u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
        uy uya uych uyên uyêt uyn uynh uyt uyu
        ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
        y yêm yên yêng yêt yêu ych yn ynh yt
        """.split { $0 == " " || $0 == "\n" }.map(String.init)
    )

    private static let letters: [Unicode.Scalar: (base: Unicode.Scalar, tone: Tone)] = {
        let rows = ["aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị"]
        let more = ["oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ"]
        var letters: [Unicode.Scalar: (base: Unicode.Scalar, tone: Tone)] = [:]
        for row in (rows + more).map({ Array($0.unicodeScalars) }) {
            for (index, scalar) in row.enumerated() {
                letters[scalar] = (row[0], Tone(rawValue: [0, 1, 2, 3, 4, 5][index]) ?? .level)
            }
        }
        for scalar in "bcdđghklmnpqrstvx".unicodeScalars { letters[scalar] = (scalar, .level) }
        return letters
    }()
}
