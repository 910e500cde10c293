/// Reads the outermost fields of a contest file.
struct ContestReader {
    static let keys = [
        "contest", "mode", "acceptPublicBank", "title", "timezone", "banks", "rounds", "rules", "groups", "prediction",
        "cumulative", "prizes", "prizeRules", "collective", "registration", "retention", "otherUnits",
    ]

    let vocabulary: Vocabulary
    private(set) var places = ContestPlaces()

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    mutating func read(_ map: MapReader) -> Contest? {
        let id = map.required("contest")?.id()
        let mode = mode(map)
        let acceptsPublicBank = map.optional("acceptPublicBank")?.boolean() ?? false
        let title = map.required("title")?.text(most: 300)
        map.optional("timezone")?.checkTimeZone()
        let banks = banks(map)
        let prediction = map.optional("prediction").flatMap(prediction)
        // A prediction with faults of its own is asked all the same.
        let hasPrediction = map.optional("prediction") != nil
        var rulesReader = RulesReader(mode: mode, hasPrediction: hasPrediction)
        let rules = map.required("rules").flatMap { rulesReader.read($0) }
        places.difficultyBand = rulesReader.difficultyBand
        var reader = GroupsReader(vocabulary: vocabulary)
        let groups = map.required("groups").flatMap { reader.read($0) }
        places.sections = reader.sections
        let rounds = rounds(map, mode, hasPrediction: hasPrediction, groups: reader.codes)
        guard let id, let title, let mode, let banks, let rounds, let rules, let groups else { return nil }
        let cumulative = map.optional("cumulative").flatMap {
            CumulativeReader(rules: rules, rounds: rounds).read($0)
        }
        let hasTotal = map.optional("cumulative") != nil
        let prizes = PrizesReader(rounds: rounds, groups: groups, hasTotal: hasTotal, vocabulary: vocabulary).read(map)
        let registration = RegistrationReader(
            identity: rules.identity,
            groups: groups,
            hasCollectivePrizes: !prizes.collective.isEmpty
        ).read(map.optional("registration"), at: map.place(of: "rules"), map.faults)
        return Contest(
            id: id,
            mode: mode,
            acceptsPublicBank: acceptsPublicBank,
            title: title,
            banks: banks,
            rounds: rounds,
            rules: rules,
            groups: groups,
            prediction: prediction,
            cumulative: cumulative,
            prizes: prizes,
            otherUnits: map.optional("otherUnits")?.boolean() ?? false,
            registration: registration,
            retention: map.optional("retention").flatMap(RetentionReader(rounds: rounds).read)
        )
    }

    private mutating func rounds(
        _ map: MapReader,
        _ mode: Contest.Mode?,
        hasPrediction: Bool,
        groups: [String]
    ) -> [Round]? {
        var reader = RoundsReader(
            mode: mode,
            hasPrediction: hasPrediction,
            vocabulary: vocabulary,
            banks: places.banks,
            groups: groups.isEmpty ? vocabulary.groups.map(\.code) : groups
        )
        defer { places.roundSections = reader.sections }
        return map.required("rounds").flatMap { reader.read($0) }
    }

    /// A real contest, the strictest, unless another mode is named.
    private func mode(_ map: MapReader) -> Contest.Mode? {
        guard let field = map.optional("mode") else { return .contest }
        return field.choice()
    }

    private mutating func banks(_ map: MapReader) -> [String]? {
        guard let fields = map.required("banks")?.list() else { return nil }
        var banks: [String] = []
        for field in fields {
            guard let id = field.id() else { continue }
            if let first = places.banks[id] {
                map.faults.add(
                    field.place,
                    vi: "ngân hàng “\(id)” đã có ở dòng \(first.line); chỉ giữ lại một",
                    en: "the bank '\(id)' stands in line \(first.line) already; keep one of them"
                )
                continue
            }
            places.banks[id] = field.place
            banks.append(id)
        }
        return banks
    }

    private func prediction(_ field: Field) -> PredictionQuestion? {
        guard let map = field.map(keys: Self.predictionKeys) else { return nil }
        let prompt = map.required("prompt")?.text(.many, most: 500)
        let target: PredictionQuestion.Target? = map.required("target")?.choice()
        let decimals = map.optional("decimals")?.integer(in: 0...5) ?? 0
        if decimals > 0, let target, target != .percentAllCorrect {
            map.faults.add(
                map.place(of: "decimals"),
                vi: "“\(target.rawValue)” là số đếm nên không có chữ số thập phân; hãy bỏ “decimals”",
                en: "'\(target.rawValue)' is a count and has no decimals; drop 'decimals'"
            )
        }
        guard let prompt, let target else { return nil }
        return PredictionQuestion(prompt: prompt, target: target, decimals: decimals)
    }

    static let predictionKeys = ["prompt", "target", "decimals"]
}

extension Field {
    /// All times are Việt Nam's (I11); the key is there so that a file says so itself.
    fileprivate func checkTimeZone() {
        guard let written = scalar(vi: "múi giờ", en: "a time zone"), written.text != "Asia/Ho_Chi_Minh" else { return }
        faults.add(place, vi: "chỉ nhận múi giờ Asia/Ho_Chi_Minh", en: "Asia/Ho_Chi_Minh is the only time zone taken")
    }
}
