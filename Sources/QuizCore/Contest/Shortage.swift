/// A section with too few questions to be filled in every draw.
struct Shortage {
    /// Of the section in its blueprint.
    let index: Int
    let candidates: Int
    /// What earlier sections may take from the same candidates.
    let taken: Int
    let needed: Int

    var missing: Int { needed + taken - candidates }

    /// The sections of a blueprint that some draw would leave short.
    ///
    /// Sections are drawn in their order. One can always be filled if it has candidates for itself and for all sections
    /// before it that share a candidate with it: those take no more than their counts.
    /// `questions` are those of the group that are valid on the day.
    static func all(in blueprint: [Section], with questions: [Question]) -> [Shortage] {
        var counts = [Int](repeating: 0, count: blueprint.count)
        var shared = [Set<Int>](repeating: [], count: blueprint.count)
        for question in questions {
            let admitting = blueprint.indices.filter { blueprint[$0].admits(question) }
            for index in admitting {
                counts[index] += 1
                for earlier in admitting where earlier < index { shared[index].insert(earlier) }
            }
        }
        return blueprint.indices.compactMap { index in
            let taken = shared[index].reduce(0) { $0 + blueprint[$1].count }
            let shortage = Shortage(
                index: index,
                candidates: counts[index],
                taken: taken,
                needed: blueprint[index].count
            )
            return shortage.missing > 0 ? shortage : nil
        }
    }

    func message(_ group: Group, _ section: Section, _ round: Round, _ day: CalendarDay) -> Message {
        let topic =
            section.topic.map { Message(vi: "chủ đề “\($0)”", en: "topic '\($0)'") }
            ?? Message(vi: "mọi chủ đề", en: "any topic")
        let difficulty =
            section.difficulty.map { Message(vi: "độ khó “\($0.rawValue)”", en: "difficulty '\($0.rawValue)'") }
            ?? Message(vi: "mọi độ khó", en: "any difficulty")
        let before = (
            vi: " và \(taken) câu mà các phần đứng trước có thể rút mất (nên đặt phần hẹp hơn lên trước)",
            en: " and \(taken) that sections before it may draw away (put narrower sections first)"
        )
        let place = (
            vi: "đợt “\(round.id)”, nhóm “\(group.id)”, \(topic.vi), \(difficulty.vi)",
            en: "round '\(round.id)', group '\(group.id)', \(topic.en), \(difficulty.en)"
        )
        let own = round.banks.map { $0.joined(separator: ", ") }.map { banks in
            (
                vi: "; đợt này chỉ rút từ \(banks): thêm ngân hàng vào “banks” của đợt hoặc giảm “count”",
                en: "; this round draws from \(banks) only: add to its 'banks', or lower 'count'"
            )
        }
        return Message(
            vi: "\(place.vi): ngày \(day.text) có \(candidates) câu, cần \(needed)\(taken > 0 ? before.vi : "")"
                + (own?.vi ?? ""),
            en: "\(place.en): \(candidates) questions on \(day.text), \(needed) needed\(taken > 0 ? before.en : "")"
                + (own?.en ?? "")
        )
    }
}
