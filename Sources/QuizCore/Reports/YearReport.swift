/// What is reported once a year: counts, coverage, topics, and a line for the press.
package struct YearReport: Sendable {
    /// A topic in practice, in this year's contests and in last year's.
    package struct ComparisonLine: Hashable, Sendable {
        package let topic: String
        package let practice: TopicTally
        package let contests: TopicTally
        package let former: TopicTally
    }

    package let year: Int
    /// The last day that counts.
    package let until: CalendarDay
    /// `nil`: the whole register.
    package let unit: ReportUnit?
    package let total: PeopleTally
    /// By group, in the order of the vocabulary.
    package let audiences: [(group: String, tally: PeopleTally)]
    package let coverage: CoverageReport
    package let comparison: [ComparisonLine]

    package init(
        _ figures: ReportFigures,
        year: Int,
        until: CalendarDay,
        unit: String?,
        against targets: Targets,
        vocabulary: Vocabulary
    ) {
        self.year = year
        self.until = until
        self.unit = unit.flatMap { code in figures.units.first { $0.code == code } }
        let byGroup = figures.audiences
        let order = vocabulary.groups.map(\.code)
        let known = order.filter { byGroup[$0] != nil }
        let others = byGroup.keys.filter { !order.contains($0) }.sorted()
        audiences = (known + others).map { ($0, byGroup[$0] ?? PeopleTally()) }
        var total = PeopleTally()
        for tally in byGroup.values { total += tally }
        self.total = total
        coverage = CoverageReport(figures, against: targets)
        let (practice, contests, former) = (figures.practice.byTopic, figures.topics.byTopic, figures.former.byTopic)
        comparison = Set(practice.keys).union(contests.keys).union(former.keys).sorted().map { topic in
            ComparisonLine(
                topic: topic,
                practice: practice[topic] ?? TopicTally(),
                contests: contests[topic] ?? TopicTally(),
                former: former[topic] ?? TopicTally()
            )
        }
    }

    /// The default last day: what is due before 15 December counts up to the 14th.
    ///
    /// - Source: part IV.4 of the province's plan.
    package static func lastDay(of year: Int) -> CalendarDay? {
        CalendarDay(year: year, month: 12, day: 14)
    }

    /// The units of a type with the most people who took part.
    package func leading(_ types: [String], count: Int = 3) -> [CoverageReport.UnitLine] {
        let lines = coverage.units.filter { types.contains($0.unit.type) && $0.tally.submitted > 0 }
        return Array(
            lines.sorted { ($1.tally.submitted, $0.unit.code) < ($0.tally.submitted, $1.unit.code) }.prefix(count)
        )
    }

    /// The numbers in a sentence, as the press quotes them.
    package var pressLine: String {
        func listed(_ lines: [CoverageReport.UnitLine]) -> String {
            lines.map { "\($0.unit.title) (\($0.tally.submitted.grouped) người)" }.joined(separator: ", ")
        }
        let day = "\(until.day)/\(until.month)/\(until.year)"
        guard total.submitted > 0 else { return "Tính đến hết ngày \(day), chưa có người dự thi." }
        let schools = coverage.units.filter { ["thcs", "thpt"].contains($0.unit.type) }
        let active = schools.count { $0.tally.submitted > 0 }
        var sentences = [
            "Tính đến hết ngày \(day), đã có \(total.submitted.grouped) người dự thi với \(total.attempts.grouped) lượt thi"
                + (schools.isEmpty
                    ? "" : "; \(active.grouped)/\(schools.count.grouped) trường THCS, THPT có học sinh tham gia")
                + "."
        ]
        let places = leading(["xa-phuong"])
        if !places.isEmpty { sentences.append("Địa phương dẫn đầu: \(listed(places)).") }
        let units = leading(["so-nganh", "thcs", "thpt", "gdnn", "dai-hoc", "doan-the", "doanh-nghiep", "bao-chi"])
        if !units.isEmpty { sentences.append("Đơn vị dẫn đầu: \(listed(units)).") }
        return sentences.joined(separator: " ")
    }
}

extension Int {
    /// As in Việt Nam: `1.234.567`.
    fileprivate var grouped: String {
        let digits = String(magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "." }
            text.append(digit)
        }
        return (self < 0 ? "-" : "") + text
    }
}
