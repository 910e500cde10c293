import Yams

/// Reads a text with the YAML parser and turns its tree into ours, without what the house does not take: anchors, aliases,
/// tags, deep nesting, keys that are no words, keys that stand twice.
struct YAMLTree {
    static let maximumDepth = 32

    private let faults: FaultList
    private let masked: MaskedText
    private var places: CharacterPlaces

    /// The root; `nil` with a fault told when the syntax is bad, since then there is no telling what the rest means.
    static func read(_ source: SourceText, _ faults: FaultList) -> DocumentNode? {
        var masked = MaskedText(source.text)
        while true {
            var tree = YAMLTree(faults: faults, masked: masked, places: CharacterPlaces(source))
            do {
                let parser = try Parser(yaml: masked.text, resolver: .basic, encoding: .utf8)
                guard let root = try parser.singleRoot() else {
                    faults.add(SourcePlace(line: 1, column: 1), vi: "tệp trống", en: "the file is empty")
                    return nil
                }
                // A node holds its anchor weakly; the parser keeps it.
                return withExtendedLifetime(parser) { tree.convert(root, depth: 1) }
            } catch let YamlError.duplicatedKeysInMapping(_, context) {
                if masked.hideKey(at: context.mark) { continue }
                tree.tellTwice(at: context.mark)
            } catch {
                tree.tell(error)
            }
            return nil
        }
    }

    private mutating func convert(_ node: Node, depth: Int) -> DocumentNode {
        let place = place(of: node.mark)
        if let fault = refusal(of: node, place, depth) {
            faults.add(fault)
            return DocumentNode(place: place, content: .refused)
        }
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            return DocumentNode(place: place, content: .scalar(masked.original(of: scalar.string), isPlain: isPlain))
        case .sequence(let sequence):
            return DocumentNode(place: place, content: .list(sequence.map { convert($0, depth: depth + 1) }))
        case .mapping(let mapping):
            return DocumentNode(place: place, content: .map(entries(of: mapping, depth: depth)))
        case .alias:
            return DocumentNode(place: place, content: .refused)
        }
    }

    private mutating func entries(of mapping: Node.Mapping, depth: Int) -> [DocumentNode.Entry] {
        var entries: [DocumentNode.Entry] = []
        var firsts: [String: SourcePlace] = [:]
        for (keyNode, valueNode) in mapping {
            let key = convert(keyNode, depth: depth + 1)
            let value = convert(valueNode, depth: depth + 1)
            guard case .scalar(let name, _) = key.content else {
                if case .refused = key.content { continue }
                faults.add(key.place, vi: "khóa phải là một từ", en: "a key must be a word")
                continue
            }
            if let first = firsts[name] {
                faults.add(
                    key.place,
                    vi: "khóa “\(name.excerpt)” đã có ở dòng \(first.line); chỉ giữ lại một",
                    en: "the key '\(name.excerpt)' stands in line \(first.line) already; keep one of them"
                )
                continue
            }
            firsts[name] = key.place
            entries.append(DocumentNode.Entry(key: name, keyPlace: key.place, value: value))
        }
        return entries
    }

    private func refusal(of node: Node, _ place: SourcePlace, _ depth: Int) -> Fault? {
        if depth > Self.maximumDepth {
            return Fault(line: place.line, column: place.column, message: YAMLSyntax.tooDeep)
        }
        let message: Message
        if node.anchor != nil || isAlias(node) {
            message = Message(
                vi: "không dùng neo (&) và bí danh (*) của YAML; hãy viết giá trị ra, là chữ thì đặt trong nháy kép",
                en: "YAML anchors (&) and aliases (*) are not taken; write the value out, quoted if it is text"
            )
        } else if node.isTagged {
            message = Message(
                vi: "không dùng thẻ (!) của YAML; nếu là chữ, hãy đặt trong dấu nháy kép",
                en: "YAML tags (!) are not taken; if it is text, put it in double quotes"
            )
        } else {
            return nil
        }
        return Fault(line: place.line, column: place.column, message: message)
    }

    private func isAlias(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return masked.isAlias(scalar.string)
    }

    private mutating func tell(_ error: any Error) {
        guard let error = error as? YamlError else { return }
        let (mark, message) = YAMLSyntax.explanation(of: error)
        let place = mark.map { self.place(of: $0) } ?? .file
        faults.add(Fault(line: place.line, column: place.column, message: message))
    }

    /// For keys that could not be hidden; the others that were are told with it.
    private mutating func tellTwice(at mark: Mark) {
        for mark in masked.marks + [mark] {
            faults.add(
                place(of: mark),
                vi: "khóa này được viết hai lần trong cùng một mục; chỉ giữ lại một",
                en: "this key is written twice in the same mapping; keep one of them"
            )
        }
    }

    private mutating func place(of mark: Mark?) -> SourcePlace {
        guard let mark else { return .file }
        return places.place(line: mark.line, scalarColumn: mark.column)
    }
}

extension Node {
    /// Whether a tag was written: the parser itself gives quoted scalars the tag of text, and keys when it compares them.
    fileprivate var isTagged: Bool {
        let text = Tag.Name.str.rawValue
        switch self {
        case .scalar(let scalar): return !["", text].contains(scalar.tag.description)
        case .mapping(let mapping): return !["", Tag.Name.map.rawValue].contains(mapping.tag.description)
        case .sequence(let sequence): return !["", Tag.Name.seq.rawValue].contains(sequence.tag.description)
        case .alias: return false
        }
    }
}
