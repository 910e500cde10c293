import QuizCore

/// What organizers have to decide between level people, and what they have decided.
struct TiesJSON {
    private let contest: Contest
    private let report: PrizeReport
    private let json: PrizesJSON

    init(_ report: PrizeReport, of contest: Contest) {
        self.contest = contest
        self.report = report
        json = PrizesJSON(report, of: contest)
    }

    var text: JSONText {
        JSONText { json in
            json.list("items", ties) { json, tie in json.object { self.tie(tie, &$0) } }
            json.list("decisions", report.decisions) { json, decision in json.object { self.decision(decision, &$0) } }
            json.list("draws", rounds) { json, round in json.object { draw(of: round, &$0) } }
        }
    }

    /// Level people with the places that they are level for.
    private struct Tie {
        let board: PrizeReport.Board
        let lines: [PrizeLine]
        var places: [(place: PrizePlace, prizes: Int)]
    }

    private var ties: [Tie] {
        report.boards.flatMap { board in
            var ties: [Tie] = []
            for outcome in board.outcomes {
                let place = contest.prizes.tables[board.table].places[outcome.slot.place]
                for tie in outcome.ties {
                    if let known = ties.firstIndex(where: { $0.lines == tie.lines }) {
                        ties[known].places.append((place, tie.prizes))
                    } else {
                        ties.append(Tie(board: board, lines: tie.lines, places: [(place, tie.prizes)]))
                    }
                }
            }
            return ties
        }
    }

    private func tie(_ tie: Tie, _ json: inout JSONText) {
        self.json.name(tie.board.name, &json)
        json.field("place", tie.lines.first?.place ?? 0)
        json.field("size", tie.lines.count)
        json.list("prizes", tie.places) { json, one in
            json.object { json in
                json.field("title", one.place.title)
                json.field("count", one.prizes)
            }
        }
        let chain = contest.ranking(of: tie.board.name.round)
        json.field("byHand", chain.contains(.manual))
        json.field("byDraw", chain.contains(.draw))
        self.json.people(tie.lines, tie.board, &json)
    }

    private func decision(_ decision: PrizeReport.Decision, _ json: inout JSONText) {
        self.json.name(decision.board, &json)
        json.field("contestant", report.people[decision.person]?.id.hex)
        json.field("name", report.people[decision.person]?.name)
        json.field("number", decision.number)
        json.field("reason", decision.reason)
        json.field("at", decision.at)
        json.field("by", decision.by)
    }

    /// The boards that a draw decides, with or without one.
    private var rounds: [String] {
        var rounds: [String] = []
        for board in report.boards where !rounds.contains(board.name.round) {
            if contest.ranking(of: board.name.round).contains(.draw) { rounds.append(board.name.round) }
        }
        return rounds
    }

    private func draw(of round: String, _ json: inout JSONText) {
        json.field("round", round)
        json.field("roundTitle", contest.roundTitle(round))
        json.field("over", report.boards.first { $0.name.round == round }?.isOver ?? false)
        guard let draw = report.draws.first(where: { $0.round == round }) else { return }
        json.field("text", draw.text)
        json.field("source", draw.source)
        json.field("at", draw.at)
        json.field("by", draw.by)
    }
}
