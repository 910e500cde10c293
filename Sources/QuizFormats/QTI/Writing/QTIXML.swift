/// Builds XML in the names of either version: those of version 2 are given.
struct QTIXML {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private let version: QTIVersion
    private var open: [String] = []

    /// Elements of HTML, which have one name in both versions.
    private static let html: Set<String> = ["p", "span", "div", "br", "img"]

    init(version: QTIVersion) {
        self.version = version
    }

    mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        let name = named(name)
        text += "\(indentation)<\(name)\(written(attributes))>\n"
        open.append(name)
    }

    mutating func end() {
        guard let name = open.popLast() else { return }
        text += "\(indentation)</\(name)>\n"
    }

    /// An element with mark-up in it that is ready to stand there.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], markup: String = "") {
        text += indentation + inline(name, attributes, markup: markup) + "\n"
    }

    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
        element(name, attributes, markup: XMLText.escaped(text))
    }

    /// An element to be put into a text.
    func inline(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], markup: String = "") -> String {
        let name = named(name)
        return markup.isEmpty
            ? "<\(name)\(written(attributes))/>" : "<\(name)\(written(attributes))>\(markup)</\(name)>"
    }

    private var indentation: String { String(repeating: "  ", count: open.count) }

    private func named(_ name: String) -> String {
        version == .v30 && !Self.html.contains(name) ? "qti-" + Self.kebab(name) : name
    }

    private func written(_ attributes: KeyValuePairs<String, String?>) -> String {
        attributes.map { key, value in
            guard let value else { return "" }
            let isKept = version == .v21 || key.hasPrefix("xml") || key.hasPrefix("xsi")
            return " \(isKept ? key : Self.kebab(key))=\"\(XMLText.escaped(value))\""
        }
        .joined()
    }

    /// `simpleChoice` becomes `simple-choice`.
    private static func kebab(_ name: String) -> String {
        name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }
}
