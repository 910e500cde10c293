import QuizCore

extension JSONText {
    mutating func fields(of report: CoverageReport) {
        field("plan", report.plan)
        field("note", report.note)
        list("contests", report.contests) { json, contest in
            json.object { json in
                json.field("id", contest.id)
                json.field("title", contest.title)
                json.field("mode", contest.mode.rawValue)
            }
        }
        list("targets", report.targets) { json, line in json.object { $0.fields(of: line) } }
        list("types", report.types) { json, line in json.object { $0.fields(of: line, "type") } }
        list("levels", report.levels) { json, line in json.object { $0.fields(of: line, "level") } }
        list("units", report.units) { json, line in
            json.object { json in
                json.names(of: line.unit)
                json.field("level", line.unit.level)
                json.counts(of: line.tally)
                json.object("reach") { $0.fields(of: line.reach) }
                json.field("roster", line.roster)
                json.field("headcountOn", line.stated?.countedOn?.text)
                json.field("headcountSource", line.stated?.source)
            }
        }
        list("absent", report.absent) { json, unit in json.object { $0.names(of: unit) } }
        list("topics", report.topics) { json, line in
            json.object { json in
                json.field("group", line.group)
                json.field("topic", line.topic)
                json.fields(of: line.tally)
            }
        }
    }

    mutating func fields(of report: YearReport) {
        field("year", report.year)
        field("until", report.until.text)
        if let unit = report.unit { object("unit") { $0.names(of: unit) } }
        object("total") { $0.counts(of: report.total) }
        list("audiences", report.audiences) { json, line in
            json.object { json in
                json.field("group", line.group)
                json.counts(of: line.tally)
            }
        }
        object("coverage") { $0.fields(of: report.coverage) }
        list("comparison", report.comparison) { json, line in
            json.object { json in
                json.field("topic", line.topic)
                json.object("practice") { $0.fields(of: line.practice) }
                json.object("contests") { $0.fields(of: line.contests) }
                json.object("former") { $0.fields(of: line.former) }
            }
        }
        field("pressLine", report.pressLine)
    }

    /// What the codes of a report are called.
    mutating func titles(of vocabulary: Vocabulary) {
        func list(_ key: JSONKey, _ terms: [Vocabulary.Term], _ json: inout JSONText) {
            json.list(key, terms) { json, term in
                json.object { json in
                    json.field("code", term.code)
                    json.field("title", term.title.vi)
                    json.field("titleEn", term.title.en)
                }
            }
        }
        object("vocabulary") { json in
            list("unitTypes", vocabulary.unitTypes, &json)
            list("groups", vocabulary.groups, &json)
            list("topics", vocabulary.topics, &json)
        }
    }

    private mutating func names(of unit: ReportUnit) {
        field("code", unit.code)
        field("title", unit.title)
        field("type", unit.type)
    }

    private mutating func counts(of tally: PeopleTally) {
        field("registered", tally.registered)
        field("started", tally.started)
        field("people", tally.submitted)
        field("confirmed", tally.submittedConfirmed)
        field("claimed", tally.submitted - tally.submittedConfirmed)
        field("heads", tally.heads)
        field("attempts", tally.attempts)
        if tally.attempts > 0 { field("meanShare", thousandths: tally.shareSum / tally.attempts) }
    }

    private mutating func fields(of reach: CoverageReport.Reach) {
        field("people", reach.people)
        field("confirmed", reach.confirmed)
        field("claimed", reach.claimed)
        if reach.headcount > 0 { field("headcount", reach.headcount) }
        field("counted", reach.counted)
        field("uncounted", reach.uncounted)
        field("share", share: reach.share)
    }

    private mutating func fields(of line: CoverageReport.GroupLine, _ name: JSONKey) {
        field(name, line.name)
        field("units", line.units)
        field("active", line.active)
        field("share", share: line.share)
        object("reach") { $0.fields(of: line.reach) }
    }

    private mutating func fields(of line: CoverageReport.TargetLine) {
        field("id", line.target.id)
        field("title", line.target.title)
        field("percent", line.target.percent)
        field("above", line.target.isAbove)
        field("source", line.target.source)
        field("count", line.count)
        field("whole", line.whole)
        field("uncounted", line.uncounted)
        field("share", share: line.share)
        if let isMet = line.isMet { field("met", isMet) }
    }

    /// Of too few people nothing is said but that they are few.
    private mutating func fields(of tally: TopicTally) {
        guard let share = tally.share else { return field("tooFew", tally.people > 0) }
        field("people", tally.people)
        field("answers", tally.answers)
        field("share", share: share)
    }

    /// A part of 1, with four decimals.
    private mutating func field(_ key: JSONKey, share: Double?) {
        guard let share, share.isFinite else { return }
        field(key, json: "\((min(share, 1_000_000) * 10_000).rounded() / 10_000)")
    }

    private mutating func field(_ key: JSONKey, thousandths: Int) {
        field(key, share: Double(thousandths) / 1_000)
    }
}
