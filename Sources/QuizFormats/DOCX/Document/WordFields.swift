/// The fields that are open: of each its instruction is passed over, and what came of it is text (ECMA-376 part 1, 17.16).
struct WordFields {
    private struct Field {
        var instruction = ""
        var isResult = false
    }

    private var open: [Field] = []

    /// Whether text here is seen.
    var isShown: Bool { open.allSatisfy(\.isResult) }

    /// Whether text here leads somewhere else.
    var isLink: Bool { open.contains { $0.instruction.contains("HYPERLINK") } }

    mutating func take(character: String?) {
        switch character {
        case "begin": if open.count < 50 { open.append(Field()) }
        case "separate": if !open.isEmpty { open[open.count - 1].isResult = true }
        case "end": _ = open.popLast()
        default: break
        }
    }

    mutating func take(_ instruction: String) {
        guard let last = open.last, last.instruction.utf8.count < 1_000 else { return }
        open[open.count - 1].instruction += instruction
    }
}
