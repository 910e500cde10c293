/// How a number is shown: what matters of a format code (ECMA-376 part 1, 18.8.30 and 18.8.31).
enum NumberFormat: Hashable, Sendable {
    case general
    case decimals(Int)
    case percent(Int)
    case day, time, dayAndTime

    init(code: String) {
        let signs = Self.signs(of: code)
        let lowered = signs.lowercased()
        guard !lowered.contains("general"), lowered != "@" else {
            self = .general
            return
        }
        let hasTime = lowered.contains("h") || lowered.contains("s")
        let hasDay = lowered.contains("d") || lowered.contains("y") || lowered.contains("m") && !hasTime
        if hasDay || hasTime {
            self = hasDay ? (hasTime ? .dayAndTime : .day) : .time
            return
        }
        let behindPoint = lowered.split(separator: ".", maxSplits: 1).dropFirst().first ?? ""
        let decimals = min(15, behindPoint.prefix { $0 == "0" }.count)
        if lowered.contains("%") {
            self = .percent(decimals)
        } else if lowered.contains("0"), !lowered.contains("e"), !lowered.contains("/"), !behindPoint.contains("#") {
            self = .decimals(decimals)
        } else {
            self = .general
        }
    }

    /// One of those that are not written into files.
    init(builtin: Int) {
        switch builtin {
        case 1, 3, 37, 38: self = .decimals(0)
        case 2, 4, 39, 40: self = .decimals(2)
        case 9: self = .percent(0)
        case 10: self = .percent(2)
        case 14...17, 27...31, 34...36, 50...54, 57, 58: self = .day
        case 18...21, 32, 33, 45...47, 55, 56: self = .time
        case 22: self = .dayAndTime
        default: self = .general
        }
    }

    /// The first section of a code, without texts, escaped signs, colours and languages; `[h]` is time.
    private static func signs(of code: String) -> String {
        var signs = ""
        var rest = code.prefix(256)[...]
        while let sign = rest.popFirst() {
            switch sign {
            case ";": return signs
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                if !inside.isEmpty, inside.allSatisfy({ "hHmMsS".contains($0) }) { signs += inside }
                rest = rest.dropFirst(inside.count + 1)
            default: signs.append(sign)
            }
        }
        return signs
    }
}
