extension ContestDocument {
    /// Whether the contest can be held with these banks: all there, open to it, and enough questions for every section.
    ///
    /// - Parameters:
    ///   - given: Banks at hand; those that the contest does not name play no part.
    ///   - today: When a round that never closes is looked at, once it is open.
    /// - Returns: Faults in the order of their places in the contest file; none when all is well.
    package func feasibilityFaults(banks given: [Bank], today: CalendarDay) -> [Fault] {
        let faults = FaultList()
        let pinned = given.filter { contest.banks.contains($0.id) }
        checkBanks(pinned, faults)
        checkQuestions(pinned, faults)
        // Without a bank every section would be short of questions, which says nothing new.
        if Set(pinned.map(\.id)).count == contest.banks.count {
            for round in contest.rounds {
                let banks = contest.banks(of: round)
                let questions = pinned.filter { banks.contains($0.id) }.flatMap(\.questions)
                for group in contest.groups {
                    check(group, with: questions.filter { $0.groups.contains(group.id) }, in: round, today, faults)
                }
            }
        }
        return faults.faults.faults
    }

    private func checkBanks(_ pinned: [Bank], _ faults: FaultList) {
        for id in contest.banks {
            let banks = pinned.filter { $0.id == id }
            let place = places.banks[id] ?? .file
            if banks.isEmpty {
                faults.add(
                    place,
                    vi: "chưa có ngân hàng “\(id)”; hãy nhập ngân hàng trước (bank import) hoặc sửa mã",
                    en: "there is no bank '\(id)'; import it first (bank import) or mend the id"
                )
            } else if banks.count > 1 {
                faults.add(
                    place,
                    vi: "có \(banks.count) ngân hàng cùng mã “\(id)” nên câu hỏi của chúng trùng mã; hãy đổi mã",
                    en: "there are \(banks.count) banks '\(id)', so that their questions share ids; rename them"
                )
            }
            if banks.contains(where: \.isPublic), contest.mode == .contest, !contest.acceptsPublicBank {
                faults.add(
                    place,
                    vi: "đáp án của ngân hàng “\(id)” đã công khai; nếu vẫn dùng, hãy thêm “acceptPublicBank: true”",
                    en: "the key of bank '\(id)' is public; to use it all the same, add 'acceptPublicBank: true'"
                )
            }
        }
    }

    /// One question in two banks could come twice in a paper; and a pool counts its questions in 16 bits.
    private func checkQuestions(_ pinned: [Bank], _ faults: FaultList) {
        var firsts: [[[UInt8]]: (bank: String, id: String)] = [:]
        for bank in pinned {
            for question in bank.questions {
                let other = firsts.updateValue((bank.id, question.id), forKey: question.likeness)
                guard let other, other.bank != bank.id else { continue }
                faults.add(
                    places.banks[bank.id] ?? .file,
                    vi: "câu “\(question.id)” của ngân hàng “\(bank.id)” trùng câu “\(other.id)” của “\(other.bank)”",
                    en: "question '\(question.id)' of '\(bank.id)' is the same as '\(other.id)' of '\(other.bank)'"
                )
            }
        }
        let count = pinned.reduce(0) { $0 + $1.questions.count }
        if count > QuestionPool.maximumQuestions {
            faults.add(
                .file,
                vi: "các ngân hàng có tất cả \(count) câu hỏi, nhiều nhất là \(QuestionPool.maximumQuestions)",
                en: "the banks have \(count) questions together, \(QuestionPool.maximumQuestions) are the most"
            )
        }
    }

    private func check(
        _ group: Group,
        with questions: [Question],
        in round: Round,
        _ today: CalendarDay,
        _ faults: FaultList
    ) {
        var worst: [Int: (shortage: Shortage, day: CalendarDay)] = [:]
        let blueprint = contest.blueprint(of: group, in: round)
        let days = round.days(of: questions, today)
        for day in days {
            for shortage in Shortage.all(in: blueprint, with: questions.filter { $0.isValid(on: day) }) {
                guard worst[shortage.index].map({ shortage.missing > $0.shortage.missing }) ?? true else { continue }
                worst[shortage.index] = (shortage, day)
            }
        }
        if let band = contest.rules.difficultyBand, worst.isEmpty {
            let edges = Set([days.first, days.last].compactMap { $0 }).sorted()
            checkBand(band, blueprint, questions, (group, round, edges), faults)
        }
        let sections = places.sections(of: group, in: round)
        for (index, found) in worst.sorted(by: { $0.key < $1.key }) {
            let place = sections.indices.contains(index) ? sections[index] : .file
            let message = found.shortage.message(group, blueprint[index], round, found.day)
            faults.add(Fault(line: place.line, column: place.column, message: message))
        }
    }
}

extension ContestDocument {
    /// A band that few papers lie in would be missed again and again, and then the nearest paper taken.
    private static let leastShare = 0.2

    private func checkBand(
        _ margin: Int,
        _ blueprint: [Section],
        _ questions: [Question],
        _ asked: (group: Group, round: Round, days: [CalendarDay]),
        _ faults: FaultList
    ) {
        let found = asked.days.map { day in
            let valid = questions.filter { $0.isValid(on: day) }
            let sections = blueprint.map { section in
                (count: section.count, weights: valid.filter(section.admits).map(\.difficulty.weight))
            }
            let band = DifficultyBand(margin: margin, sections: sections)
            return (share: DifficultySpread(sections: sections).share(in: band), middle: band.middle, day: day.text)
        }
        guard let (share, thousandths, day) = found.min(by: { $0.share < $1.share }), share < Self.leastShare else {
            return
        }
        let percent = Int(share * 100)
        let middle = "\(thousandths / 1_000).\(String(1_000 + thousandths % 1_000).dropFirst())"
        let (round, group) = (asked.round.id, asked.group.id)
        faults.add(
            places.difficultyBand ?? .file,
            vi: "đợt “\(round)”, nhóm “\(group)”: ngày \(day) chỉ \(percent) % số đề có độ khó trong "
                + "\(middle) ± \(margin); hãy nới “difficultyBand” hoặc ghi “difficulty” cho từng phần",
            en: "round '\(round)', group '\(group)': on \(day) only \(percent) % of all papers lie within "
                + "\(middle) ± \(margin); widen 'difficultyBand' or name the 'difficulty' of each section"
        )
    }
}

extension Round {
    /// The days of the round on which other questions may be valid than the day before.
    ///
    /// Its first and its last, and between them those on which a question comes or goes. Of a round that never closes
    /// there is one: the day it opens, or today after that.
    fileprivate func days(of questions: [Question], _ today: CalendarDay) -> [CalendarDay] {
        let first = CalendarDay(of: opens)
        guard let closes else { return [max(first, today)] }
        let last = CalendarDay(of: closes.adding(milliseconds: -1))
        let comings = questions.compactMap(\.validFrom)
        let goings = questions.compactMap(\.validTo).map {
            CalendarDay(of: $0.start.adding(milliseconds: CalendarDay.length))
        }
        return Set([first, last] + (comings + goings).filter { first < $0 && $0 < last }).sorted()
    }
}

extension Question {
    /// Two questions with the same one are the same to a reader.
    fileprivate var likeness: [[UInt8]] {
        [prompt.normal] + shown.map(\.normal).sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// What stands below the prompt.
    private var shown: [String] {
        switch body {
        case .choice(let choice): choice.options.map(\.text)
        case .order(let order): order.items
        case .match(let match): match.pairs.map(\.left) + match.rights
        case .short: []
        case .numeric(let numeric): [numeric.unit]
        case .message(let message): message.parts.map(\.text)
        }
    }
}
