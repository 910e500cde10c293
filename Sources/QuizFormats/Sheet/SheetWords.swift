import QuizCore

/// Words of people for what the native format has codes for.
enum SheetWords {
    static func difficulty(_ text: String) -> Difficulty? {
        difficulties[text.folded]
    }

    private static let difficulties: [String: Difficulty] = [
        "easy": .easy, "de": .easy, "nhan biet": .easy, "nb": .easy, "co ban": .easy, "1": .easy, "low": .easy,
        "medium": .medium, "trung binh": .medium, "tb": .medium, "thong hieu": .medium, "th": .medium, "vua": .medium,
        "2": .medium, "hard": .hard, "kho": .hard, "van dung": .hard, "vd": .hard, "van dung cao": .hard,
        "vdc": .hard, "nang cao": .hard, "3": .hard, "high": .hard, "difficult": .hard,
    ]

    static func kind(_ text: String) -> QuestionKind? {
        let words = text.folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
        return kinds[words]
    }

    private static let kinds: [String: QuestionKind] = {
        let lists: [(QuestionKind, [String])] = [
            (
                .single,
                [
                    "single", "mot dap an", "1 dap an", "mot lua chon", "chon mot", "trac nghiem",
                    "trac nghiem mot dap an",
                    "single choice", "multiple choice", "one answer", "mc",
                ]
            ),
            (
                .multiple,
                [
                    "multiple", "nhieu dap an", "nhieu lua chon", "chon nhieu", "trac nghiem nhieu dap an",
                    "multiple answers", "multiple response", "multiple select", "checkbox", "checkboxes",
                ]
            ),
            (.trueFalse, ["truefalse", "true false", "dung sai", "d s", "t f", "true or false", "dung hay sai"]),
            (.order, ["order", "ordering", "sap xep", "sap xep thu tu", "thu tu", "sequence"]),
            (.match, ["match", "matching", "ghep doi", "ghep noi", "noi cot", "noi", "ghep cap"]),
            (
                .short,
                [
                    "short", "dien", "dien tu", "dien khuyet", "tra loi ngan", "dien vao cho trong", "short answer",
                    "fill in the blank", "fill in",
                ]
            ),
            (.numeric, ["numeric", "numerical", "so", "dien so", "tinh", "number"]),
            (.message, ["message", "tin nhan", "tim dau hieu", "thu gia", "tin nhan gia", "phishing"]),
        ]
        return Dictionary(
            lists.flatMap { kind, names in names.map { ($0, kind) } },
            uniquingKeysWith: { first, _ in first }
        )
    }()

    /// Whether a word names a kind that other programs have and we do not.
    static func isUnsupported(_ text: String) -> Bool {
        let words = text.folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
        return unsupported.contains(words)
    }

    private static let unsupported: Set<String> = [
        "tu luan", "cau tu luan", "cau hoi tu luan", "cau hoi mo", "viet", "bai viet", "nop tep", "tai tep len",
        "essay", "long answer", "paragraph", "open", "open ended", "free text", "file upload",
    ]

    static func name(_ difficulty: Difficulty, _ language: SheetLanguage) -> String {
        guard language == .vietnamese else { return difficulty.rawValue }
        return switch difficulty {
        case .easy: "Dễ"
        case .medium: "Trung bình"
        case .hard: "Khó"
        }
    }

    static func name(_ kind: QuestionKind, _ language: SheetLanguage) -> String {
        guard language == .vietnamese else { return kind.rawValue }
        return switch kind {
        case .single: "Một đáp án"
        case .multiple: "Nhiều đáp án"
        case .trueFalse: "Đúng/Sai"
        case .order: "Sắp xếp"
        case .match: "Ghép đôi"
        case .short: "Điền từ"
        case .numeric: "Điền số"
        case .message: "Tin nhắn"
        }
    }

    /// `Đ` and `S`, `true` and `false`; a `D` without its stroke only where no option has that letter.
    static func truth(_ text: String) -> Bool? {
        let lowered = text.trimmed.composed.lowercased()
        if lowered == "đ" { return true }
        return switch lowered.folded {
        case "dung", "true", "t", "x", "co", "yes", "y", "d": true
        case "sai", "false", "f", "khong", "no", "n", "s": false
        default: nil
        }
    }

    /// Whether an option is one of the two words for a statement that is true or false.
    static func optionTruth(_ text: String) -> Bool? {
        // Most options are sentences.
        guard text.utf8.count <= 12 else { return nil }
        return switch text.folded {
        case "dung", "true", "co", "yes": true
        case "sai", "false", "khong", "no": false
        default: nil
        }
    }

    static func role(_ text: String) -> MessageQuestion.Role? {
        MessageQuestion.Role(rawValue: text) ?? roles[text.folded]
    }

    private static let roles: [String: MessageQuestion.Role] = [
        "sender": .sender, "from": .sender, "nguoi gui": .sender, "tu": .sender, "to": .to, "nguoi nhan": .to,
        "den": .to, "time": .time, "thoi gian": .time, "subject": .subject, "tieu de": .subject, "chu de": .subject,
        "address": .address, "dia chi": .address, "heading": .heading, "de muc": .heading, "text": .text,
        "van ban": .text, "noi dung": .text, "link": .link, "lien ket": .link, "button": .button, "nut": .button,
        "attachment": .attachment, "dinh kem": .attachment, "tep dinh kem": .attachment, "field": .field,
        "o nhap": .field,
    ]

    static func channel(_ text: String) -> MessageQuestion.Channel? {
        switch text.folded {
        case "email", "thu dien tu", "e-mail", "thu": .email
        case "sms", "tin nhan", "tin nhan sms": .sms
        case "chat", "zalo", "messenger", "tro chuyen": .chat
        case "web", "trang web", "website": .web
        default: nil
        }
    }

    /// `1/7/2026` and `2026-07-01` as the native format writes days; anything else as it stands.
    static func day(_ text: String) -> String {
        let parts = text.split { "/.-".contains($0) }
        guard parts.count == 3, let year = Int(parts[2]), parts[2].count == 4, let month = Int(parts[1]),
            let day = Int(parts[0])
        else { return text }
        return CalendarDay(year: year, month: month, day: day)?.text ?? text
    }
}
