import QuizCore

/// Few words, enough for the files of these tests.
let words = Vocabulary(
    topics: ["mat-khau", "ma-doc", "phap-luat"].map { .init(code: $0, title: Message(vi: $0, en: $0)) },
    groups: ["can-bo", "nguoi-dan", "thcs"].map { .init(code: $0, title: Message(vi: $0, en: $0)) },
    unitTypes: ["tinh", "xa-phuong", "lop"].map { .init(code: $0, title: Message(vi: $0, en: $0)) }
)

/// What a reading tells, each fault as `line:column: message` in English; nothing when all is well.
func told(_ read: () throws -> Void) -> [String] {
    do {
        try read()
        return []
    } catch let faults as Faults {
        return told(faults.faults)
    } catch {
        return ["\(error)"]
    }
}

func told(_ faults: [Fault]) -> [String] {
    faults.map { "\($0.line):\($0.column): \($0.message.en)" }
}

func toldOfBank(_ yaml: String) -> [String] {
    toldOfBank(Array(yaml.utf8))
}

func toldOfBank(_ bytes: [UInt8]) -> [String] {
    told { _ = try Bank(yaml: bytes, vocabulary: words) }
}

func toldOfContest(_ yaml: String) -> [String] {
    told { _ = try Contest(yaml: Array(yaml.utf8), vocabulary: words) }
}

/// Whether each fault begins as expected, and there is no other.
func match(_ told: [String], _ beginnings: [String]) -> Bool {
    told.count == beginnings.count && zip(told, beginnings).allSatisfy { $0.hasPrefix($1) }
}

/// A bank of two questions; lines 7 to 19 and 20 to 30.
let soundBank = """
    bank: co-ban
    public: true
    title: Kiến thức cơ bản
    language: vi
    licence: CC-BY-4.0
    questions:
      - id: mk-001
        topic: mat-khau
        difficulty: easy
        groups: [can-bo, thcs]
        kind: single
        prompt: Mật khẩu nào khó đoán nhất?
        options:
          - text: Ngày sinh
          - text: Năm từ ngẫu nhiên
            correct: true
          - { text: Cả hai, pinned: true }
        explanation: Dài và ngẫu nhiên thì khó đoán.
        source: Thực hành tốt
      - id: mk-002
        topic: ma-doc
        difficulty: hard
        groups: [nguoi-dan]
        kind: trueFalse
        prompt: Tệp lạ luôn an toàn.
        options: [{ text: Đúng }, { text: Sai, correct: true }]
        explanation: Tệp lạ có thể chứa mã độc.
        source: Cẩm nang
        validFrom: 2026-07-01
        validTo: 2027-06-30

    """

extension String {
    /// With the first occurrence of some words replaced.
    func changing(_ old: String, to new: String) -> String {
        guard let range = firstRange(of: old) else { return "the test changes what is not there: \(old)" }
        return replacingCharacters(in: range, with: new)
    }

    private func replacingCharacters(in range: Range<Index>, with new: String) -> String {
        String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
    }
}
