import Foundation
import QuizCore
import QuizFormats
import Testing

struct ForeignImageTests {
    private static let picture = (try? Shipped.images("nhan-dien-lua-dao")["ld2-058-ma-qr.png"]) ?? []

    private static func file(_ name: String, _ path: String = "/") -> String {
        let content = Data(picture).base64EncodedString(options: .lineLength76Characters)
        return "<file name=\"\(name)\" path=\"\(path)\" encoding=\"base64\">\(content)</file>"
    }

    private func read(_ text: String, _ files: String, format: String = "html") -> ForeignBank {
        MoodleXML.read(
            Array(
                """
                <quiz><question type="shortanswer"><questiontext format="\(format)"><text><![CDATA[\(text)]]></text>
                \(files)</questiontext><answer fraction="100"><text>QR</text></answer></question></quiz>
                """.utf8
            )
        )
    }

    @Test(
        arguments: [
            (
                "<p>Gì đây?<img src=\"@@PLUGINFILE@@/%E1%BA%A2nh%20(1).PNG\" alt=\"Biển &amp;\n quầy\"></p>",
                "Ảnh (1).PNG"
            ),
            ("Gì đây?<IMG width=5 alt='Biển & quầy' SRC='@@PLUGINFILE@@/Ảnh (1).PNG?time=17' />", "Ảnh (1).PNG"),
            ("Gì đây? <img alt=\"Biển &#38; quầy\" src=\"@@PLUGINFILE@@/Ảnh (1).PNG\">", "Ảnh (1).PNG"),
        ]
    )
    func aPictureOfMoodleIsTaken(_ text: String, _ name: String) throws {
        let bank = read(text, Self.file(name))
        #expect(bank.faults.isEmpty)
        #expect(bank.images == ["anh-1.png": Self.picture])
        let image = try #require(bank.questions.first?["image"])
        guard case .map(let fields) = image.content else { return #expect(Bool(false)) }
        #expect(fields.map(\.key) == ["file", "alt"])
        #expect(fields.compactMap(\.value.scalar) == ["anh-1.png", "Biển & quầy"])
        #expect(bank.questions.first?["prompt"]?.scalar == "Gì đây?")
        #expect(!bank.notices.contains { $0.message.en.contains("left out") })
    }

    @Test func aFolderWithinIsFollowedAndDataIsTaken() {
        let within = read("Gì? <img src=\"@@PLUGINFILE@@/h/a.png\" alt=\"Biển\">", Self.file("a.png", "/h/"))
        #expect(within.faults.isEmpty && within.images.keys.sorted() == ["a.png"])
        let inline = "data:image/png;base64,\(Data(Self.picture).base64EncodedString())"
        let data = read("Gì? <img src=\"\(inline)\" alt=\"Biển\">", "")
        #expect(data.faults.isEmpty && data.images == ["image": Self.picture])
    }

    @Test(
        arguments: [
            ("<img src=\"@@PLUGINFILE@@/a.png\">", "has no description; edit it in Moodle"),
            ("<img src=\"@@PLUGINFILE@@/a.png\" alt=\" \">", "has no description"),
            ("<img src=\"@@PLUGINFILE@@/b.png\" alt=\"B\">", "is not in the export"),
            (
                "<img src=\"@@PLUGINFILE@@/a.png\" alt=\"A\"><img src=\"@@PLUGINFILE@@/a.png\" alt=\"A\">",
                "shows 2 pictures"
            ),
            ("<img src=\"data:image/png,xyz\" alt=\"A\">", "is not in the export"),
        ]
    )
    func whatHindersIsAFault(_ text: String, _ told: String) {
        let bank = read("Gì? " + text, Self.file("a.png"))
        #expect(bank.faults.count == 1 && bank.faults.first?.message.en.contains(told) == true, "\(bank.faults)")
        #expect(bank.images.isEmpty)
    }

    @Test func picturesElsewhereAndInPlainTextAreNone() {
        let far = read("Gì? <img src=\"https://example.org/a.png\" alt=\"A\">", "")
        #expect(far.faults.isEmpty && far.images.isEmpty)
        #expect(far.notices.contains { $0.message.en.contains("an image in the text is left out") })
        let plain = read("<img src=\"@@PLUGINFILE@@/a.png\">", "", format: "plain_text")
        #expect(plain.faults.isEmpty && plain.images.isEmpty)
    }

    @Test func namesNeverMeet() {
        var bank = ForeignBank()
        let names = [("a b.png", [1]), ("a-b.png", [2]), ("x/a b.png", [1]), ("Ảnh", [3]), ("…", [4]), ("", [5])]
            .map { bank.addImage(named: $0.0, $0.1) }
        #expect(names == ["a-b.png", "a-b-2.png", "a-b.png", "anh", "image", "image-2"])
        #expect(bank.images["a-b-2.png"] == [2])
    }

    @Test func anUnclosedTagIsNoPicture() {
        let long = String(repeating: "<img src=\"", count: 20_000)
        let bank = read("Gì? " + long, "")
        #expect(bank.images.isEmpty && bank.faults.isEmpty)
    }

    @Test func aPictureThatIsNoneIsToldAtItsQuestion() throws {
        var bank = read("Gì? <img src=\"@@PLUGINFILE@@/a.png\" alt=\"Biển\">", Self.file("a.png"))
        #expect(bank.images.count == 1)
        let gif = bank.addImage(named: "g.gif", Array("GIF89a".utf8))
        var question = ForeignQuestion(place: SourcePlace(line: 9, column: 2))
        question.setImage(gif, alt: "Một hình", at: SourcePlace(line: 9, column: 5))
        bank.questions.append(question)
        let stock = ImageStock(files: bank.images, by: LibCrypto())
        do throws(Faults) {
            _ = try bank.bank(
                ImportSettings(),
                vocabulary: Vocabulary(topics: [], groups: [], unitTypes: []),
                images: stock,
                by: LibCrypto()
            )
            Issue.record("a GIF was taken")
        } catch {
            let told = error.faults.filter { $0.line == 9 && $0.column == 5 }.map(\.message.en)
            #expect(told == ["g.gif: this is GIF, which is not taken; save it as PNG or JPEG"])
        }
    }
}
