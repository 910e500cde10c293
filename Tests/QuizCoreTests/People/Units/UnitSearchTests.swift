import QuizCore
import Testing

struct UnitSearchTests {
    private static let register: UnitRegister = {
        let rows: [(String, String, String, String?)] = [
            ("tinh", "Tỉnh Hà Tĩnh", "tinh", nil), ("sgd", "Sở Giáo dục và Đào tạo", "so-nganh", "tinh"),
            ("syt", "Sở Y tế", "so-nganh", "tinh"), ("ts", "Phường Thành Sen", "xa-phuong", "tinh"),
            ("p1", "Phường 1", "xa-phuong", "tinh"), ("dt", "Xã Đức Thọ", "xa-phuong", "tinh"),
            ("hs", "Xã Hương Sơn", "xa-phuong", "tinh"), ("hk", "Xã Hương Khê", "xa-phuong", "tinh"),
            ("hoa", "Xã Thạch Hòa", "xa-phuong", "tinh"), ("tan", "Xã Tân Lộc", "xa-phuong", "tinh"),
            ("tans", "Xã Tấn Lộc", "xa-phuong", "tinh"),
            ("ll", "Trường Trung học cơ sở Lê Lợi", "thcs", "ts"), ("ll2", "Trường THCS Lê Lợi", "thcs", "dt"),
            ("nd", "THPT Nguyễn Du", "thpt", "hs"), ("9a", "Lớp 9A", "lop", "ll2"), ("9b", "Lớp 9B", "lop", "ll2"),
            ("khac", "Khác", "khac", nil),
        ]
        let gone = Unit(
            code: "huyen",
            title: "Huyện Đức Thọ",
            type: "xa-phuong",
            parent: "tinh",
            validTo: CalendarDay(year: 2025, month: 6, day: 30)
        )
        return UnitRegister(units: rows.map { Unit(code: $0.0, title: $0.1, type: $0.2, parent: $0.3) } + [gone])
    }()

    private func find(
        _ text: String,
        types: [String] = [],
        day: CalendarDay? = CalendarDay(year: 2026, month: 1, day: 1)
    )
        -> [String]
    {
        Self.register.find(UnitQuery(text: text, types: types, day: day)).map(\.unit.code)
    }

    @Test(
        arguments: [
            // Without marks, đ as d, both places of a tone, any case, joined, as it is being typed.
            ("duc tho", "dt"), ("ĐỨC THỌ", "dt"), ("thach hoa", "hoa"), ("thạch hoà", "hoa"), ("thạch hòa", "hoa"),
            ("thanhsen", "ts"), ("huong kh", "hk"), ("nguyen d", "nd"),
            // Short forms, either way.
            ("p. thanh sen", "ts"), ("p.1", "p1"), ("thpt nguyen du", "nd"), ("ptth nguyễn du", "nd"),
            ("trung học phổ thông nguyễn du", "nd"), ("truong thpt nguyen du", "nd"), ("so gd&dt", "sgd"),
            ("sở giáo dục", "sgd"), ("x. huong son", "hs"), ("9a le loi", "9a"), ("lop 9b thcs le loi", "9b"),
            // One slip in a word of four letters or more: swapped, left out, put in, changed.
            ("huogn khe", "hk"), ("huong soon", "hs"), ("huonng khe", "hk"), ("nguyem du", "nd"), ("thanh senn", "ts"),
            // Another word for the kind.
            ("phuong duc tho", "dt"),
        ]
    )
    func theUnitThatIsMeantComesFirst(_ typed: String, _ code: String) {
        #expect(find(typed).first == code, "\(find(typed))")
    }

    @Test func marksDecideBetweenTheLike() {
        #expect(find("tân lộc").first == "tan")
        #expect(find("tấn lộc").first == "tans")
        #expect(Set(find("tan loc")) == ["tan", "tans"])
    }

