import QuizCore

/// Two questions that show how a sheet is filled in.
enum SheetTemplate {
    /// Lines that say which words the columns for topics and groups take.
    static func legend(_ language: SheetLanguage, _ vocabulary: Vocabulary) -> [String] {
        [(SheetField.topic, vocabulary.topics), (.groups, vocabulary.groups)].map { field, terms in
            let words = terms.map { "\($0.code) (\(language == .vietnamese ? $0.title.vi : $0.title.en))" }
            return "\(field.heading(language)): \(words.joined(separator: "; "))"
        }
    }

    static func questions(_ language: SheetLanguage, _ vocabulary: Vocabulary) -> [Question] {
        let isVietnamese = language == .vietnamese
        let topic = vocabulary.topics.first?.code ?? "topic"
        let groups = vocabulary.groups.prefix(1).map(\.code)
        let texts: [(prompt: String, options: [String], explanation: String)] =
            isVietnamese
            ? [
                (
                    "Mật khẩu nào dưới đây khó đoán nhất?",
                    ["Ngày sinh của mình", "123456", "Một cụm nhiều từ ngẫu nhiên", "Tên trường"],
                    "Độ dài và tính ngẫu nhiên làm mật khẩu khó đoán."
                ),
                (
                    "Nên đưa mã OTP cho người gọi đến tự xưng là nhân viên ngân hàng.", ["Đúng", "Sai"],
                    "Ngân hàng không bao giờ hỏi mã OTP."
                ),
            ]
            : [
                (
                    "Which password is the hardest to guess?",
                    ["A date of birth", "123456", "A phrase of several random words", "The name of a school"],
                    "Length and randomness make a password hard to guess."
                ),
                (
                    "A caller from the bank may be told a one-time code.", ["True", "False"],
                    "No bank ever asks for a one-time code."
                ),
            ]
        let correct = [2, 1]
        return texts.enumerated().map { index, text in
            let options = text.options.enumerated().map { Option(text: $1, isCorrect: $0 == correct[index]) }
            return Question(
                id: index == 0 ? "vd-001" : "vd-002",
                topic: topic,
                difficulty: .easy,
                groups: groups,
                prompt: text.prompt,
                body: .choice(ChoiceQuestion(kind: index == 0 ? .single : .trueFalse, options: options)),
                explanation: text.explanation,
                source: isVietnamese ? "Ghi văn bản hoặc tài liệu làm căn cứ" : "Name the document this rests on"
            )
        }
    }
}
