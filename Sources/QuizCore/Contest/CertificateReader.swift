/// Reads the `certificates` of a contest file.
struct CertificateReader {
    static let keys = ["title", "text", "signer", "minimumPercent", "places", "from", "shows"]
    static let signerKeys = ["organization", "title", "name", "place", "date"]
    /// What fits on the sheet.
    private static let lines = 4

    let mode: Contest.Mode?

    func read(_ field: Field) -> CertificateRules? {
        guard let map = field.map(keys: Self.keys) else { return nil }
        if mode == .practice {
            return field.tell(
                vi: "luyện tập không có giấy chứng nhận; hãy bỏ “certificates”",
                en: "practice has no certificates; drop 'certificates'"
            )
        }
        let title = map.optional("title").map { $0.text(most: 60) } ?? "Giấy chứng nhận"
        let text = map.required("text").flatMap(lines)
        let signer = map.required("signer").flatMap(signer)
        let minimum = map.optional("minimumPercent")?.integer(in: 1...100)
        let places = map.optional("places")?.integer(in: 1...1_000_000)
        let from: ResultState? = map.optional("from").map { $0.choice() } ?? .verified
        let shows = map.optional("shows").map(facts) ?? []
        guard let title, let text, let signer, let from, let shows else { return nil }
        checkIsSettled(map, from, hangsOnPlaces: places != nil || shows.contains(.place))
        return CertificateRules(
            title: title,
            text: text,
            signer: signer,
            minimumPercent: minimum,
            places: places,
            from: from,
            shows: shows
        )
    }

    /// A place that still moves does not go onto paper.
    private func checkIsSettled(_ map: MapReader, _ from: ResultState, hangsOnPlaces: Bool) {
        guard hangsOnPlaces, from == .live || from == .frozen else { return }
        map.faults.add(
            map.place(of: "from"),
            vi: "giấy chứng nhận theo thứ hạng chỉ cấp từ “provisional” trở đi; hãy đổi “from”",
            en: "certificates by place are given from 'provisional' on; change 'from'"
        )
    }

    private func lines(_ field: Field) -> [String]? {
        guard let fields = field.list() else { return nil }
        guard fields.count <= Self.lines else {
            return field.tell(
                vi: "“text” có \(fields.count) dòng, nhiều nhất là \(Self.lines)",
                en: "'text' has \(fields.count) lines, \(Self.lines) are the most"
            )
        }
        let lines = fields.compactMap { $0.text(most: 120) }
        return lines.count == fields.count ? lines : nil
    }

    private func facts(_ field: Field) -> Set<CertificateRules.Fact>? {
        guard let fields = field.list() else { return nil }
        let facts: [CertificateRules.Fact] = fields.compactMap { $0.choice() }
        return facts.count == fields.count ? Set(facts) : nil
    }

    private func signer(_ field: Field) -> CertificateRules.Signer? {
        guard let map = field.map(keys: Self.signerKeys) else { return nil }
        let organization = map.required("organization")?.text(most: 100)
        let title = map.required("title")?.text(most: 60)
        let name = map.optional("name")?.text(most: 60)
        let place = map.optional("place")?.text(most: 40)
        let date = map.optional("date")?.day()
        guard let organization, let title else { return nil }
        return CertificateRules.Signer(
            organization: organization,
            title: title,
            name: name,
            place: place,
            date: date
        )
    }
}
