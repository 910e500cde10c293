import QuizCore

extension QTI2Item {
    /// Matching and associating.
    mutating func readPairs(
        _ interaction: MarkupElement,
        _ response: QTI2Declaration,
        _ question: inout ForeignQuestion
    ) -> Bool {
        guard interaction.name == "matchInteraction" else { return readAssociation(interaction, response, &question) }
        let sets = interaction.children("simpleMatchSet").map { $0.children("simpleAssociableChoice") }
        guard sets.count == 2 else {
            refuse(interaction)
            return false
        }
        let lefts = sets[0].map { side($0, texts.read($0, aside: Self.isAside)) }
        let rights = sets[1].map { side($0, texts.read($0, aside: Self.isAside)) }
        return setPairs(lefts, rights, response, interaction, &question)
    }

    struct Side {
        let id: String
        let text: String
        let place: SourcePlace
    }

    private func side(_ element: MarkupElement, _ text: String) -> Side {
        Side(id: element["identifier"] ?? "", text: text, place: element.place)
    }

    /// Which side of a pair is the left one is not said: the one that is written first.
    private mutating func readAssociation(
        _ interaction: MarkupElement,
        _ response: QTI2Declaration,
        _ question: inout ForeignQuestion
    ) -> Bool {
        let choices = interaction.all("simpleAssociableChoice").map { side($0, texts.read($0, aside: Self.isAside)) }
        let pairs = response.correct.isEmpty ? response.earning : response.correct
        let firsts = pairs.compactMap { $0.split(separator: " ").first.map(String.init) }
        told.notice(
            interaction.place,
            vi: "câu ghép cặp tự do (associate) thành câu ghép đôi: vế viết trước trong đáp án thành vế trái",
            en: "an association becomes a matching: what its key writes first is the left side"
        )
        return setPairs(
            choices.filter { firsts.contains($0.id) },
            choices.filter { !firsts.contains($0.id) },
            response,
            interaction,
            &question
        )
    }

    /// Gaps on lines of their own are left sides, what is put into them the right ones.
    mutating func readGapMatch(
        _ interaction: MarkupElement,
        _ response: QTI2Declaration,
        _ question: inout ForeignQuestion
    ) -> Bool {
        let isChoice: (MarkupElement) -> Bool = {
            ["gapText", "gapImg", "prompt"].contains($0.name) || Self.isAside($0)
        }
        let text = readPrompt(interaction, aside: isChoice) { $0.name == "gap" }
        let gaps = interaction.all("gap")
        guard interaction.all("gapImg").isEmpty, let (intro, sentences) = QTIGaps(text).sentences(),
            sentences.count == gaps.count
        else {
            told.fault(
                interaction.place,
                vi: "câu kéo chữ vào chỗ trống này không nhận được: mỗi chỗ trống cần một dòng riêng, và chỉ dùng chữ",
                en: "this gap match cannot be taken: every gap needs a line of its own, and only texts are taken"
            )
            return false
        }
        if !intro.isEmpty, case .scalar(let prompt, _)? = question["prompt"]?.content {
            question.set(
                "prompt",
                [prompt, intro].filter { !$0.isEmpty }.joined(separator: "\n"),
                at: interaction.place
            )
        }
        let lefts = zip(gaps, sentences).map { side($0, $1) }
        let rights = interaction.all("gapText").map { side($0, texts.read($0, aside: Self.isAside)) }
        return setPairs(lefts, rights, response, interaction, &question)
    }

    private mutating func setPairs(
        _ lefts: [Side],
        _ rights: [Side],
        _ response: QTI2Declaration,
        _ interaction: MarkupElement,
        _ question: inout ForeignQuestion
    ) -> Bool {
        guard areDistinct(lefts.map(\.id), interaction), areDistinct(rights.map(\.id), interaction),
            let key = pairKey(lefts, rights, response, interaction)
        else { return false }
        let texts = Dictionary(rights.map { ($0.id, $0) }) { first, _ in first }
        var pairs: [DocumentNode] = []
        for left in lefts {
            guard let right = key[left.id].flatMap({ texts[$0] }) else {
                told.fault(
                    left.place,
                    vi: "vế trái này không có vế phải trong đáp án; hãy thêm vào đáp án hoặc bỏ vế này",
                    en: "this left side has no right side in the key; add it to the key or take it out"
                )
                return false
            }
            let sides: [(String, DocumentNode)] = [
                ("left", .text(left.text, at: left.place)), ("right", .text(right.text, at: right.place)),
            ]
            pairs.append(.map(sides, at: left.place))
        }
        question.set("kind", "match", at: question.place)
        question.set("pairs", .list(pairs, at: interaction.place))
        let extra = rights.filter { !key.values.contains($0.id) }
        if let first = extra.first {
            question.set("extra", .list(extra.map { .text($0.text, at: $0.place) }, at: first.place))
        }
        return true
    }

    private mutating func pairKey(
        _ lefts: [Side],
        _ rights: [Side],
        _ response: QTI2Declaration,
        _ interaction: MarkupElement
    ) -> [String: String]? {
        let sides = QTI2Pairs(lefts: lefts.map(\.id), rights: rights.map(\.id))
        switch sides.find(response, { score(response, $0) }) {
        case .key(let key): return key
        case .unverified(let key):
            tellUnverified(response.place)
            return key
        case .dangling(let value): tellDangling(value, response.correctPlace)
        case .contradiction: tellContradiction(response.place)
        case .ambiguous: tellAmbiguous(response.place)
        case .nothing: tellNoKey(response.place)
        case .manyToOne:
            told.fault(
                response.correctPlace,
                vi: "một vế thuộc về nhiều vế khác; ở đây mỗi vế trái có đúng một vế phải riêng",
                en: "one side belongs to several; here every left side has one right side of its own"
            )
        }
        return nil
    }
}
