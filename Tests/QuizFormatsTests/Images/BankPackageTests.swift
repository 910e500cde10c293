import Foundation
import QuizCore
import QuizFormats
import Testing

struct BankPackageTests {
    private static let name = "nhan-dien-lua-dao"

    private func report(_ bytes: [UInt8], _ format: BankFormat = .zip) throws -> BankReport {
        let vocabulary = try Shipped.vocabulary()
        return BankReport(bytes, format, ImportSettings(), vocabulary: vocabulary, by: LibCrypto())
    }

    private func archive(_ files: [(String, [UInt8])]) -> [UInt8] {
        ZipBuilder().archive(files.map { ZipBuilder.Item($0.0, $0.1) })
    }

    /// The shipped bank that has pictures, as people would pack it.
    private func packed(
        under folder: String = "",
        without left: String? = nil,
        more: [(String, [UInt8])] = []
    ) throws
        -> [UInt8]
    {
        let images = try Shipped.images(Self.name).filter { $0.key != left }
        let files = images.map { ("\(folder)\(Self.name)/\($0.key)", $0.value) }
        return try archive([("\(folder)\(Self.name).yaml", Shipped.bytes(Self.name))] + files + more)
    }

    @Test(arguments: ["", "Ngân hàng/", "a/b/"])
    func aBankComesWithItsPictures(_ folder: String) throws {
        let report = try report(packed(under: folder, more: [("__MACOSX/._x.yaml", []), (".DS_Store", [])]))
        #expect(report.faults.isEmpty && report.notices.isEmpty)
        let vocabulary = try Shipped.vocabulary()
        let (bank, images) = try #require(try report.bank(vocabulary: vocabulary, by: LibCrypto()))
        #expect(try bank == Shipped.bank(Self.name))
        #expect(try Set(images.map(\.bytes)) == Set(Shipped.images(Self.name).values))
        #expect(images.allSatisfy { $0.facts.digest == LibCrypto().sha256($0.bytes) })
    }

    @Test func whatGoesOutComesInAgainByteForByte() throws {
        let bank = try Shipped.bank(Self.name)
        let images = try Shipped.images(Self.name)
        let written = BankPackage.write(bank, images: images)
        #expect(written == BankPackage.write(bank, images: images))
        let package = try BankPackage(written)
        #expect(try package.stock(by: LibCrypto()).contents == images)
        #expect(String(decoding: package.yaml, as: UTF8.self) == bank.yaml())
        #expect(try report(written).yaml == bank.yaml())
    }

    @Test func aPictureThatIsMissingIsToldWhereItIsNamed() throws {
        let told = try report(packed(without: "ld2-057-thanh-dia-chi.png"))
        #expect(told.yaml == nil && told.faults.count == 1)
        let fault = try #require(told.faults.first)
        let line = try String(decoding: Shipped.bytes(Self.name), as: UTF8.self).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )[fault.line - 1]
        #expect(line.contains("file: ld2-057-thanh-dia-chi.png"))
    }

    @Test func filesThatNobodyUsesAreToldAndLeftOut() throws {
        let told = try report(packed(more: [("\(Self.name)/thua.gif", [1, 2, 3])]))
        #expect(
            told.images.count == 3 && told.notices.map(\.en) == ["files that no question uses are left out: thua.gif"]
        )
    }

    @Test func whatIsNoPackageIsRefused() throws {
        #expect(try report(archive([("a.txt", [])])).faults.first?.en.contains("0 YAML files") == true)
        let two = archive([("a.yaml", []), ("b.yml", [])])
        #expect(try report(two).faults.first?.en.contains("2 YAML files") == true)
        #expect(try report([1, 2, 3]).faults.count == 1)
        #expect(try report(archive([("../a.yaml", [])])).faults.first?.en.contains("unsafe") == true)
        let heavy = (0..<31).map { ("\(Self.name)/\($0).png", [UInt8](repeating: UInt8($0), count: 500 << 10)) }
        #expect(try report(packed(more: heavy)).faults.first?.en.contains("16 MiB, 15 are the most") == true)
    }

    @Test func anArchiveIsKnownByWhatIsInIt() throws {
        #expect(try BankFormat.guess(name: "x.ZIP", packed()) == .zip)
        #expect(BankFormat.guess(name: "x.zip", archive([("imsmanifest.xml", []), ("a.xml", [])])) == .qti)
        #expect(BankFormat.guess(name: "x.zip", [1, 2]) == nil)
    }

    @Test func aReportWithPicturesTravels() throws {
        let told = try report(packed())
        var data = Data()
        try told.send { data += $0 }
        #expect(told.images.count == 3)
        #expect(try BankReport(received: data) == told)
        for wrong in [data.dropLast(), data + [0], data.prefix(5), Data([127]) + data.dropFirst(), Data()] {
            #expect(throws: (any Error).self) { try BankReport(received: wrong) }
        }
    }

    @Test func formatsWithoutRoomSaySo() throws {
        let bank = try Shipped.bank(Self.name)
        for format in [BankFormat.csv, .xlsx, .gift, .aiken] {
            let notices = try bank.written(as: format).notices
            let told = notices.last?.en ?? ""
            #expect(told.contains("3 questions go without theirs: ld2-056, ld2-057, ld2-058"), "\(format)")
        }
    }

    @Test func mutantsNeverEndTheProcess() throws {
        var random = SplitMix(state: 5)
        let yaml = """
            bank: a
            title: A
            language: vi
            licence: CC0-1.0
            questions:
              - { id: q, topic: mat-khau, difficulty: easy, groups: [can-bo], kind: short, prompt: Gì?, answers: [QR],
                  image: { file: a.png, alt: Một biển } }
            """
        let picture = try #require(try Shipped.images(Self.name)["ld2-057-thanh-dia-chi.png"])
        let sound = archive([("a.yaml", Array(yaml.utf8)), ("a/a.png", picture)])
        #expect(try report(sound).yaml != nil)
        for _ in 0..<300 {
            var file = sound
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                file[Int.random(in: 0..<file.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let told = try report(file)
            #expect((told.yaml == nil) == !told.faults.isEmpty)
        }
    }
}
