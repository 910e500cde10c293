extension ItemFlag {
    /// What is wrong, for people.
    package var title: Message {
        switch self {
        case .suspectKey(let name):
            Message(vi: "Có thể đáp án sai: xem lại “\(name)”", en: "The key may be wrong: look at '\(name)'")
        case .leak(let rise):
            Message(
                vi: "Có thể lộ đề: về sau dễ hơn \(Self.percent(rise)) điểm phần trăm",
                en: "May have leaked: \(Self.percent(rise)) percentage points easier later on"
            )
        case .tooHard: Message(vi: "Quá khó", en: "Too hard")
        case .tooEasy: Message(vi: "Quá dễ", en: "Too easy")
        case .deadDistractors(let labels):
            Message(
                vi: "Phương án không ai chọn: \(labels.joined(separator: ", "))",
                en: "Hardly anybody chooses: \(labels.joined(separator: ", "))"
            )
        }
    }

    /// What to do about it.
    package var advice: Message {
        switch self {
        case .suspectKey(let name):
            Message(
                vi: """
                    Người làm tốt các câu khác lại chọn “\(name)”, còn người làm kém chọn đáp án đang ghi. Hãy đọc lại câu \
                    hỏi và văn bản nguồn với một người am hiểu. Nếu đáp án sai thì sửa điểm cho mọi bài và ghi rõ lý do.
                    """,
                en: """
                    Those who do well elsewhere choose '\(name)', and those who do not choose the key. Read the question \
                    and its source again with somebody who knows. If the key is wrong, correct the marks of all papers \
                    and say why.
                    """
            )
        case .leak:
            Message(
                vi: """
                    Câu này dễ dần theo thời gian trong khi các câu khác thì không. Hãy tìm câu hỏi trên mạng xã hội và \
                    trong các nhóm chat. Nếu đã lộ thì không rút câu này nữa ở đợt sau; riêng con số này chưa đủ để kết \
                    luận ai gian lận.
                    """,
                en: """
                    This question became easier while the others did not. Look for it on social media and in chats. If \
                    it is out, draw it no more in later rounds; this figure alone accuses nobody.
                    """
            )
        case .tooHard:
            Message(
                vi: "Chưa đến 20 % số điểm đạt được. Hãy xem câu có mơ hồ, đánh đố hay ngoài tài liệu ôn không.",
                en: "Less than 20 % of its points are earned. Is it unclear, a trick, or not in what people could read?"
            )
        case .tooEasy:
            Message(
                vi: "Từ 95 % số điểm trở lên đạt được nên không phân loại được ai. Hãy thay hoặc viết lại cho đợt sau.",
                en: "95 % of its points or more are earned, so it tells nobody apart. Replace or rewrite it for later."
            )
        case .deadDistractors:
            Message(
                vi: "Chưa đến 2 % chọn phương án này. Hãy viết lại cho hợp lý hơn, hoặc bỏ đi.",
                en: "Less than 2 % choose it. Rewrite it so that it could be true, or leave it out."
            )
        }
    }

    private static func percent(_ share: Double) -> String {
        String(Int((share * 100).rounded()))
    }
}
