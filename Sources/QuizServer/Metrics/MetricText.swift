/// The text format 0.0.4.
///
/// - Source: <https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format>
package enum MetricText {
    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    package static func text(
        of families: [MetricRegistry.Family],
        catalogue: [String: MetricDescription]
    ) -> String {
        var text = ""
        for family in families.sorted(by: { $0.name < $1.name }) where !family.cells.isEmpty {
            if let help = catalogue[family.name]?.help { text += "# HELP \(family.name) \(escaped(help))\n" }
            text += "# TYPE \(family.name) \(family.kind.rawValue)\n"
            for (labels, cell) in family.cells.sorted(by: { $0.key < $1.key }) {
                append(family.name, labels, cell.reading, to: &text)
            }
        }
        return text
    }

    private static func append(_ name: String, _ labels: String, _ reading: MetricReading, to text: inout String) {
        switch reading {
        case .value(let value): line(name, labels, number(value), to: &text)
        case .histogram(let bounds, let counts, let sum):
            let comma = labels.isEmpty ? "" : ","
            var total: UInt64 = 0
            for (bound, count) in zip(bounds + [.infinity], counts) {
                total &+= count
                line(name + "_bucket", "\(labels)\(comma)le=\"\(number(bound))\"", String(total), to: &text)
            }
            line(name + "_sum", labels, number(sum), to: &text)
            line(name + "_count", labels, String(total), to: &text)
        }
    }

    private static func line(_ name: String, _ labels: String, _ value: String, to text: inout String) {
        text += labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
    }

    /// A number as the format has it: whole ones without a point.
    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return Int64(exactly: value).map { String($0) } ?? String(value)
    }

    /// A name with whatever the format does not take replaced by `_`.
    package static func name(_ label: String) -> String {
        var name = ""
        for character in label {
            let isFine =
                character.isASCII && (character.isLetter || character.isNumber) || character == "_" || character == ":"
            name.append(isFine ? character : "_")
        }
        return name.first.map { $0.isNumber } ?? true ? "_" + name : name
    }

    package static func labels(_ dimensions: [(String, String)]) -> String {
        dimensions.map { key, value in
            "\(name(key).replacing(":", with: "_"))=\"\(escaped(value).replacing("\"", with: "\\\""))\""
        }.joined(separator: ",")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }
}
