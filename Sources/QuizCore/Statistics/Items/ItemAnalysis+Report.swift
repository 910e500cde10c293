extension ItemAnalysis {
    private static let frequentTexts = 10

    /// What has come out so far.
    package func report() -> ItemReport {
        let windows = TimeWindows(slots, papers: papers)
        let asked = items.indices.filter { tallies[$0].moments.count > 0 }
        let tables = asked.map { table(of: tallies[$0], windows) }
        let outcomes = DriftTest(tables).outcomes
        return ItemReport(
            papers: scores.count,
            length: scores.meanX,
            meanScore: scores.meanY / Double(Self.whole),
            deviation: deviation,
            reliability: reliability,
            windows: windows.windows,
            items: asked.indices.map { figures(of: asked[$0], tables[$0], outcomes[$0]) }
        )
    }

    private var deviation: Double? {
        guard scores.count >= 2 else { return nil }
        return (scores.squaresY / Double(scores.count - 1)).squareRoot() / Double(Self.whole)
    }

    private var reliability: Reliability? {
        guard let deviation, let (covariance, pairs) = pairs.covariance else { return nil }
        var squares = 0.0
        var freedom = 0
        for tally in tallies.prefix(PairTally.maximumItems) where tally.moments.count >= 2 {
            squares += tally.moments.squaresX
            freedom += tally.moments.count - 1
        }
        guard freedom > 0 else { return nil }
        return Reliability(
            length: scores.meanX,
            variance: squares / Double(freedom),
            covariance: covariance,
            deviation: deviation,
            pairs: pairs
        )
    }

    private func table(of tally: ItemTally, _ windows: TimeWindows) -> [TrendModel.Cell] {
        var counts = Array(repeating: (count: 0, right: 0), count: windows.windows.count)
        for (slot, cell) in tally.slots {
            counts[windows.numbers[slot]].count += cell.count
            counts[windows.numbers[slot]].right += cell.right
        }
        return counts.map { TrendModel.Cell(count: $0.count, right: $0.right) }
    }

    private func figures(of number: Int, _ table: [TrendModel.Cell], _ outcome: DriftTest.Outcome?) -> ItemFigures {
        let tally = tallies[number]
        let item = items[number]
        let count = tally.moments.count
        let facility = tally.moments.meanX / Double(Credit.full)
        let discrimination = tally.moments.correlation
        let lines = lines(of: tally, item.question.body)
        let texts = texts(of: tally)
        return ItemFigures(
            item: item,
            count: count,
            blank: tally.blank,
            right: tally.right,
            facility: facility,
            interval: Interval(wilson: facility, of: count),
            discrimination: discrimination,
            upperLower: tally.classes.upperLowerIndex,
            lines: lines,
            wrongTexts: texts,
            seconds: tally.seconds.figures,
            windows: table.indices.map { window in
                ItemFigures.Window(
                    count: table[window].count,
                    right: table[window].right,
                    expected: outcome?.expected[window]
                )
            },
            drift: outcome?.drift,
            flags: FlagRule.flags(
                count: count,
                facility: facility,
                discrimination: discrimination,
                kind: item.question.body.kind,
                lines: lines,
                wrongTexts: texts,
                drift: outcome?.drift
            )
        )
    }

    private func lines(of tally: ItemTally, _ body: QuestionBody) -> [ItemFigures.Line] {
        AnswerLines(body).lines.enumerated().map { place, line in
            // Nobody has chosen anything: then nothing was added up.
            let chosen = place < tally.lines.count ? tally.lines[place] : ItemTally.Line()
            return ItemFigures.Line(
                label: line.label,
                text: line.text,
                isKey: line.isKey,
                count: chosen.count,
                share: Double(chosen.count) / Double(tally.moments.count),
                discrimination: tally.moments.correlation(ofThose: chosen.count, sum: chosen.rest)
            )
        }
    }

    private func texts(of tally: ItemTally) -> [ItemFigures.WrongText] {
        tally.wrongTexts.frequent(Self.frequentTexts).map { text, entry in
            ItemFigures.WrongText(
                text: text,
                count: entry.count,
                share: Double(entry.count) / Double(tally.moments.count),
                discrimination: tally.moments.correlation(ofThose: entry.count, sum: entry.rest)
            )
        }
    }
}
