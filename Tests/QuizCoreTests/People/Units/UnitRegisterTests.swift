import QuizCore
import Testing

/// Both trees and their history against an oracle that knows nothing but single units.
struct UnitRegisterTests {
    /// Units with random parents in both trees, ends and successors; none in a circle.
    private static func units(_ seed: UInt64) -> [Unit] {
        var random = SmallRandom(seed: seed)
        func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
        return (0..<60).map { number in
            // Only units with lower numbers stand above, and only those with higher ones follow.
            func above() -> String? { number == 0 || pick(5) == 0 ? nil : "u\(pick(number))" }
            let ends = number < 59 && pick(4) == 0
            let successors = ends ? Set((0..<pick(3)).map { _ in "u\(number + 1 + pick(59 - number))" }).sorted() : []
            return Unit(
                code: "u\(number)",
                title: "Đơn vị \(number)",
                type: "t",
                parent: above(),
                educationParent: pick(3) == 0 ? above() : nil,
                validFrom: pick(6) == 0 ? CalendarDay(year: 2025, month: 7, day: 1) : nil,
                validTo: ends ? CalendarDay(year: 2025, month: 6, day: 30) : nil,
                successors: successors
            )
        }
    }

    /// Whether one unit is above another or the same, looked up step by step.
    private static func isAbove(_ top: String, _ code: String, _ units: [String: Unit], _ tree: UnitTreeName) -> Bool {
        if top == code { return true }
        guard let unit = units[code] else { return false }
        let above = tree == .administrative ? unit.parent : unit.educationParent ?? unit.parent
        return above.map { isAbove(top, $0, units, tree) } ?? false
    }

    private static func current(_ code: String, _ units: [String: Unit], _ day: CalendarDay) -> Set<String> {
        guard let unit = units[code] else { return [] }
        let isValid = (unit.validFrom ?? day) <= day && day <= (unit.validTo ?? day)
        if isValid { return [code] }
        return unit.successors.reduce(into: []) { $0.formUnion(current($1, units, day)) }
    }

    /// As people read class lists: numbers by what they say, marks aside, the code last.
    @Test func titlesHaveAnOrder() {
        let titles = ["Lớp 10A", "Lớp 9B", "Lớp 9A", "Lớp 9A2", "Lớp 9a10", "Đống", "Dong", "Ánh"]
        let register = UnitRegister(
            units: titles.enumerated().map { Unit(code: "u\($0.offset)", title: $0.element, type: "t", parent: "x") }
        )
        let wanted = ["Ánh", "Đống", "Dong", "Lớp 9A", "Lớp 9A2", "Lớp 9a10", "Lớp 9B", "Lớp 10A"]
        #expect(register.all.map(\.title) == wanted)
        #expect(register.children(of: "x", in: .education).map(\.title) == wanted)
        #expect(register.inTitleOrder(["u0", "u2", "gone"]).map(\.title) == ["Lớp 9A", "Lớp 10A"])
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func treesAgreeWithTheOracle(_ seed: UInt64) throws {
        let list = Self.units(seed)
        let units = Dictionary(uniqueKeysWithValues: list.map { ($0.code, $0) })
        let register = UnitRegister(units: list)
        for unit in list {
            for tree in UnitTreeName.allCases {
                let below = list.map(\.code).filter { Self.isAbove(unit.code, $0, units, tree) }
                #expect(register.subtree(of: unit.code, in: tree) == Set(below))
                let above = list.map(\.code).filter { Self.isAbove($0, unit.code, units, tree) }
                #expect(Set(register.path(up: unit.code, in: tree)) == Set(above))
                #expect(register.path(up: unit.code, in: tree).first == unit.code)
            }
            // What a grant covers is what stands below it, in either tree.
            for other in list {
                let isBelow = register.subtree(of: unit.code).contains(other.code)
                #expect(register.path(up: other.code).contains(unit.code) == isBelow)
            }
            for day in [
                try #require(CalendarDay(year: 2025, month: 6, day: 30)),
                try #require(CalendarDay(year: 2025, month: 7, day: 1)),
            ] {
                let expected = Self.current(unit.code, units, day)
                #expect(Set(register.current(of: unit.code, on: day).map(\.code)) == expected)
                let rolledUp = expected.count == 1 ? expected.first : unit.code
                #expect(register.rolledUp(unit.code, on: day)?.code == rolledUp)
            }
        }
    }

    /// Circles are told in either tree, and only there: a file is read exactly if the oracle can climb to a top.
    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func circlesOfEitherTreeAreTold(_ seed: UInt64) {
        var random = SmallRandom(seed: seed)
        let count = 8
        var lines = ["units:"]
        var parents: [String: (String?, String?)] = [:]
        for number in 0..<count {
            func any() -> String? {
                Bool.random(using: &random) ? nil : "u\(Int.random(in: 0..<count, using: &random))"
            }
            let (parent, education) = (any(), any())
            parents["u\(number)"] = (parent, education)
            lines.append(
                "  - { code: u\(number), title: U, type: lop, parent: \(parent ?? "~"), educationParent: \(education ?? "~") }"
            )
        }
        func climbs(_ tree: UnitTreeName) -> Bool {
            parents.keys.allSatisfy { start in
                var next: String? = start
                for _ in 0...count {
                    guard let code = next else { return true }
                    let above = parents[code]
                    next = tree == .administrative ? above?.0 : above?.1 ?? above?.0
                }
                return false
            }
        }
        let isSound = UnitTreeName.allCases.allSatisfy(climbs)
        let units = try? Unit.list(yaml: Array(lines.joined(separator: "\n").utf8), vocabulary: words)
        #expect((units != nil) == isSound)
    }

    @Test func childrenAndTitlesFollowTheTrees() {
        let register = UnitRegister(units: [
            Unit(code: "tinh", title: "Tỉnh", type: "tinh", parent: nil),
            Unit(code: "so", title: "Sở Giáo dục và Đào tạo", type: "so-nganh", parent: "tinh"),
            Unit(code: "xa", title: "Xã Một", type: "xa-phuong", parent: "tinh"),
            Unit(code: "truong", title: "Trường THPT Một", type: "thpt", parent: "xa", educationParent: "so"),
            Unit(code: "lop", title: "Lớp 10A", type: "lop", parent: "truong"),
        ])
        #expect(register.children(of: "so", in: .education).map(\.code) == ["truong"])
        #expect(register.children(of: "so", in: .administrative).isEmpty)
        #expect(register.children(of: nil, in: .administrative).map(\.code) == ["tinh"])
        #expect(register.titles(above: "lop") == ["Tỉnh", "Xã Một", "Trường THPT Một"])
        #expect(register.path(up: "lop") == ["lop", "truong", "xa", "tinh", "so"])
        #expect(register.path(up: "nowhere").isEmpty && register.subtree(of: "nowhere").isEmpty)
    }
}