    @Test func shortFormsFindBothWritings() {
        #expect(Set(find("thcs le loi").prefix(2)) == ["ll", "ll2"])
        #expect(Set(find("trung hoc co so le loi").prefix(2)) == ["ll", "ll2"])
        // What stands above tells two schools of one name apart.
        #expect(find("le loi duc tho").first == "ll2")
        #expect(find("le loi thanh sen").first == "ll")
    }

    @Test func onlyWhatIsAskedForComes() throws {
        #expect(find("đức thọ") == ["dt", "ll2"] || find("đức thọ").first == "dt")
        #expect(!find("duc tho").contains("huyen"))
        let before = try #require(CalendarDay(year: 2025, month: 6, day: 30))
        #expect(find("huyen duc tho", day: before).contains("huyen"))
        #expect(find("huyện đức thọ", day: nil).first == "huyen")
        #expect(find("le loi", types: ["thpt"]).isEmpty)
        #expect(find("", types: ["thpt"]) == ["nd"])
        #expect(find("9c le loi").isEmpty)
        #expect(find("xyz").isEmpty)
        #expect(!find("khac").contains("khac") && !find("").contains("khac"))
        #expect(Self.register.find(UnitQuery(text: "le loi", limit: 1)).count == 1)
    }

    @Test(
        arguments: [
            "", " ", "+++", "....", "p.", "\u{0}", "\u{301}\u{301}\u{301}", "'; DROP TABLE unit; --", "<script>", "%_%",
            "\u{202E}abc", "👩‍👩‍👧‍👦", String(repeating: "a", count: 100_000), String(repeating: "a ", count: 50_000),
            String(repeating: "e\u{301}\u{323}", count: 10_000), String(repeating: "p.", count: 10_000),
            "ﬁ ﷺ ½ Ⅷ ß İ ı",
        ]
    )
    func nothingTypedDoesHarm(_ typed: String) {
        #expect(find(typed).count <= 20)
    }

    /// Every title of a province is found by itself, without marks, and with any two letters of a long word swapped.
    @Test func everyTitleFindsItsUnit() {
        var random = SmallRandom(seed: 5)
        for unit in Self.register.all where unit.code != "khac" {
            for text in [unit.title, unit.title.folded, unit.title.uppercased()] {
                #expect(find(text, day: nil).prefix(2).contains(unit.code), "\(text): \(find(text, day: nil))")
            }
            var parts = unit.title.folded.split(separator: " ").map { Array($0) }
            guard let long = parts.indices.filter({ parts[$0].count >= 5 }).randomElement(using: &random) else {
                continue
            }
            let place = Int.random(in: 0..<parts[long].count - 1, using: &random)
            parts[long].swapAt(place, place + 1)
            let slipped = parts.map { String($0) }.joined(separator: " ")
            #expect(find(slipped, day: nil).contains(unit.code), "\(slipped)")
        }
    }

    /// A slip is what Damerau calls one: against a table of all pairs of edits.
    @Test func wordsOneSlipApartAreFound() {
        let unit = UnitRegister(units: [Unit(code: "a", title: "Kyanh", type: "t", parent: nil)])
        let letters = Array("kyanh")
        var near: Set<String> = []
        var far: Set<String> = ["kanyh", "hyank", "kyxxh", "xyanhx", "nh"]
        for place in letters.indices {
            var out = letters
            out.remove(at: place)
            near.insert(String(out))
            for letter in "abkz" {
                var changed = letters
                changed[place] = letter
                near.insert(String(changed))
                var more = letters
                more.insert(letter, at: place)
                near.insert(String(more))
            }
            if place + 1 < letters.count {
                var swapped = letters
                swapped.swapAt(place, place + 1)
                near.insert(String(swapped))
            }
        }
        far.subtract(near)
        // So that the last word is whole, another stands behind it.
        for typed in near { #expect(unit.find(UnitQuery(text: typed)).count == 1, "\(typed)") }
        for typed in far { #expect(unit.find(UnitQuery(text: typed)).isEmpty, "\(typed)") }
    }
}
