package import QuizCore

extension Store: StatisticsStore {
    package func itemReport(
        _ selection: AttemptSelection,
        by actor: String
    ) async throws(StoreError) -> ItemReport {
        guard let definition = catalogue.definition(of: selection.contest) else {
            throw .broken("there is no contest \(selection.contest)")
        }
        try await write(.sheddable) { transaction throws(DatabaseError) in
            let parts = [selection.contest, selection.round, selection.group].compactMap { $0 }
            try transaction.logStaff(
                .keyRead,
                subject: definition.contestKey,
                actor: actor,
                detail: "item statistics of " + parts.joined(separator: ", "),
                contest: selection.contest
            )
        }
        let standings = standings
        let sitters = SitterSelection(selection, contestKey: definition.contestKey) { sitter in
            let board = BoardID(contest: selection.contest, round: sitter.round, group: sitter.group)
            return standings.place(of: sitter.contestant, on: board)?.attempt == sitter.attempt
        }
        return try await statistics.report(sitters, catalogue: catalogue)
    }
}
