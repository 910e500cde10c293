import QuizCore
import Testing

struct ContestAmendmentTests {
    private static let yaml = """
        contest: c
        mode: contest
        acceptPublicBank: true
        title: C
        banks: [b]
        rounds:
          - { id: one, title: Một, opens: 2026-11-01T00:00, closes: 2026-11-20T00:00 }
          - { id: two, title: Hai, opens: 2026-11-21T00:00, closes: 2026-11-30T00:00 }
        rules:
          minutes: 10
        groups:
          - { id: g, title: G, blueprint: [{ topic: t, count: 5 }] }

        """
    private static let words = Vocabulary(
        topics: [Vocabulary.Term(code: "t", title: Message(vi: "t", en: "t"))],
        groups: [Vocabulary.Term(code: "g", title: Message(vi: "g", en: "g"))],
        unitTypes: []
    )

    /// How many things stand against a change of one text into another, on 24 November.
    private func refusals(_ old: String, _ new: String) throws -> Int {
        #expect(Self.yaml.contains(old))
        let former = try Contest(yaml: Array(Self.yaml.utf8), vocabulary: Self.words)
        let changed = try Contest(yaml: Array(Self.yaml.replacing(old, with: new).utf8), vocabulary: Self.words)
        let moment = Timestamp(milliseconds: 1_795_500_000_000)
        return ContestAmendment(from: former, to: changed, at: moment).refusals.count
    }

    @Test(arguments: [
        ("title: C", "title: D"), ("title: Hai", "title: Tuần hai"), ("title: G,", "title: Nhóm,"),
        ("closes: 2026-11-30T00:00", "closes: 2026-12-01T00:00"),
        ("rules:\n", "  - { id: three, title: Ba, opens: 2026-12-05T00:00, closes: 2026-12-06T00:00 }\nrules:\n"),
    ])
    func whatFavoursNobodyIsTaken(_ old: String, _ new: String) throws {
        #expect(try refusals(old, new) == 0)
    }

    @Test(arguments: [
        ("minutes: 10", "minutes: 12"), ("count: 5", "count: 4"), ("mode: contest", "mode: practice"),
        ("closes: 2026-11-30T00:00", "closes: 2026-11-29T00:00"),
        ("closes: 2026-11-20T00:00", "closes: 2026-11-20T12:00"),
        ("opens: 2026-11-21T00:00", "opens: 2026-11-22T00:00"),
        ("  - { id: two, title: Hai, opens: 2026-11-21T00:00, closes: 2026-11-30T00:00 }\n", ""),
    ])
    func anythingElseIsRefused(_ old: String, _ new: String) throws {
        #expect(try refusals(old, new) > 0)
    }
}
