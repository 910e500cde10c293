import Yams

/// Reads a contest file field by field.
final class ContestReader {
    let faults = FaultList()
    private(set) var sections: [String: [Node]] = [:]
    private let vocabulary: Vocabulary

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    func read(_ root: Node) -> Contest? {
        let keys = [
            "contest", "mode", "acceptPublicBank", "title", "timezone", "banks", "rounds", "rules", "groups",
            "prediction",
        ]
        guard let map = MapReader(root, keys: keys, faults) else { return nil }
        let id = map.id("contest")
        let mode: Contest.Mode = map.choice("mode", default: .contest)
        let title = map.text("title", most: 300)
        if let zone = map.value("timezone"), zone.string != "Asia/Ho_Chi_Minh" {
            faults.add(zone, "chỉ nhận múi giờ Asia/Ho_Chi_Minh", "Asia/Ho_Chi_Minh is the only time zone taken")
        }
        let banks = (map.list("banks") ?? []).compactMap { MapReader.text($0, "banks", most: 64, faults) }
        if Set(banks).count < banks.count {
            faults.add(map.value("banks"), "ngân hàng viết hai lần", "a bank is named twice")
        }
        let rounds = rounds(map, mode)
        let prediction = map.value("prediction").flatMap(prediction)
        let rules = map.required("rules").flatMap { self.rules($0, mode, hasPrediction: prediction != nil) }
        let groups = groups(map)
        guard let id, let title, let rules, !banks.isEmpty, !rounds.isEmpty, !groups.isEmpty else { return nil }
        return Contest(
            id: id,
            mode: mode,
            acceptsPublicBank: map.flag("acceptPublicBank"),
            title: title,
            banks: banks,
            rounds: rounds,
            rules: rules,
            groups: groups,
            prediction: prediction
        )
    }

    private func rounds(_ map: MapReader, _ mode: Contest.Mode) -> [Round] {
        var rounds: [Round] = []
        for node in map.list("rounds") ?? [] {
            guard let round = MapReader(node, keys: ["id", "title", "opens", "closes"], faults),
                let id = round.id("id"),
                let title = round.text("title", most: 200),
                let opens = round.required("opens").flatMap({ round.moment($0, "opens") })
            else { continue }
            let closes = round.value("closes").flatMap { round.moment($0, "closes") }
            if let closes, closes <= opens {
                faults.add(round.value("closes"), "đợt đóng trước khi mở", "the round closes before it opens")
            }
            if round.value("closes") == nil, mode == .contest {
                faults.add(
                    node,
                    "thiếu “closes”: cuộc thi thật phải có lúc đóng",
                    "'closes' is missing: a real contest must close"
                )
            }
            if rounds.contains(where: { $0.id == id }) {
                faults.add(round.value("id"), "mã đợt “\(id)” đã dùng", "the round id '\(id)' is taken")
            }
            if let last = rounds.last, last.closes.map({ opens < $0 }) ?? true {
                faults.add(
                    node,
                    "đợt mở khi đợt “\(last.id)” chưa đóng",
                    "the round opens before round '\(last.id)' closes"
                )
            }
            rounds.append(Round(id: id, title: title, opens: opens, closes: closes))
        }
        return rounds
    }

    private func prediction(_ node: Node) -> PredictionQuestion? {
        guard let map = MapReader(node, keys: ["prompt", "decimals"], faults), let prompt = map.text("prompt") else {
            return nil
        }
        return PredictionQuestion(prompt: prompt, decimals: map.integer("decimals", in: 0...5) ?? 0)
    }

    private func rules(_ node: Node, _ mode: Contest.Mode, hasPrediction: Bool) -> Rules? {
        let keys = [
            "minutes", "attempts", "counts", "scoring", "duration", "ranking", "showScore", "release", "identity",
            "lateStart",
        ]
        guard let map = MapReader(node, keys: keys, faults) else { return nil }
        if map.value("minutes") == nil { faults.add(node, "thiếu “minutes”", "'minutes' is missing") }
        let release: KeyRelease = map.choice("release", default: mode == .contest ? .roundClosed : .submission)
        if release == .submission, mode == .contest {
            faults.add(
                map.value("release"),
                "cuộc thi thật chỉ công bố đáp án khi đợt đã đóng (roundClosed)",
                "a real contest releases its key only when the round has closed (roundClosed)"
            )
        }
        guard let minutes = map.integer("minutes", in: 1...600) else { return nil }
        return Rules(
            minutes: minutes,
            attempts: attempts(map),
            counts: map.choice("counts", default: .best),
            scoring: scoring(map),
            duration: map.choice("duration", default: .lastChange),
            ranking: ranking(map, hasPrediction: hasPrediction),
            showScore: map.choice("showScore", default: .submission),
            release: release,
            identity: map.choice("identity", default: .phone),
            lateStart: map.choice("lateStart", default: .cut)
        )
    }

