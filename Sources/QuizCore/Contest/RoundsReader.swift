/// Reads the rounds of a contest and how they follow each other.
struct RoundsReader {
    static let keys = ["id", "title", "opens", "closes", "ranking", "banks", "blueprint"]

    /// `nil` when the mode itself is at fault.
    let mode: Contest.Mode?
    let hasPrediction: Bool
    let vocabulary: Vocabulary
    /// Those that the contest names.
    let banks: [String: SourcePlace]
    /// Codes of the groups that the contest has.
    let groups: [String]
    /// Where the sections of a round's own blueprints stand, by round and group.
    private(set) var sections: [String: [String: [SourcePlace]]] = [:]

    init(
        mode: Contest.Mode?,
        hasPrediction: Bool,
        vocabulary: Vocabulary,
        banks: [String: SourcePlace],
        groups: [String]
    ) {
        self.mode = mode
        self.hasPrediction = hasPrediction
        self.vocabulary = vocabulary
        self.banks = banks
        self.groups = groups
    }

    mutating func read(_ list: Field) -> [Round]? {
        guard let fields = list.list() else { return nil }
        var rounds: [Round] = []
        for field in fields {
            guard let map = field.map(keys: Self.keys), let round = round(map) else { continue }
            checkIsNew(round, rounds, map)
            checkFollows(round, rounds, map)
            rounds.append(round)
        }
        return rounds
    }

    private mutating func round(_ map: MapReader) -> Round? {
        let id = map.required("id")?.id()
        let title = map.required("title")?.text(most: 200)
        let opens = map.required("opens")?.moment()
        let closesField = map.optional("closes")
        let closes = closesField?.moment()
        if closesField == nil, mode == .contest {
            map.faults.add(
                map.place,
                vi: "thiếu khóa “closes”: đợt của cuộc thi thật phải có lúc đóng (chỉ demo và practice được để mở)",
                en: "the key 'closes' is missing: a round of a real contest must close (demo and practice need not)"
            )
        }
        if let opens, let closes, closes <= opens {
            map.faults.add(
                map.place(of: "closes"),
                vi: "lúc đóng “closes” phải sau lúc mở “opens”",
                en: "'closes' must lie after 'opens'"
            )
            return nil
        }
        let ranking = map.optional("ranking").flatMap(RankingReader(hasPrediction: hasPrediction).read)
        let ownBanks = map.optional("banks").flatMap(ownBanks)
        let blueprints = map.optional("blueprint").flatMap(blueprints)
        guard let id, let title, let opens, closesField == nil || closes != nil else { return nil }
        if let blueprints { sections[id] = blueprints.mapValues(\.places) }
        return Round(
            id: id,
            title: title,
            opens: opens,
            closes: closes,
            ranking: ranking,
            banks: ownBanks,
            blueprints: blueprints?.mapValues(\.sections) ?? [:]
        )
    }

    private func checkIsNew(_ round: Round, _ earlier: [Round], _ map: MapReader) {
        if round.id == Cumulative.round {
            map.faults.add(
                map.place(of: "id"),
                vi: "mã “\(Cumulative.round)” dành cho bảng chung của các đợt; hãy đặt mã khác",
                en: "the id '\(Cumulative.round)' stands for the board over all rounds; choose another"
            )
        }
        guard earlier.contains(where: { $0.id == round.id }) else { return }
        map.faults.add(
            map.place(of: "id"),
            vi: "mã đợt “\(round.id)” đã dùng; mỗi đợt cần một mã riêng",
            en: "the round id '\(round.id)' is taken; every round needs its own"
        )
    }

    private func checkFollows(_ round: Round, _ earlier: [Round], _ map: MapReader) {
        guard let last = earlier.last else { return }
        if round.opens < last.opens {
            map.faults.add(
                map.place(of: "opens"),
                vi: "đợt này mở trước đợt “\(last.id)” đứng trên nó; hãy xếp các đợt theo thời gian",
                en: "this round opens before '\(last.id)', which stands above it; put the rounds in order of time"
            )
        } else if last.closes.map({ round.opens < $0 }) ?? true {
            map.faults.add(
                map.place(of: "opens"),
                vi: "đợt này mở khi đợt “\(last.id)” chưa đóng; các đợt không được chồng lên nhau",
                en: "this round opens before '\(last.id)' closes; rounds may not overlap"
            )
        }
    }
}
