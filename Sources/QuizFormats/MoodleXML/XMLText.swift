/// Builds XML that people can read: an element a line.
struct XMLText {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var open: [String] = []

    private var indentation: String { String(repeating: "  ", count: open.count) }

    mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        text += "\(indentation)<\(name)\(Self.attributes(attributes))>\n"
        open.append(name)
    }

    mutating func end() {
        guard let name = open.popLast() else { return }
        text += "\(indentation)</\(name)>\n"
    }

    mutating func element(_ name: String, _ value: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        text += "\(indentation)<\(name)\(Self.attributes(attributes))>\(Self.escaped(value))</\(name)>\n"
    }

    /// An element with its text in `<text>`, as Moodle has them.
    mutating func texted(_ name: String, _ value: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        begin(name, attributes)
        element("text", value)
        end()
    }

    private static func attributes(_ attributes: KeyValuePairs<String, String>) -> String {
        attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
    }

    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22].contains($0) }) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
