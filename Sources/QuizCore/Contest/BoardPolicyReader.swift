/// Reads what the public sees of boards.
struct BoardPolicyReader {
    static let keys = ["show", "minutes", "top"]

    private enum Word: String, CaseIterable {
        case live, delayed, frozen, hidden
    }

    func read(_ field: Field) -> BoardPolicy? {
        guard let map = field.map(keys: Self.keys) else { return nil }
        let word: Word = map.optional("show")?.choice() ?? .live
        let top = map.optional("top")?.integer(in: 1...1_000_000)
        let needsMinutes = word == .delayed || word == .frozen
        if !needsMinutes, let minutes = map.optional("minutes") {
            return minutes.tell(
                vi: "“minutes” chỉ đi với delayed và frozen; hãy bỏ khóa này",
                en: "'minutes' only goes with delayed and frozen; drop it"
            )
        }
        let minutes = needsMinutes ? map.required("minutes")?.integer(in: 1...10_080) : nil
        switch word {
        case .live: return BoardPolicy(show: .live, top: top)
        case .hidden: return BoardPolicy(show: .hidden, top: top)
        case .delayed: return minutes.map { BoardPolicy(show: .delayed($0), top: top) }
        case .frozen: return minutes.map { BoardPolicy(show: .frozen($0), top: top) }
        }
    }
}
