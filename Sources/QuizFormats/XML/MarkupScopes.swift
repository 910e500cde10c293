import QuizCore

/// What prefixes stand for in the elements that are open (Namespaces in XML 1.0).
struct MarkupScopes {
    /// Bindings of one element each; most elements have none.
    private var scopes: [[String: String]] = []

    var depth: Int { scopes.count }

    /// Opens an element as the parser names it, with prefixes.
    mutating func open(
        _ name: String,
        _ attributes: [String: String],
        at place: SourcePlace
    ) throws(MarkupFault) -> MarkupTag {
        var bindings: [String: String] = [:]
        for (key, value) in attributes where key.utf8.starts(with: "xmlns".utf8) {
            if key == "xmlns" { bindings[""] = value }
            if key.hasPrefix("xmlns:") { bindings[String(key.dropFirst(6))] = value }
        }
        scopes.append(bindings)
        let (prefix, local) = Self.split(name)
        var resolved: [MarkupTag.Attribute] = []
        for (key, value) in attributes where key != "xmlns" && !key.hasPrefix("xmlns:") {
            let (prefix, local) = Self.split(key)
            let namespace = prefix.isEmpty ? nil : try bound(prefix, place)
            resolved.append(MarkupTag.Attribute(name: local, namespace: namespace, value: value))
        }
        // The parser gives them in no order.
        if resolved.count > 1 { resolved.sort { ($0.name, $0.value) < ($1.name, $1.value) } }
        return MarkupTag(name: local, namespace: try bound(prefix, place), attributes: resolved, place: place)
    }

    mutating func close() {
        if !scopes.isEmpty { scopes.removeLast() }
    }

    static func split(_ name: String) -> (prefix: String, name: String) {
        guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return ("", name) }
        return (String(name[..<colon]), String(name[name.utf8.index(after: colon)...]))
    }

    private func bound(_ prefix: String, _ place: SourcePlace) throws(MarkupFault) -> String? {
        for bindings in scopes.reversed() where !bindings.isEmpty {
            if let namespace = bindings[prefix] { return namespace.isEmpty ? nil : namespace }
        }
        switch prefix {
        case "": return nil
        case "xml": return "http://www.w3.org/XML/1998/namespace"
        default: throw .unboundPrefix(place, prefix)
        }
    }
}
