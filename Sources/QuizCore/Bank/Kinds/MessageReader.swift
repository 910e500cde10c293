extension BodyReader {
    func message() -> QuestionBody? {
        let channel: MessageQuestion.Channel? = map.required("channel")?.choice()
        guard let list = map.required("parts"), let fields = list.list(MessageQuestion.counts) else { return nil }
        let parts = fields.compactMap(part)
        // A part that could not be read may have been the suspicious one.
        guard parts.count == fields.count else { return nil }
        checkKey(parts, list)
        return channel.map { .message(MessageQuestion(channel: $0, parts: parts)) }
    }

    private func part(_ field: Field) -> MessageQuestion.Part? {
        guard let map = field.map(keys: ["role", "text", "suspicious"]) else { return nil }
        let role: MessageQuestion.Role? = map.required("role")?.choice()
        let text = map.required("text")?.text(.many, most: 1_000)
        let flag = map.optional("suspicious")
        let isSuspicious = flag == nil ? false : flag?.boolean()
        guard let role, let text, let isSuspicious else { return nil }
        return MessageQuestion.Part(role: role, text: text, isSuspicious: isSuspicious)
    }

    private func checkKey(_ parts: [MessageQuestion.Part], _ list: Field) {
        if !parts.contains(where: \.isSuspicious) {
            let remedy = list.faults.words.markSuspicious
            list.faults.add(
                list.place,
                vi: "chưa phần nào là dấu hiệu đáng ngờ; \(remedy.vi)",
                en: "no part is suspicious; \(remedy.en)"
            )
        } else if parts.allSatisfy(\.isSuspicious) {
            list.faults.add(
                list.place,
                vi: "phần nào cũng đáng ngờ; để ít nhất một phần không đáng ngờ",
                en: "all parts are suspicious; leave one at least that is not"
            )
        }
    }
}
