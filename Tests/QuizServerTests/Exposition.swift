import Testing

/// The text format 0.0.4, read strictly: every line must be of it, every sample must follow its type.
struct Exposition {
    struct Unreadable: Error {
        let line: Substring
    }

    private(set) var types: [String: String] = [:]
    /// By name with labels, as written.
    private(set) var values: [String: Double] = [:]

    init(_ text: String) throws {
        guard text.isEmpty || text.hasSuffix("\n") else { throw Unreadable(line: "no end of line") }
        for line in text.split(separator: "\n") {
            if let type = line.wholeMatch(of: /# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)/) {
                guard types.updateValue(String(type.2), forKey: String(type.1)) == nil else {
                    throw Unreadable(line: line)
                }
            } else if line.wholeMatch(of: /# HELP [a-zA-Z_:][a-zA-Z0-9_:]* .*/) == nil {
                try addSample(line)
            }
        }
    }

    private mutating func addSample(_ line: Substring) throws {
        let label = /[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"/
        let sample = /([a-zA-Z_:][a-zA-Z0-9_:]*)(\{.*\})? (\S+)/
        guard let match = line.wholeMatch(of: sample), let value = Self.number(match.3) else {
            throw Unreadable(line: line)
        }
        var labels = (match.2 ?? "{}").dropFirst().dropLast()
        while !labels.isEmpty {
            guard let found = labels.prefixMatch(of: label) else { throw Unreadable(line: line) }
            labels = labels[found.range.upperBound...]
            guard labels.isEmpty || labels.first == "," else { throw Unreadable(line: line) }
            labels = labels.dropFirst()
        }
        let name = String(match.1)
        let family = name.replacing(/_(bucket|sum|count)$/, with: "")
        guard types[name] != nil && types[name] != "histogram" || types[family] == "histogram" else {
            throw Unreadable(line: line)
        }
        guard values.updateValue(value, forKey: name + (match.2 ?? "")) == nil else { throw Unreadable(line: line) }
    }

    private static func number(_ text: Substring) -> Double? {
        switch text {
        case "+Inf": .infinity
        case "-Inf": -.infinity
        case "NaN": .nan
        default: text.contains(/[^-+.e0-9]/) ? nil : Double(text)
        }
    }
}
