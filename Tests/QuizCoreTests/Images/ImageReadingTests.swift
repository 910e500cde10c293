import QuizCore
import Testing

/// Questions with a picture, in files and in digests.
struct ImageReadingTests {
    private static let stock = ImageStock(
        files: ["a.png": RealImages.png, "b.jpg": RealImages.jpeg, "c.gif": RealImages.gif],
        by: LibCrypto()
    )

    /// The picture stands in lines 13 to 15.
    private static func yaml(_ file: String, _ alt: String?) -> String {
        let alt = alt.map { "\n      alt: \($0)" } ?? ""
        return soundBank.changing(
            "    prompt: Mật khẩu nào khó đoán nhất?",
            to: "    prompt: Mật khẩu nào khó đoán nhất?\n    image:\n      file: \(file)\(alt)"
        )
    }

    private func bank(_ file: String = "a.png", _ alt: String = "Ô nhập mật khẩu") throws -> Bank {
        try Bank(yaml: Array(Self.yaml(file, alt).utf8), vocabulary: words, images: Self.stock)
    }

    @Test func aPictureIsReadAndComesBack() throws {
        let bank = try bank()
        let image = try #require(bank.questions[0].image)
        let kept = try ImageFile(RealImages.png).bytes
        #expect(image.facts.digest == LibCrypto().sha256(kept))
        #expect(image.facts.type == .png && image.facts.width == 24 && image.alt == "Ô nhập mật khẩu")
        #expect(bank.questions[1].image == nil && Array(bank.images.keys) == ["a.png"])
        let written = bank.yaml()
        let again = try Bank(yaml: Array(written.utf8), vocabulary: words, images: Self.stock)
        #expect(again == bank && again.yaml() == written)
        #expect(written.contains("    image:\n      file: a.png\n      alt: Ô nhập mật khẩu\n    options:\n"))
    }

    @Test(
        arguments: [
            ("a.png", nil, ["14:7: 'alt' is missing: write what the picture shows"]),
            ("a.png", "''", ["15:12: 'alt' must not be empty"]),
            ("a.png", "~", ["15:12: 'alt' is missing"]),
            ("a.png", "a.png", ["15:12: 'alt' is only the name of a file, 'a.png'"]),
            ("a.png", "A", ["15:12: 'alt' is only the name"]),
            ("a.png", "IMG_2041.JPG", ["15:12: 'alt' is only the name"]),
            ("a.png", String(repeating: "x", count: 501), ["15:12: 'alt' has 501 characters, 500"]),
            ("d.png", "Hình", ["14:13: there is no picture 'd.png'"]),
            ("c.gif", "Hình", ["14:13: c.gif: this is GIF, which is not taken; save it as PNG or JPEG"]),
            ("../a.png", "Hình", ["14:13: the picture's name '../a.png' may hold only"]),
            ("/a.png", "Hình", ["14:13: the picture's name"]),
            ("x/a.png", "Hình", ["14:13: the picture's name"]),
            (".a.png", "Hình", ["14:13: the picture's name"]),
            ("\"..\"", "Hình", ["14:13: the picture's name"]),
            ("'ảnh 1.png'", nil, ["14:7: 'alt' is missing", "14:13: the picture's name"]),
        ] as [(String, String?, [String])]
    )
    func whatIsWrongIsToldAtItsPlace(_ file: String, _ alt: String?, _ expected: [String]) {
        let found = told {
            _ = try Bank(yaml: Array(Self.yaml(file, alt).utf8), vocabulary: words, images: Self.stock)
        }
        #expect(match(found, expected), "\(found)")
    }

    @Test func withoutPicturesAtHandOneIsAFault() {
        #expect(match(toldOfBank(Self.yaml("a.png", "Hình")), ["14:13: there is no picture 'a.png'"]))
    }

    /// Both are of before there were pictures.
    @Test func aBankWithoutPicturesHasTheDigestsItHad() throws {
        let digest = BankDigest(of: try Bank(yaml: Array(soundBank.utf8), vocabulary: words), by: LibCrypto())
        #expect(digest.content.hex == "dd5a23cc6dea02ed00cd8442f5317bac9e2fba9171bbd39e80d5d7c9ed0ba05d")
        #expect(digest.paper.hex == "0ba13fb6d389b6b8c7dd5a62e681ef27cfe04f4ed4551b131f73a09189303f35")
    }

    /// Reckoned from docs/drawing.md by another program.
    @Test func aBankWithAPictureHasTheDigestsOfThePage() throws {
        let facts = ImageFacts(digest: [UInt8](repeating: 0x11, count: 32), type: .jpeg, width: 20, height: 30)
        let yaml = Array(Self.yaml("x.jpg", "Hình vuông").utf8)
        let bank = try Bank(yaml: yaml, vocabulary: words, images: ImageStock(facts: ["x.jpg": facts]))
        let digest = BankDigest(of: bank, by: LibCrypto())
        #expect(digest.content.hex == "77139f90a7b9f491f6008f13943789086a489b717b97f62bb3c022f83e144428")
        #expect(digest.paper.hex == "a655a97b6a79f93178fc9b8fe1f224bb04650caac6d258862dddaca67013e164")
    }

    @Test func thePictureAndItsWordsAreInBothDigests() throws {
        let digests = try [
            Bank(yaml: Array(soundBank.utf8), vocabulary: words), bank(), bank("b.jpg"), bank("a.png", "Ô khác"),
        ].map { BankDigest(of: $0, by: LibCrypto()) }
        #expect(Set(digests.map(\.content)).count == 4)
        #expect(Set(digests.map(\.paper)).count == 4)
    }

    @Test func theNameOfTheFileIsInNeither() throws {
        let stock = ImageStock(files: ["khac.png": RealImages.png], by: LibCrypto())
        let yaml = Array(Self.yaml("khac.png", "Ô nhập mật khẩu").utf8)
        let renamed = try Bank(yaml: yaml, vocabulary: words, images: stock)
        #expect(BankDigest(of: renamed, by: LibCrypto()) == BankDigest(of: try bank(), by: LibCrypto()))
    }
}
