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
    /// When nothing was seen before.
    package let digests: PoolDigests
    package let band: DifficultyBand?
    private let pool: QuestionPool
    /// Per ordinal: what of it is shuffled, and what stays last.
    let shapes: [Shape]
    /// Per ordinal: ``Difficulty/weight``.
    let weights: [Int]

    struct Shape: Sendable {
        /// Options, items to be ordered, right sides, or parts; 0 for what is answered in writing.
        let optionCount: Int
        /// Places in the bank of those that stay last, in the author's order.
        let pinned: [Int]
    }

    /// Sorts the pool into the sections that `group` has in `round`.
    ///
    /// A round may have banks and blueprints of its own; `nil`: has neither. `margin`: ``Rules/difficultyBand``.
    package init(
        group: Group,
        round: Round? = nil,
        margin: Int? = nil,
        pool: QuestionPool,
        day: CalendarDay,
        by cryptography: any Cryptography
    ) {
        let blueprint = round?.blueprints[group.id] ?? group.blueprint
        let banks = round?.banks
        var excluded = CanonicalBytes()
        excluded.append("bang-vang/excluded/v1")
        var valid: [UInt16] = []
        for (ordinal, question) in pool.questions.enumerated() where banks?.contains(pool.banks[ordinal]) ?? true {
            if !question.isValid(on: day) {
                excluded.append(pool.name(of: ordinal))
            } else if question.groups.contains(group.id) {
                valid.append(UInt16(ordinal))
            }
        }
        var seen: Set<UInt16> = []
        strata = blueprint.map { section in
            let candidates = valid.filter { section.admits(pool.questions[Int($0)]) }
            let overlaps = candidates.contains { seen.contains($0) }
            seen.formUnion(candidates)
            return Stratum(count: section.count, candidates: candidates, overlaps: overlaps)
        }
        weights = pool.questions.map(\.difficulty.weight)
        band = margin.map { [strata, weights] margin in
            DifficultyBand(
                margin: margin,
                sections: strata.map { ($0.count, $0.candidates.map { weights[Int($0)] }) }
            )
        }
        digests = PoolDigests(
            banks: banks.map { pool.digest(of: $0, by: cryptography) } ?? pool.digest,
            blueprint: cryptography.sha256(Self.canonical(blueprint, of: group.id, margin: margin)),
            excluded: cryptography.sha256(excluded.bytes)
        )
        shapes = pool.questions.map(Self.shape)
        self.pool = pool
    }

    /// The way of drawing.
    package var algorithm: Int { band == nil ? Paper.version : Paper.bandedVersion }

    /// What a paper is drawn from for somebody who has seen questions.
    package func digests(without seen: SeenQuestions, by cryptography: any Cryptography) -> PoolDigests {
        if seen.isEmpty { return digests }
        var bytes = CanonicalBytes()
        bytes.append("bang-vang/excluded/v2")
        bytes.append(digests.excluded)
        bytes.append(seen.tiers.count)
        for tier in seen.tiers {
            bytes.append(tier.count)
            for ordinal in tier { bytes.append(pool.name(of: Int(ordinal))) }
        }
        return PoolDigests(
            banks: digests.banks,
            blueprint: digests.blueprint,
            excluded: cryptography.sha256(bytes.bytes)
        )
    }

    private static func canonical(_ blueprint: [Section], of group: String, margin: Int?) -> [UInt8] {
        var bytes = CanonicalBytes()
        bytes.append(margin == nil ? "bang-vang/blueprint/v1" : "bang-vang/blueprint/v2")
        bytes.append(group)
        bytes.append(blueprint.count)
        for section in blueprint {
            bytes.append(section.topic ?? "")
            bytes.append(section.difficulty?.rawValue ?? "")
            bytes.append(section.count)
        }
        if let margin { bytes.append(margin) }
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
