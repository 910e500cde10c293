/// Tells the texts of one question that a reader could not tell apart.
struct SeenTexts {
    /// What they are: 'phương án', 'option'.
    let vi: String
    let en: String
    private var firsts: [[UInt8]: SourcePlace] = [:]

    init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    mutating func check(_ text: String, _ field: Field) {
        let normal = text.normal
        guard let first = firsts[normal] else {
            firsts[normal] = field.place
            return
        }
        field.faults.add(
            field.place,
            vi: "\(vi) này đã có ở dòng \(first.line); chữ hoa và dấu cách không làm cho khác nhau",
            en: "this \(en) stands in line \(first.line) already; case and spaces do not tell them apart"
        )
    }
}

extension Field {
    /// A list whose length is within bounds; what is beyond them is told and read all the same.
    func list(_ counts: ClosedRange<Int>) -> [Field]? {
        guard let fields = list() else { return nil }
        if !counts.contains(fields.count) {
            faults.add(
                place,
                vi: "\(vi) có \(fields.count) mục; cần từ \(counts.lowerBound) đến \(counts.upperBound)",
                en: "\(en) has \(fields.count) items; \(counts.lowerBound) to \(counts.upperBound) are needed"
            )
        }
        return fields
    }
}
