import Yams

extension Unit {
    /// Reads a file of units: `units:` with a list of `code`, `title`, `type` and, below others, `parent`.
    ///
    /// - Throws: All faults of the file.
    package static func list(yaml: [UInt8], vocabulary: Vocabulary) throws(Faults) -> [Unit] {
        let root = try YAMLDocument.read(yaml)
        let faults = FaultList()
        guard let map = MapReader(root, keys: ["units"], faults) else { throw Faults(faults.faults) }
        let nodes = map.list("units") ?? []
        var lines: [String: Int] = [:]
        let units = nodes.compactMap { node -> Unit? in
            guard let unit = MapReader(node, keys: ["code", "title", "type", "parent"], faults),
                let code = unit.id("code"),
                let title = unit.text("title", most: 200),
                let type = unit.required("type").flatMap({
                    MapReader.code($0, "type", of: vocabulary.unitTypes, faults)
                })
            else { return nil }
            if let first = lines.updateValue(node.mark?.line ?? 0, forKey: code) {
                faults.add(node, "mã “\(code)” đã dùng ở dòng \(first)", "the code '\(code)' is taken in line \(first)")
            }
            // A parent stands before its children, which also keeps circles out.
            if let parent = unit.value("parent"), lines[parent.string ?? ""] == nil || parent.string == code {
                faults.add(
                    parent,
                    "đơn vị cấp trên “\(parent.string ?? "")” phải đứng trước trong tệp",
                    "the unit above, '\(parent.string ?? "")', must stand earlier in the file"
                )
            }
            return Unit(code: code, title: title, type: type, parent: unit.optionalText("parent"))
        }
        try faults.throwIfAny()
        return units
    }
}
