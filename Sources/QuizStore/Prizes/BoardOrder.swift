import QuizCore

/// A whole board as prizes look at it, held beside the board that goes on.
struct BoardOrder {
    let name: PrizeBoardName
    let prizeBoard: PrizeBoard
    private let criteria: [Criterion]
    private let find: (Int64) -> Standing?

    init(_ name: PrizeBoardName, _ contest: Contest, _ standings: Standings) {
        self.name = name
        let id = BoardID(contest: contest.id, round: name.round, group: name.group)
        let (pieces, criteria) = standings.whole(id)
        self.criteria = criteria
        find = { standings.standing(of: $0, on: id) }
        var lines: [PrizeLine] = []
        lines.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
        var last: (key: RankKey, place: Int)?
        for standing in pieces.joined() {
            let place = last.flatMap { $0.key == standing.key ? $0.place : nil } ?? lines.count + 1
            lines.append(PrizeLine(contestant: standing.contestant, place: place))
            last = (standing.key, place)
        }
        prizeBoard = PrizeBoard(name: name, lines: lines)
    }

    func result(of contestant: Int64, _ units: UnitTree) -> PrizeReport.Result? {
        find(contestant).map { standing in
            let unit = units.unit(key: standing.unit)
            return PrizeReport.Result(
                score: standing.key.value(of: .score, in: criteria).map { Int($0) },
                duration: standing.key.value(of: .duration, in: criteria),
                unitCode: unit?.code ?? "",
                unitTitle: unit?.title ?? ""
            )
        }
    }
}
