/// A contest file that was read, with the places that later checks point at.
package struct ContestDocument: Sendable {
    package let contest: Contest
    let places: ContestPlaces

    /// Reads a contest file (docs/contest-format.md).
    ///
    /// - Throws: All faults of the file, each with its place.
    package init(yaml: [UInt8], vocabulary: Vocabulary) throws(Faults) {
        self = try Document.read(yaml, keys: ContestReader.keys) { map in
            var reader = ContestReader(vocabulary: vocabulary)
            return reader.read(map).map { ContestDocument(contest: $0, places: reader.places) }
        }
    }

    private init(contest: Contest, places: ContestPlaces) {
        self.contest = contest
        self.places = places
    }
}

/// Where the parts of a contest stand that can turn out wrong only beside its banks.
struct ContestPlaces: Sendable {
    /// By bank id.
    var banks: [String: SourcePlace] = [:]
    /// By group id, in the order of the blueprint.
    var sections: [String: [SourcePlace]] = [:]
    /// By round id, then group id: the sections of blueprints that rounds have of their own.
    var roundSections: [String: [String: [SourcePlace]]] = [:]
    var difficultyBand: SourcePlace?

    func sections(of group: Group, in round: Round) -> [SourcePlace] {
        roundSections[round.id]?[group.id] ?? sections[group.id] ?? []
    }
}

extension Contest {
    /// Reads a contest file.
    ///
    /// - Throws: All faults of the file, each with its place.
    package init(yaml: [UInt8], vocabulary: Vocabulary) throws(Faults) {
        self = try ContestDocument(yaml: yaml, vocabulary: vocabulary).contest
    }
}
