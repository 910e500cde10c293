import Yams

/// A contest file that was read, with the places that later checks point at.
package struct ContestDocument {
    package let contest: Contest
    private let banks: Node?
    /// By group id, in the order of the blueprint.
    private let sections: [String: [Node]]

    /// Reads a contest file (docs/contest-format.md).
    ///
    /// - Throws: All faults of the file, each with its place.
    package init(yaml: [UInt8], vocabulary: Vocabulary) throws(Faults) {
        let root = try YAMLDocument.read(yaml)
        let reader = ContestReader(vocabulary: vocabulary)
        let contest = reader.read(root)
        try reader.faults.throwIfAny()
        guard let contest else { throw Faults(reader.faults.faults) }
        self.contest = contest
        banks = root.mapping?[Node("banks")]
        sections = reader.sections
    }

    /// Whether every section of every group can be filled without repeats, on the first and last day of every round.
    ///
    /// Where sections overlap, a section must have candidates for itself and all overlapping ones before it: then no
    /// draw, however it falls, runs short.
    ///
    /// `today`: Stands in for the end of a round that does not close, and for its beginning once it is open.
    package func feasibilityFaults(banks given: [Bank], today: CalendarDay) -> [Fault] {
        let faults = FaultList()
        for id in contest.banks where !given.contains(where: { $0.id == id }) {
            faults.add(banks, "chưa có ngân hàng “\(id)”", "there is no bank '\(id)'")
        }
        for bank in given where bank.isPublic && contest.mode == .contest && !contest.acceptsPublicBank {
            faults.add(
                banks,
                "đáp án của ngân hàng “\(bank.id)” đã công khai; nếu vẫn dùng, hãy ghi acceptPublicBank: true",
                "the key of bank '\(bank.id)' is public; to use it all the same say acceptPublicBank: true"
            )
        }
        guard faults.faults.isEmpty else { return faults.faults }
        let questions = given.flatMap(\.questions)
        for round in contest.rounds {
            let first = max(CalendarDay(of: round.opens), round.closes == nil ? today : CalendarDay(of: round.opens))
            let last = round.closes.map { CalendarDay(of: $0.adding(milliseconds: -1)) } ?? first
            for day in Set([first, last]).sorted() {
                for group in contest.groups { check(group, questions, on: day, round, faults) }
            }
        }
        return Faults(faults.faults).faults
    }

    private func check(
        _ group: Group,
        _ questions: [Question],
        on day: CalendarDay,
        _ round: Round,
        _ faults: FaultList
    ) {
        let valid = questions.filter { $0.isValid(on: day) && $0.groups.contains(group.id) }
        for (index, section) in group.blueprint.enumerated() {
            let candidates = valid.filter(section.admits)
            let earlier = group.blueprint[..<index].filter { other in candidates.contains(where: other.admits) }
            let needed = section.count + earlier.reduce(0) { $0 + $1.count }
            guard candidates.count < needed else { continue }
            let name = [section.topic, section.difficulty?.rawValue].compactMap { $0 }.joined(separator: ", ")
            faults.add(
                sections[group.id]?[index],
                "đợt “\(round.id)”, bảng “\(group.id)”, phần (\(name)): cần \(needed) câu, chỉ có \(candidates.count)",
                "round '\(round.id)', group '\(group.id)', section (\(name)): \(needed) questions needed, \(candidates.count) there"
            )
        }
    }
}

extension Contest {
    /// Reads a contest file.
    ///
    /// - Throws: All faults of the file.
    package init(yaml: [UInt8], vocabulary: Vocabulary) throws(Faults) {
        self = try ContestDocument(yaml: yaml, vocabulary: vocabulary).contest
    }
}
