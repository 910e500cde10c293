import QuizCore

/// Banks and groups for tests of what is drawn.
enum ExamplePool {
    static let day = CalendarDay(of: Timestamp(milliseconds: 1_795_500_000_000))

    static func question(
        _ id: String,
        topic: String = "mat-khau",
        difficulty: Difficulty = .easy,
        groups: [String] = ["can-bo"],
        kind: ChoiceKind = .single,
        options: [Option] = letters(4, correct: [0]),
        validTo: CalendarDay? = nil
    ) -> Question {
        Question(
            id: id,
            topic: topic,
            difficulty: difficulty,
            groups: groups,
            prompt: "Câu \(id)?",
            body: .choice(ChoiceQuestion(kind: kind, options: options)),
            explanation: "Vì thế.",
            source: "Sổ tay",
            validTo: validTo
        )
    }

    /// A question of any kind, as easy as the others.
    static func question(_ id: String, topic: String = "mat-khau", _ body: QuestionBody) -> Question {
        Question(
            id: id,
            topic: topic,
            difficulty: .easy,
            groups: ["can-bo"],
            prompt: "Câu \(id)?",
            body: body,
            explanation: "",
            source: ""
        )
    }

    /// Options A, B, C and so on.
    static func letters(_ count: Int, correct: Set<Int>, pinned: Set<Int> = []) -> [Option] {
        (0..<count).map { place in
            Option(
                text: PlaceSet.letter(place).uppercased(),
                isCorrect: correct.contains(place),
                isPinned: pinned.contains(place)
            )
        }
    }

    static func pool(_ questions: [Question]) -> QuestionPool {
        let bank = Bank(
            id: "thu",
            isPublic: true,
            title: "Thử",
            language: "vi",
            licence: "CC-BY-4.0",
            questions: questions
        )
        return QuestionPool(banks: [(bank, BankDigest(of: bank, by: LibCrypto()))], by: LibCrypto())
    }

    static func matrix(_ sections: [Section], _ questions: [Question]) -> (matrix: ExamMatrix, pool: QuestionPool) {
        let pool = pool(questions)
        let group = Group(id: "can-bo", title: "Cán bộ", blueprint: sections)
        return (ExamMatrix(group: group, pool: pool, day: day, by: LibCrypto()), pool)
    }

    /// Three topics of ten questions each, every third one hard, options of all shapes.
    static var mixed: [Question] {
        ["mat-khau", "lua-dao", "du-lieu"].flatMap { topic in
            (0..<10).map { number in
                question(
                    "\(topic)-\(number)",
                    topic: topic,
                    difficulty: number % 3 == 0 ? .hard : .easy,
                    kind: number == 9 ? .trueFalse : .single,
                    options: number == 9
                        ? letters(2, correct: [1])
                        : letters(3 + number % 4, correct: [0], pinned: number % 2 == 0 ? [0, 2] : [])
                )
            }
        }
    }
}
