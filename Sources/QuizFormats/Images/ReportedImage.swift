package import Foundation
package import QuizCore

/// A picture of a bank on its way between processes.
package struct ReportedImage: Codable, Hashable, Sendable {
    package let file: String
    package let type: ImageType
    package let width: Int
    package let height: Int
    /// Unit: bytes.
    package let size: Int
    /// As they are to be kept; they travel apart.
    package let bytes: Data

    private enum CodingKeys: CodingKey {
        case file, type, width, height, size
    }

    private init(_ image: Image, _ bytes: Data) {
        file = image.file
        type = image.facts.type
        width = image.facts.width
        height = image.facts.height
        size = bytes.count
        self.bytes = bytes
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        file = try values.decode(String.self, forKey: .file)
        type = try values.decode(ImageType.self, forKey: .type)
        width = try values.decode(Int.self, forKey: .width)
        height = try values.decode(Int.self, forKey: .height)
        size = try values.decode(Int.self, forKey: .size)
        bytes = Data()
    }

    private init(_ other: ReportedImage, bytes: Data) {
        file = other.file
        type = other.type
        width = other.width
        height = other.height
        size = bytes.count
        self.bytes = bytes
    }

    /// The same with its bytes, once they have come.
    func with(_ bytes: Data) -> ReportedImage {
        ReportedImage(self, bytes: bytes)
    }

    /// The pictures of a bank, or of what is sound of it; all together too much, they are a fault of it.
    static func kept(_ judged: inout JudgedBank, _ stock: ImageStock) -> [ReportedImage] {
        guard let bank = judged.bank ?? judged.sound else { return [] }
        do throws(Faults) {
            return try all(of: bank, stock)
        } catch {
            judged = JudgedBank(error)
            return []
        }
    }

    /// - Throws: If all of them together are too much.
    private static func all(of bank: Bank, _ stock: ImageStock) throws(Faults) -> [ReportedImage] {
        let images = bank.images.values.sorted { $0.file < $1.file }.map { image in
            ReportedImage(image, Data(stock.contents[image.file] ?? []))
        }
        let total = images.reduce(0) { $0 + $1.bytes.count }
        guard total <= ImageStock.maximumSize else { throw BankPackage.tooMuch(total) }
        return images
    }

    fileprivate func content(by cryptography: any Cryptography) -> ImageContent {
        let bytes = Array(bytes)
        let digest = cryptography.sha256(bytes)
        return ImageContent(
            facts: ImageFacts(digest: digest, type: type, width: width, height: height),
            bytes: bytes
        )
    }
}

extension BankReport {
    /// The bank and its pictures.
    ///
    /// Names of pictures are their digests, taken here anew: what another process says is not believed in that.
    ///
    /// - Returns: `nil` where there are faults.
    package func bank(
        vocabulary: Vocabulary,
        by cryptography: any Cryptography
    ) throws(Faults) -> (bank: Bank, images: [ImageContent])? {
        guard let yaml else { return nil }
        return try bank(in: yaml, vocabulary: vocabulary, by: cryptography)
    }

    /// The same of ``yaml`` or ``sound``.
    package func bank(
        in yaml: String,
        vocabulary: Vocabulary,
        by cryptography: any Cryptography
    ) throws(Faults) -> (bank: Bank, images: [ImageContent]) {
        let contents = images.map { (file: $0.file, content: $0.content(by: cryptography)) }
        let facts = Dictionary(contents.map { ($0.file, $0.content.facts) }, uniquingKeysWith: { first, _ in first })
        let bank = try Bank(yaml: Array(yaml.utf8), vocabulary: vocabulary, images: ImageStock(facts: facts))
        return (bank, contents.map(\.content))
    }
}

extension ImageStock {
    /// What is told of pictures that are taken, and of files that are not.
    func notices(used: Set<String>) -> [Fault] {
        var notices: [Fault] = []
        func tell(_ names: Set<String>, vi: String, en: String) {
            guard !names.isEmpty else { return }
            let first = names.sorted().prefix(20).map(\.excerpt).joined(separator: ", ")
            let list = first + (names.count > 20 ? ", …" : "")
            let message = Message(vi: "\(vi): \(list)", en: "\(en): \(list)")
            notices.append(Fault(line: 0, column: 0, message: message))
        }
        tell(
            cleaned.intersection(used),
            vi: "đã gỡ siêu dữ liệu (như nơi chụp, giờ chụp, tên máy) khỏi ảnh; hình không đổi",
            en: "metadata (such as place, time and device) was taken out of pictures; what they show is the same"
        )
        tell(
            names.subtracting(used),
            vi: "tệp không câu nào dùng, bị bỏ qua",
            en: "files that no question uses are left out"
        )
        return notices
    }
}
