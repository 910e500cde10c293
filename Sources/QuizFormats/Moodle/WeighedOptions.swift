import QuizCore

/// Options as Moodle weighs them, turned into options that are right or wrong.
struct WeighedOptions {
    struct Weighed {
        let text: String
        /// Unit: per cent of the mark.
        let weight: Double
        let place: SourcePlace

        var isFull: Bool { weight > 99.99 }
    }

    let options: [Weighed]
    /// One can be picked.
    let isSingle: Bool
    /// How many of the last stay last.
    let pinned: Int

    /// Sets kind and options, and tells of weights that ours cannot hold.
    func set(_ question: inout ForeignQuestion, kind named: String?, _ bank: inout ForeignBank) {
        let rights = options.filter { isSingle ? $0.isFull : $0.weight > 0 }
        let kind = isSingle || rights.count == 1 && rights[0].isFull ? "single" : "multiple"
        question.set("kind", named ?? kind, at: question.place)
        let nodes = options.enumerated().map { index, option in
            DocumentNode.option(
                option.text,
                isCorrect: isSingle ? option.isFull : option.weight > 0,
                isPinned: index >= options.count - pinned,
                at: option.place
            )
        }
        question.set("options", .list(nodes, at: options.first?.place ?? question.place))
        tellWeights(rights, &bank)
    }

    private func tellWeights(_ rights: [Weighed], _ bank: inout ForeignBank) {
        guard !isSingle else {
            for option in options where option.weight > 0 && !option.isFull {
                bank.notice(
                    option.place,
                    vi: "phương án được \(option.percent) điểm thành phương án sai: ở đây phương án chỉ đúng hoặc sai",
                    en: "an option worth \(option.percent) becomes a wrong one: options are right or wrong here"
                )
            }
            return
        }
        guard let first = rights.first, rights.contains(where: { abs($0.weight - first.weight) > 1 }) else { return }
        for option in rights {
            bank.notice(
                option.place,
                vi: "trọng số \(option.percent) bị bỏ qua: ở đây các đáp án đúng có giá trị như nhau",
                en: "the weight \(option.percent) is left out: right options count alike here"
            )
        }
    }
}

extension WeighedOptions.Weighed {
    fileprivate var percent: String {
        let hundredths = Int((weight * 100).rounded())
        return hundredths.isMultiple(of: 100) ? "\(hundredths / 100)%" : "\(Double(hundredths) / 100)%"
    }
}
