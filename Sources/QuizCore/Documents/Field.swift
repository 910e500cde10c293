/// One value of a file with the key it stands under; asked for what it should be, it tells when it is not.
///
/// Every accessor gives `nil` after telling a fault, so that the reading goes on.
struct Field {
    let node: DocumentNode
    /// `nil`: the file itself.
    let name: String?
    let faults: FaultList

    var place: SourcePlace { node.place }

    /// A mapping; its unknown keys are told.
    func map(keys: [String]) -> MapReader? {
        if case .map(let entries) = node.content {
            return MapReader(entries, at: place, keys: keys, faults)
        }
        return tellNeeded(vi: "một bảng khóa: giá trị", en: "a mapping of keys to values")
    }

    /// A list with at least one item.
    func list() -> [Field]? {
        guard case .list(let nodes) = node.content else {
            return tellNeeded(vi: "một danh sách", en: "a list")
        }
        guard !nodes.isEmpty else {
            return tell(vi: "\(vi) phải có ít nhất một mục", en: "\(en) needs at least one item")
        }
        return nodes.map { Field(node: $0, name: name, faults: faults) }
    }

    /// A scalar as it is written.
    func scalar(vi: String, en: String) -> (text: String, isPlain: Bool)? {
        guard case .scalar(let text, let isPlain) = node.content else { return tellNeeded(vi: vi, en: en) }
        guard !text.isEmpty || !isPlain else {
            return tell(vi: "\(self.vi) chưa có giá trị", en: "\(self.en) has no value")
        }
        return (text, isPlain)
    }

    /// The field's name as messages call it.
    var vi: String { name.map { faults.words.name($0).vi } ?? "tệp" }
    var en: String { name.map { faults.words.name($0).en } ?? "the file" }

    /// Tells a fault at this place.
    ///
    /// - Returns: Always `nil`, to be handed on.
    func tell<Value>(vi: String, en: String) -> Value? {
        faults.add(place, vi: vi, en: en)
        return nil
    }

    /// Tells what is needed instead of what there is.
    func tellNeeded<Value>(vi: String, en: String) -> Value? {
        if case .refused = node.content { return nil }
        let found = node.description
        return tell(
            vi: "\(self.vi) phải là \(vi), không phải \(found.vi)",
            en: "\(self.en) must be \(en), not \(found.en)"
        )
    }
}
