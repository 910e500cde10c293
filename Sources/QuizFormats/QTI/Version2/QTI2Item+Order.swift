import QuizCore

extension QTI2Item {
    mutating func readOrder(
        _ interaction: MarkupElement,
        _ response: QTI2Declaration,
        _ question: inout ForeignQuestion
    ) -> Bool {
        let choices = interaction.outermost { $0.name == "simpleChoice" }
        let ids = choices.map { $0["identifier"] ?? "" }
        guard areDistinct(ids, interaction) else { return false }
        guard let row = row(response, ids) else { return false }
        let elements = Dictionary(zip(ids, choices)) { first, _ in first }
        let items = row.compactMap { elements[$0] }.map { choice in
            let text = DocumentNode.text(texts.read(choice, aside: Self.isAside), at: choice.place)
            return DocumentNode.map([("text", text)], at: choice.place)
        }
        question.set("kind", "order", at: question.place)
        question.set("items", .list(items, at: interaction.place))
        return true
    }

    /// The identifiers in their right order; `nil` when it is not clear, which is told.
    private mutating func row(_ response: QTI2Declaration, _ ids: [String]) -> [String]? {
        let row = response.correct
        if let value = row.first(where: { !ids.contains($0) }) {
            tellDangling(value, response.correctPlace)
            return nil
        }
        guard !row.isEmpty else {
            tellNoKey(response.place)
            return nil
        }
        guard row.count == ids.count, Set(row).count == row.count else {
            told.fault(
                response.correctPlace,
                vi: "đáp án chỉ xếp \(row.count) trong \(ids.count) mục; ở đây phải xếp đủ các mục, mỗi mục một lần",
                en: "the key puts \(row.count) of \(ids.count) items in order; here all are put in order, each once"
            )
            return nil
        }
        guard let right = score(response, row), let none = score(response, []), right > none else {
            tellUnverified(response.place)
            return row
        }
        // Any other order that earns as much, as far as neighbours go.
        for place in row.indices.dropLast() {
            var other = row
            other.swapAt(place, place + 1)
            guard let mark = score(response, other), mark < right else {
                tellAmbiguous(response.place)
                return nil
            }
        }
        return row
    }
}
