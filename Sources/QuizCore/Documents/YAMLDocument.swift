import Foundation
import Yams

/// The tree of a YAML file from outside, with what could hurt kept out: size, depth, other encodings.
enum YAMLDocument {
    /// Unit: bytes.
    static let maximumSize = 20 << 20
    private static let maximumDepth = 32
    private static let maximumIndentation = 200
    /// A bank of 10,000 questions has half a million; a few aliases of aliases have billions.
    private static let maximumNodes = 2_000_000

    /// Reads a file.
    ///
    /// - Throws: One fault with its place: after bad syntax there is no telling what the rest means.
    static func read(_ bytes: [UInt8]) throws(Faults) -> Node {
        guard bytes.count <= maximumSize else {
            throw fault(vi: "tệp lớn hơn 20 MiB, hãy chia nhỏ", en: "the file is larger than 20 MiB, split it")
        }
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw fault(
                vi: "tệp không phải UTF-8 (có thể là windows-1258, TCVN3 hoặc VNI); hãy lưu lại bằng mã UTF-8",
                en: "the file is not UTF-8 (windows-1258, TCVN3 or VNI perhaps); save it as UTF-8"
            )
        }
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        try checkNesting(text)
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw syntaxFault(error)
        }
        guard let root, root.mapping != nil else {
            throw fault(vi: "tệp phải là một bảng khóa: giá trị", en: "the file must be one mapping of keys to values")
        }
        var nodes = 0
        try check(root, depth: 0, &nodes)
        return root
    }

    /// The parser is recursive: what nests too deep is turned away before it.
    private static func checkNesting(_ text: String) throws(Faults) {
        var flow = 0
        var indentation = 0
        var atStart = true
        var line = 1
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                indentation = 0
                atStart = true
                continue
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"):
                if atStart { indentation += 1 }
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                flow += 1
                atStart = false
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                flow = max(0, flow - 1)
                atStart = false
            default: atStart = false
            }
            guard indentation <= maximumIndentation, flow <= 4 * maximumDepth else {
                throw fault(line: line, vi: "lồng nhau quá sâu", en: "nested too deep")
            }
        }
    }

    private static func check(_ node: Node, depth: Int, _ nodes: inout Int) throws(Faults) {
        nodes += 1
        guard depth <= maximumDepth else { throw fault(node, vi: "lồng nhau quá sâu", en: "nested too deep") }
        guard nodes <= maximumNodes else {
            throw fault(
                vi: "tệp có quá nhiều mục; nếu dùng tham chiếu (*) của YAML, hãy viết lại giá trị",
                en: "the file has too many nodes; if it uses aliases (*), write the values out"
            )
        }
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                try check(key, depth: depth + 1, &nodes)
                try check(value, depth: depth + 1, &nodes)
            }
        case .sequence(let sequence):
            for element in sequence { try check(element, depth: depth + 1, &nodes) }
        case .scalar, .alias: break
        }
    }

    private static func syntaxFault(_ error: any Error) -> Faults {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
            .composer(_, let problem, let mark, _)?:
            let message = Message(vi: "YAML sai cú pháp: \(problem)", en: "not valid YAML: \(problem)")
            return Faults([Fault(line: mark.line, column: mark.column, message: message)])
        case .duplicatedKeysInMapping(let duplicates, let context)?:
            let keys = duplicates.map { "\($0)" }.joined(separator: ", ")
            let message = Message(vi: "khóa viết hai lần: \(keys)", en: "key written twice: \(keys)")
            let mark = context.mark
            return Faults([Fault(line: mark.line, column: mark.column, message: message)])
        default:
            return fault(vi: "YAML sai cú pháp", en: "not valid YAML")
        }
    }

    private static func fault(_ node: Node? = nil, line: Int = 0, vi: String, en: String) -> Faults {
        let place = node?.mark
        return Faults([
            Fault(line: place?.line ?? line, column: place?.column ?? 0, message: Message(vi: vi, en: en))
        ])
    }
}
