/// The two digests of a bank.
///
/// `content` covers everything and is what a contest pins (I14). `paper` leaves out key, explanation and source, and is
/// what the seed of a paper takes in: were the key in it, every drawn paper would depend on which option is right, and
/// no test could show that nothing leaks before the seal (I3; docs/decisions/0004-two-digests.md).
package struct BankDigest: Hashable, Sendable {
    /// 32 bytes, SHA-256.
    package let content: [UInt8]
    /// 32 bytes, SHA-256.
    package let paper: [UInt8]

    package init(of bank: Bank, by cryptography: any Cryptography) {
        content = cryptography.sha256(Self.canonical(bank, withKey: true))
        paper = cryptography.sha256(Self.canonical(bank, withKey: false))
    }

    private static func canonical(_ bank: Bank, withKey: Bool) -> [UInt8] {
        var bytes = CanonicalBytes()
        // Pictures came later: a bank without any has the digests that it always had.
        let hasImages = bank.questions.contains { $0.image != nil }
        bytes.append(withKey ? "bang-vang/bank/v\(hasImages ? 2 : 1)" : "bang-vang/bank-paper/v\(hasImages ? 2 : 1)")
        bytes.append(bank.id)
        if withKey {
            bytes.append(bank.isPublic)
            bytes.append(bank.title)
            bytes.append(bank.language)
            bytes.append(bank.licence)
        }
        // Sorted: moving a question within the file changes nothing that anybody draws or marks.
        let sorted = bank.questions.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        bytes.append(sorted.count)
        for question in sorted {
            append(question, withKey: withKey, to: &bytes)
            if hasImages { append(question.image, to: &bytes) }
        }
        return bytes.bytes
    }

    /// The picture itself and what is said of it; what its file is called changes nothing.
    private static func append(_ image: Image?, to bytes: inout CanonicalBytes) {
        bytes.append(image != nil)
        guard let image else { return }
        bytes.append(image.facts.digest)
        bytes.append(image.alt)
    }

    private static func append(_ question: Question, withKey: Bool, to bytes: inout CanonicalBytes) {
        bytes.append(question.id)
        bytes.append(question.topic)
        bytes.append(question.difficulty.rawValue)
        bytes.append(question.groups.count)
        for group in question.groups { bytes.append(group) }
        bytes.append(question.prompt)
        bytes.append(question.validFrom?.text ?? "")
        bytes.append(question.validTo?.text ?? "")
        if withKey {
            bytes.append(question.explanation)
            bytes.append(question.source)
        }
        bytes.append(question.body.kind.rawValue)
        switch question.body {
        case .choice(let choice):
            bytes.append(choice.options.count)
            for option in choice.options {
                bytes.append(option.text)
                bytes.append(option.isPinned)
                if withKey { bytes.append(option.isCorrect) }
            }
        case .order(let order): bytes.append(list: withKey ? order.items : order.sorted)
        case .match(let match):
            bytes.append(list: match.pairs.map(\.left))
            bytes.append(list: match.rights)
            if withKey { for place in match.key { bytes.append(place) } }
        case .short(let short): if withKey { bytes.append(list: short.answers) }
        case .numeric(let numeric):
            bytes.append(numeric.unit)
            if withKey {
                bytes.append(numeric.answer.text)
                bytes.append(numeric.tolerance.text)
            }
        case .message(let message):
            bytes.append(message.channel.rawValue)
            bytes.append(message.parts.count)
            for part in message.parts {
                bytes.append(part.role.rawValue)
                bytes.append(part.text)
                if withKey { bytes.append(part.isSuspicious) }
            }
        }
    }
}