    private func attempts(_ map: MapReader) -> AttemptLimit {
        guard let node = map.value("attempts") else { return AttemptLimit(limit: 1, per: .round) }
        if node.string == "unlimited" { return AttemptLimit(limit: nil, per: .contest) }
        guard let attempts = MapReader(node, keys: ["limit", "per"], faults) else {
            return AttemptLimit(limit: 1, per: .round)
        }
        return AttemptLimit(
            limit: attempts.integer("limit", in: 1...1_000) ?? 1,
            per: attempts.choice("per", default: .round)
        )
    }

    private func scoring(_ map: MapReader) -> Scoring {
        let standard = Scoring(right: 1_000, wrong: 0, blank: 0, partial: .proportional)
        guard let node = map.value("scoring"),
            let scoring = MapReader(node, keys: ["right", "wrong", "blank", "partial"], faults)
        else { return standard }
        let right = scoring.points("right", default: 1_000)
        if right <= 0 { faults.add(scoring.value("right"), "“right” phải lớn hơn 0", "'right' must be above 0") }
        for key in ["wrong", "blank"] where scoring.points(key, default: 0) > 0 {
            faults.add(scoring.value(key), "“\(key)” không được lớn hơn 0", "'\(key)' must not be above 0")
        }
        return Scoring(
            right: right,
            wrong: scoring.points("wrong", default: 0),
            blank: scoring.points("blank", default: 0),
            partial: scoring.choice("partial", default: .proportional)
        )
    }

    private func ranking(_ map: MapReader, hasPrediction: Bool) -> [Criterion] {
        guard map.value("ranking") != nil else { return [.score, .duration, .earliest] }
        var criteria: [Criterion] = []
        for node in map.list("ranking") ?? [] {
            guard let criterion: Criterion = MapReader.choice(node, "ranking", faults) else { continue }
            if criteria.contains(criterion) {
                faults.add(node, "“\(criterion.rawValue)” viết hai lần", "'\(criterion.rawValue)' is written twice")
            }
            if criterion == .prediction, !hasPrediction {
                faults.add(
                    node,
                    "xếp hạng theo dự đoán nhưng không có câu hỏi dự đoán (prediction)",
                    "the ranking uses a prediction that is not asked (prediction)"
                )
            }
            criteria.append(criterion)
        }
        return criteria
    }

    private func groups(_ map: MapReader) -> [Group] {
        var groups: [Group] = []
        let keys = ["id", "title", "minimumAge", "maximumAge", "unitTypes", "rosterOnly", "blueprint"]
        for node in map.list("groups") ?? [] {
            guard let group = MapReader(node, keys: keys, faults) else { continue }
            let id = group.required("id").flatMap { MapReader.code($0, "id", of: vocabulary.groups, faults) }
            let title = group.text("title", most: 200)
            let minimum = group.integer("minimumAge", in: 0...120)
            let maximum = group.integer("maximumAge", in: 0...120)
            if let minimum, let maximum, maximum < minimum {
                faults.add(group.value("maximumAge"), "maximumAge nhỏ hơn minimumAge", "maximumAge is below minimumAge")
            }
            let types = (group.list("unitTypes", required: false) ?? []).compactMap {
                MapReader.code($0, "unitTypes", of: vocabulary.unitTypes, faults)
            }
            let blueprint = blueprint(group, id)
            guard let id, let title, !blueprint.isEmpty else { continue }
            if groups.contains(where: { $0.id == id }) {
                faults.add(group.value("id"), "bảng “\(id)” viết hai lần", "the group '\(id)' is written twice")
            }
            groups.append(
                Group(
                    id: id,
                    title: title,
                    minimumAge: minimum,
                    maximumAge: maximum,
                    unitTypes: types,
                    rosterOnly: group.flag("rosterOnly"),
                    blueprint: blueprint
                )
            )
        }
        return groups
    }

    private func blueprint(_ group: MapReader, _ id: String?) -> [Section] {
        var blueprint: [Section] = []
        let nodes = group.list("blueprint") ?? []
        for node in nodes {
            guard let section = MapReader(node, keys: ["topic", "difficulty", "count"], faults) else { continue }
            if section.value("count") == nil { faults.add(node, "thiếu “count”", "'count' is missing") }
            let topic = section.value("topic").flatMap { MapReader.code($0, "topic", of: vocabulary.topics, faults) }
            let difficulty: Difficulty? = section.value("difficulty").flatMap {
                MapReader.choice($0, "difficulty", faults)
            }
            guard let count = section.integer("count", in: 1...200) else { continue }
            if blueprint.contains(where: { $0.topic == topic && $0.difficulty == difficulty }) {
                faults.add(node, "phần này đã có ở trên", "this section stands above already")
            }
            blueprint.append(Section(topic: topic, difficulty: difficulty, count: count))
        }
        if blueprint.reduce(0, { $0 + $1.count }) > 200 {
            faults.add(group.value("blueprint"), "đề dài quá 200 câu", "the paper is longer than 200 questions")
        }
        if let id { sections[id] = nodes }
        return blueprint
    }
}
