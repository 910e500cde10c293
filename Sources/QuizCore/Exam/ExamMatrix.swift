/// The blueprint of one group made ready to draw from, for the questions valid on one day.
package struct ExamMatrix: Sendable {
    /// For each section its count and its candidates, ascending ordinals of the pool.
    package struct Stratum: Sendable {
        package let count: Int
        package let candidates: [UInt16]
        /// Shares a candidate with an earlier section, so that drawing must look out for repeats.
        package let overlaps: Bool
    }

    package let strata: [Stratum]
    package let digests: PoolDigests
    /// Per ordinal: what of it is shuffled, and what stays last.
    let shapes: [Shape]

    struct Shape: Sendable {
        /// Options, items to be ordered, right sides, or parts; 0 for what is answered in writing.
        let optionCount: Int
        /// Places in the bank of those that stay last, in the author's order.
        let pinned: [Int]
    }

    /// Sorts the pool into the sections of `group`.
    package init(group: Group, pool: QuestionPool, day: CalendarDay, by cryptography: any Cryptography) {
        var excluded = CanonicalBytes()
        excluded.append("bang-vang/excluded/v1")
        var valid: [UInt16] = []
        for (ordinal, question) in pool.questions.enumerated() {
            if !question.isValid(on: day) {
                excluded.append("\(pool.banks[ordinal])/\(question.id)")
            } else if question.groups.contains(group.id) {
                valid.append(UInt16(ordinal))
            }
        }
        var seen: Set<UInt16> = []
        strata = group.blueprint.map { section in
            let candidates = valid.filter { section.admits(pool.questions[Int($0)]) }
            let overlaps = candidates.contains { seen.contains($0) }
            seen.formUnion(candidates)
            return Stratum(count: section.count, candidates: candidates, overlaps: overlaps)
        }
        digests = PoolDigests(
            banks: pool.digest,
            blueprint: cryptography.sha256(Self.canonical(group)),
            excluded: cryptography.sha256(excluded.bytes)
        )
        shapes = pool.questions.map(Self.shape)
    }

    private static func canonical(_ group: Group) -> [UInt8] {
        var bytes = CanonicalBytes()
        bytes.append("bang-vang/blueprint/v1")
        bytes.append(group.id)
        bytes.append(group.blueprint.count)
        for section in group.blueprint {
            bytes.append(section.topic ?? "")
            bytes.append(section.difficulty?.rawValue ?? "")
            bytes.append(section.count)
        }
        return bytes.bytes
    }

    private static func shape(of question: Question) -> Shape {
        switch question.body {
        case .choice(let choice):
            // 'Đúng' before 'Sai', always: shuffling the two adds nothing and reads badly.
            if choice.kind == .trueFalse { return .asWritten(choice.options.count) }
            let pinned = choice.options.indices.filter { choice.options[$0].isPinned }
            return Shape(optionCount: choice.options.count, pinned: pinned)
        case .order(let order): return Shape(optionCount: order.sorted.count, pinned: [])
        case .match(let match): return Shape(optionCount: match.rights.count, pinned: [])
        case .short, .numeric: return Shape(optionCount: 0, pinned: [])
        // Shuffled parts were no message.
        case .message(let message): return .asWritten(message.parts.count)
        }
    }
}

extension ExamMatrix.Shape {
    fileprivate static func asWritten(_ count: Int) -> Self {
        Self(optionCount: count, pinned: Array(0..<count))
    }
}
