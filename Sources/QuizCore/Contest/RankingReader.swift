/// Reads a chain of criteria.
struct RankingReader {
    let hasPrediction: Bool

    func read(_ field: Field) -> [Criterion]? {
        guard let fields = field.list() else { return nil }
        var criteria: [Criterion] = []
        for field in fields {
            guard let criterion: Criterion = field.choice() else { continue }
            check(criterion, after: criteria, field)
            criteria.append(criterion)
        }
        return criteria
    }

    private func check(_ criterion: Criterion, after criteria: [Criterion], _ field: Field) {
        let name = criterion.rawValue
        if criteria.contains(criterion) {
            field.faults.add(
                field.place,
                vi: "tiêu chí “\(name)” viết hai lần; chỉ giữ lại một",
                en: "the criterion '\(name)' is written twice; keep one of them"
            )
        } else if let last = criteria.first(where: \.isLast) {
            field.faults.add(
                field.place,
                vi:
                    "sau “\(last.rawValue)” không còn ai bằng nhau nên “\(name)” không bao giờ được xét; hãy đưa lên trước",
                en: "nobody is level after '\(last.rawValue)', so that '\(name)' never decides; move it before that"
            )
        } else if criterion == .prediction, !hasPrediction {
            field.faults.add(
                field.place,
                vi: "xếp hạng theo dự đoán mà không hỏi; hãy thêm khóa “prediction” hoặc bỏ tiêu chí này",
                en: "ranked by a prediction that is not asked; add the key 'prediction' or drop this criterion"
            )
        }
    }
}
