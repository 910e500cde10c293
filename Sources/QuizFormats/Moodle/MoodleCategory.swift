/// Categories as Moodle writes them: `$course$/top/An toàn/Mật khẩu`.
enum MoodleCategory {
    /// From the outermost inwards, without what only says in which part of Moodle they lie; `//` is a slash of a name.
    static func path(_ text: String) -> [String] {
        var parts: [String] = [""]
        var characters = text.trimmingSpaces[...]
        while let character = characters.popFirst() {
            if character == "/", characters.first == "/" {
                characters.removeFirst()
                parts[parts.count - 1].append("/")
            } else if character == "/" {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        var names = parts.map(\.trimmingSpaces).filter { !$0.isEmpty }
        let isContext = names.first.map { $0.hasPrefix("$") && $0.hasSuffix("$") } ?? false
        if isContext { names.removeFirst() }
        if names.first == "top" { names.removeFirst() }
        return names
    }

    static func text(_ path: [String]) -> String {
        path.map { $0.replacing("/", with: "//") }.joined(separator: "/")
    }
}
