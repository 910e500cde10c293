package import QuizCore

/// What organizers read of prizes, as JSON.
package struct PrizesJSON {
    /// So many units of a collective prize are told; the number of all stands beside them.
    private static let unitLimit = 500

    private let contest: Contest
    private let report: PrizeReport

    package init(_ report: PrizeReport, of contest: Contest) {
        self.contest = contest
        self.report = report
    }

    package var bytes: [UInt8] { text.bytes }

    var text: JSONText {
        JSONText { json in
            json.field("contest", contest.id)
            rules(&json)
            json.list("boards", report.boards) { json, board in json.object { self.board(board, &$0) } }
            json.list("collective", report.collective) { json, one in json.object { collective(one, &$0) } }
            json.list("excluded", report.excluded) { json, person in
                json.object { json in
                    Self.person(person, &json)
                    json.field("group", person.group)
                }
            }
        }
    }

    private func rules(_ json: inout JSONText) {
        let rules = contest.prizes.rules
        json.object("rules") { json in
            json.field("onePerPerson", rules.isOnePerPerson)
            json.field("keep", rules.kept.rawValue)
            json.field("atEdge", rules.edge.rawValue)
        }
    }

    private func board(_ board: PrizeReport.Board, _ json: inout JSONText) {
        name(board.name, &json)
        json.field("over", board.isOver)
        let places = contest.prizes.tables[board.table].places
        json.list("places", places.enumerated()) { json, place in
            json.object { json in
                Self.place(place.element, &json)
                guard let outcome = board.outcomes.first(where: { $0.slot.place == place.offset }) else { return }
                self.outcome(outcome, board, &json)
            }
        }
        json.list("passedOver", board.passedOver) { json, one in
            json.object { json in
                line(one.line, board, &json)
                switch one.reason {
                case .excluded(let kind): json.field("kind", kind.rawValue)
                case .holds(let slot): json.object("holds") { self.slot(slot, &$0) }
                }
            }
        }
    }

    private func outcome(_ outcome: PrizeOutcome, _ board: PrizeReport.Board, _ json: inout JSONText) {
        json.list("winners", outcome.winners) { json, winner in
            json.object { json in
                line(winner.line, board, &json)
                json.field("nextInLine", winner.isNextInLine)
            }
        }
        json.list("ties", outcome.ties) { json, tie in
            json.object { json in
                json.field("prizes", tie.prizes)
                json.field("size", tie.lines.count)
                people(tie.lines, board, &json)
            }
        }
        if let slot = outcome.waitsFor { json.object("waitsFor") { self.slot(slot, &$0) } }
    }

    func people(_ lines: [PrizeLine], _ board: PrizeReport.Board, _ json: inout JSONText) {
        json.list("people", lines.filter { board.results[$0.contestant] != nil }) { json, one in
            json.object { line(one, board, &$0) }
        }
    }

    func line(_ line: PrizeLine, _ board: PrizeReport.Board, _ json: inout JSONText) {
        if let person = report.people[line.contestant] { Self.person(person, &json) }
        json.field("place", line.place)
        guard let result = board.results[line.contestant] else { return }
        json.field("unitCode", result.unitCode)
        json.field("unit", result.unitTitle)
        json.field("score", result.score)
        if let duration = result.duration { json.field("durationMs", duration) }
    }

    static func person(_ person: PrizeReport.Person, _ json: inout JSONText) {
        json.field("contestant", person.id.hex)
        json.field("name", person.name)
        json.field("birthYear", person.birthYear)
        json.object("identity") { json in
            json.field("state", (person.identity?.state ?? .unchecked).rawValue)
            guard let check = person.identity else { return }
            json.field("note", check.note)
            json.field("at", check.at)
            json.field("by", check.by)
        }
        guard let exclusion = person.exclusion else { return }
        json.object("exclusion") { json in
            json.field("kind", exclusion.kind.rawValue)
            json.field("reason", exclusion.reason)
            json.field("at", exclusion.at)
            json.field("by", exclusion.by)
        }
    }

    func name(_ board: PrizeBoardName, _ json: inout JSONText) {
        json.field("round", board.round)
        json.field("roundTitle", contest.roundTitle(board.round))
        json.field("group", board.group)
        json.field("groupTitle", contest.groupTitle(board.group))
    }

    private func slot(_ slot: PrizeSlot, _ json: inout JSONText) {
        name(slot.board, &json)
        json.field("title", contest.prizes.tables[slot.table].places[slot.place].title)
    }

    private static func place(_ place: PrizePlace, _ json: inout JSONText) {
        json.field("title", place.title)
        json.field("count", place.count)
        json.field("value", place.value)
        json.field("worth", place.worth)
    }

    private func collective(_ one: PrizeReport.Collective, _ json: inout JSONText) {
        json.field("title", one.prize.title)
        json.field("round", one.prize.board)
        json.field("roundTitle", contest.roundTitle(one.prize.board))
        json.list("groups", one.prize.groups) { $0.value($1) }
        json.list("by", one.prize.formula.terms) { json, term in json.value(term.term.rawValue) }
        json.list("then", one.prize.second?.terms ?? []) { json, term in json.value(term.term.rawValue) }
        json.field("byHand", one.prize.isDecidedByHand)
        json.field("minimum", one.prize.minimum)
        json.field("over", one.isOver)
        json.field("waiting", one.isWaiting)
        json.field("total", one.ranking.lines.count)
        json.list("units", one.ranking.lines.prefix(Self.unitLimit)) { json, line in
            json.object { json in
                unit(line.tally, one, &json)
                json.field("place", line.place)
                json.field("levelFrom", line.levelFrom)
                json.field("value", line.value.rounded)
                if let second = line.second { json.field("second", second.rounded) }
                json.field("decidedBy", line.decidedBy?.rawValue)
                if let prize = line.prize {
                    json.object("prize") { Self.place(one.prize.places[prize], &$0) }
                }
            }
        }
        json.list("absent", one.ranking.absent.prefix(Self.unitLimit)) { json, absence in
            json.object { json in
                unit(absence.tally, one, &json)
                json.field("reason", absence.reason.rawValue)
            }
        }
    }

    private func unit(_ tally: UnitTally, _ one: PrizeReport.Collective, _ json: inout JSONText) {
        json.field("unitCode", one.units[tally.unit]?.code ?? "")
        json.field("unit", one.units[tally.unit]?.title ?? "")
        json.field("participants", tally.participants)
        json.field("headcount", tally.headcount)
    }
}
