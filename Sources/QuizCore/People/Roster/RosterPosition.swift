/// What somebody is in their agency, out of the words of lists: the plan counts the heads apart.
enum RosterPosition {
    private static let heads = [
        "nguoi dung dau", "thu truong", "hieu truong", "giam doc", "tong giam doc", "chu tich", "bi thu", "vien truong",
        "chanh an", "cuc truong", "chi cuc truong", "chanh thanh tra", "head", "director", "principal",
    ]

    /// `nil` for an empty text.
    static func read(_ text: String) -> String? {
        let words = text.folded
        guard !words.isEmpty else { return nil }
        if words == "khac" || words == "other" { return "other" }
        return heads.contains { words == $0 || words.hasPrefix($0 + " ") } ? "head" : "staff"
    }
}
