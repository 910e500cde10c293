import QRCode
package import QuizCore

/// A certificate as one SVG page, A4 landscape: all that comes from people stands in it as text only.
package struct CertificateSheet {
    /// Unit: points.
    package static let width = 841.89
    package static let height = 595.276
    /// What the SVG counts in: tenths of a millimetre.
    private static let side = (width: 2_970, height: 2_100)

    let statement: CertificateStatement
    let rules: CertificateRules
    /// As the person wrote it; the certificate goes to the person.
    let name: String
    /// What the QR code leads to, with the signed text.
    let link: String

    package init(_ statement: CertificateStatement, rules: CertificateRules, name: String, link: String) {
        self.statement = statement
        self.rules = rules
        self.name = name
        self.link = link
    }

    /// - Throws: `QRCode.Failure` for a link that no code holds.
    package func svg() throws -> [UInt8] {
        var page = SVGText()
        page.frame(width: Self.side.width, height: Self.side.height)
        header(&page)
        body(&page)
        footer(&page)
        try code(&page)
        page.close()
        return Array(page.text.utf8)
    }

    private func header(_ page: inout SVGText) {
        page.centred(rules.signer.organization.uppercased(), at: 300, size: 50, weight: 600, room: 2_200)
        page.rule(at: 345, width: 360)
        let title = rules.title.uppercased()
        page.centred(title, at: 545, size: 150, weight: 700, room: 2_350, colour: SVGText.red, serif: true)
    }

    private func body(_ page: inout SVGText) {
        page.centred("Ban Tổ chức chứng nhận", at: 675, size: 50, room: 2_300, colour: SVGText.quiet)
        page.centred(name, at: 800, size: 118, weight: 700, room: 2_300, serif: true)
        page.centred(statement.unit, at: 935, size: 54, room: 2_300)
        var y = 1_035
        for line in rules.text {
            page.centred(line, at: y, size: 52, room: 2_350)
            y += 70
        }
        page.centred(statement.title, at: y + 20, size: 60, weight: 700, room: 2_350, serif: true)
        let result = "Bảng \(statement.group) – \(statement.result)"
        page.centred(result, at: y + 110, size: 52, weight: 600, room: 2_300)
    }

    private func footer(_ page: inout SVGText) {
        let centre = 2_130
        let date = rules.signer.date ?? statement.date
        let day = "ngày \(Self.two(date.day)) tháng \(Self.two(date.month)) năm \(date.year)"
        let place = (rules.signer.place.map { "\($0), " } ?? "") + day
        page.centred(place, at: 1_545, size: 44, room: 1_150, centre: centre, italic: true)
        page.centred(rules.signer.title.uppercased(), at: 1_615, size: 46, weight: 700, room: 1_150, centre: centre)
        if let name = rules.signer.name {
            page.centred(name, at: 1_890, size: 52, weight: 700, room: 1_150, centre: centre, serif: true)
        }
    }

    private func code(_ page: inout SVGText) throws {
        let code = try QRCode(link, correction: .low)
        page.code(path: code.svgPath, modules: code.svgSide, x: 300, y: 1_455, side: 440)
        page.line("Số: \(statement.number)", x: 770, y: 1_775, size: 38, weight: 600)
        page.line("Quét mã để kiểm tra chữ ký số.", x: 770, y: 1_830, size: 34, colour: SVGText.quiet)
        page.line("Không thay giấy tờ tùy thân.", x: 770, y: 1_878, size: 34, colour: SVGText.quiet)
    }

    private static func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}

extension CertificateStatement {
    /// The first digits of the id, for people.
    package var number: String {
        let digits = Array(id.hex.prefix(12).uppercased())
        return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<$0 + 4]) }.joined(separator: "-")
    }
}
