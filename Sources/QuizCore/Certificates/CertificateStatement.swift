/// What a certificate states, in the words that are signed: one line each, in a fixed order.
package struct CertificateStatement: Hashable, Sendable {
    package static let heading = "bang-vang certificate 1"
    /// Longer texts do not fit a QR code that a phone reads from paper.
    private static let limit = 160

    /// The attempt's public id: the number of the certificate.
    package let id: PublicID
    package let contest: String
    package let title: String
    /// As the person agreed to be shown (I15).
    package let name: String
    package let unit: String
    package let group: String
    /// `hoàn thành`, `18/20 điểm`, `hạng 3` ….
    package let result: String
    package let date: CalendarDay

    package init(
        id: PublicID,
        contest: String,
        title: String,
        name: String,
        unit: String,
        group: String,
        result: String,
        date: CalendarDay
    ) {
        self.id = id
        self.contest = contest
        self.title = Self.line(title)
        self.name = Self.line(name)
        self.unit = Self.line(unit)
        self.group = Self.line(group)
        self.result = Self.line(result)
        self.date = date
    }

    /// Reads a signed text.
    ///
    /// - Returns: `nil` unless it is what ``text`` would write.
    package init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        guard lines.count == 9, lines[0] == Self.heading, let id = PublicID(hex: lines[1]),
            let date = Self.day(lines[8])
        else { return nil }
        self.init(
            id: id,
            contest: lines[2],
            title: lines[3],
            name: lines[4],
            unit: lines[5],
            group: lines[6],
            result: lines[7],
            date: date
        )
        guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
    }

    package var text: String {
        [Self.heading, id.hex, contest, title, name, unit, group, result, date.text].joined(separator: "\n")
    }

    private static func day(_ text: String) -> CalendarDay? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? CalendarDay(year: parts[0], month: parts[1], day: parts[2]) : nil
    }

    /// In one line of a size that fits.
    private static func line(_ text: String) -> String {
        let spaced = String(text.map { $0.isNewline ? " " : $0 })
        return spaced.count <= limit ? spaced : String(spaced.prefix(limit - 1)) + "…"
    }
}
