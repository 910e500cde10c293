import QuizCore
import Testing

struct PrizeReadingTests {
    /// Behind the full contest: line 41 on.
    private static let yaml =
        fullContest + """
            prizes:
              - board: total
                groups: [thcs]
                places:
                  - { title: Giải Nhất chung cuộc, count: 1, value: 5.000.000 đồng }
              - board: each-round
                places:
                  - { title: Giải Nhất, count: 1, value: '1.000.000 đồng' }
                  - { title: Giải Nhì, count: 3 }
            prizeRules: { onePerPerson: true, keep: earliest, atEdge: share }
            collective:
              - title: Giải tập thể
                board: total
                groups: all
                unitTypes: [xa-phuong, tinh]
                by: { rate: 1, prizePoints: 2 }
                then: participants
                minimum: 20
                points: { Giải Nhất: 10, Giải Nhì: 8 }
                places: [{ title: Giải Nhất, count: 1 }]

            """

    @Test func prizesAreRead() throws {
        let prizes = try Contest(yaml: Array(Self.yaml.utf8), vocabulary: words).prizes
        #expect(
            prizes.tables == [
                PrizeTable(
                    boards: ["total"],
                    groups: ["thcs"],
                    places: [PrizePlace(title: "Giải Nhất chung cuộc", count: 1, value: "5.000.000 đồng")]
                ),
                PrizeTable(
                    boards: ["tuan-1", "tuan-2"],
                    groups: ["can-bo", "thcs"],
                    places: [
                        PrizePlace(title: "Giải Nhất", count: 1, value: "1.000.000 đồng"),
                        PrizePlace(title: "Giải Nhì", count: 3),
                    ]
                ),
            ]
        )
        #expect(prizes.rules == PrizeRules(isOnePerPerson: true, kept: .earliest, edge: .share))
        let collective = try #require(prizes.collective.first)
        #expect(prizes.collective.count == 1)
        #expect(collective.formula.terms == [.init(.rate), .init(.prizePoints, weight: 2)])
        #expect(collective.formula.points == ["Giải Nhất": 10, "Giải Nhì": 8])
        #expect(collective.second?.terms == [.init(.participants)])
        #expect(collective.minimum == 20 && collective.needsHeadcount && collective.board == "total")
        #expect(try Contest(yaml: Array(fullContest.utf8), vocabulary: words).prizes == .none)
    }

    @Test(
        arguments: [
            (
                "board: total\n    groups: [thcs]", "board: tuan-3\n    groups: [thcs]",
                ["42:12: there is no round 'tuan-3'; did"]
            ),
            ("board: each-round", "board: [tuan-1, tuan-1]", ["46:12: 'tuan-1' is named twice"]),
            ("board: each-round", "board: total", ["46:5: the group 'thcs' of 'total' has prizes in line 42 already"]),
            ("board: each-round", "board: []", ["46:12: 'board' needs at least one item"]),
            ("cumulative: { of: best, best: 1 }\n", "\n", ["42:12: there is no board over all rounds"]),
            (
                "[thcs]\n    places", "[thpt]\n    places",
                ["43:14: the contest has no group 'thpt'; there are: can-bo, thcs"]
            ),
            ("[thcs]\n    places", "thcs\n    places", ["43:13: 'groups' must be all or a list of group codes"]),
            ("Giải Nhì, count: 3", "Giải Nhì, count: 0", ["49:35: 'count' must be a whole number from 1 to 10000"]),
            (
                "title: Giải Nhì, count: 3", "title: Giải Nhất, count: 3",
                ["49:18: the prize 'Giải Nhất' is in this table"]
            ),
            (
                "value: '1.000.000 đồng'", "value: '\(String(repeating: "1", count: 201))'",
                ["48:46: 'value' has 201 characters"]
            ),
            (
                "Giải Nhì, count: 3", "Giải Nhì, count: 3, worth: 5",
                ["45:9: this prize has no 'worth' while the one in line 49 has"]
            ),
            ("onePerPerson: true", "onePerPerson: false", ["50:42: 'keep' only means something with one prize"]),
            ("atEdge: share", "atEdge: guess", ["50:59: 'atEdge' does not take 'guess'; taken here: decide, share"]),
            ("then: participants", "then: people", ["57:11: 'then' does not take 'people'"]),
            (
                "prizePoints: 2", "prizePoint: 2",
                [
                    "56:20: unknown key 'prizePoint'; did you mean 'prizePoints'?",
                    "59:13: 'points' only goes with 'prizePoints'",
                ]
            ),
            ("prizePoints: 2", "prizePoints: 0", ["56:33: 'prizePoints' must be a whole number from 1 to 1000"]),
            ("    points: { Giải Nhất: 10, Giải Nhì: 8 }\n", "", ["52:5: the key 'points' is missing"]),
            ("Giải Nhì: 8", "Giải Nhì: 0", ["59:40: 'Giải Nhì' must be a whole number from 1 to 1000"]),
            ("then: participants", "then: meanOfTop", ["52:5: the key 'top' is missing"]),
            ("minimum: 20", "top: 5", ["58:10: 'top' only goes with 'meanOfTop'"]),
            ("unitTypes: [xa-phuong, tinh]", "unitTypes: [xa]", ["55:17: 'unitTypes': there is no code 'xa'"]),
        ] as [(String, String, [String])]
    )
    func aFaultIsToldWithItsPlace(_ old: String, _ new: String, _ expected: [String]) {
        let found = toldOfContest(Self.yaml.changing(old, to: new))
        #expect(match(found, expected), "\(found)")
    }

    @Test func worthMayNotRise() throws {
        let worth = Self.yaml.changing("count: 1, value: 5.000.000 đồng", to: "count: 1, worth: 5000000")
            .changing("value: '1.000.000 đồng'", to: "worth: 1000000")
        let sound = worth.changing("Giải Nhì, count: 3", to: "Giải Nhì, count: 3, worth: 1000000")
        let prizes = try Contest(yaml: Array(sound.utf8), vocabulary: words).prizes
        #expect(prizes.tables.flatMap(\.places).map(\.worth) == [5_000_000, 1_000_000, 1_000_000])
        let found = toldOfContest(worth.changing("Giải Nhì, count: 3", to: "Giải Nhì, count: 3, worth: 1000001"))
        #expect(match(found, ["49:45: this prize is worth more than the one above it (1000000)"]), "\(found)")
    }

    @Test func aMeanOverAllRoundsNeedsTheirBoard() {
        let yaml = Self.yaml.changing("cumulative: { of: best, best: 1 }\n", to: "")
            .changing("  - board: total\n    groups: [thcs]", to: "  - board: tuan-1\n    groups: [can-bo]")
            .changing("board: each-round", to: "board: tuan-2")
            .changing("then: participants", to: "then: meanOfTop\n    top: 5")
        let found = toldOfContest(yaml)
        #expect(match(found, ["52:12: a mean over all rounds needs their board"]), "\(found)")
    }
}
