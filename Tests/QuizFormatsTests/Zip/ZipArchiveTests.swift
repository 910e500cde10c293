import QuizCore
import QuizFormats
import Testing

struct ZipArchiveTests {
    private let sound: [ZipBuilder.Item] = [
        .init("a.txt", "Tiếng Việt"),
        .init("thư mục/đề.xml", String(repeating: "<a/>", count: 500)),
        .init("rỗng", ""),
        .init("xl/", "").with { $0.isDeflated = false },
    ]

    private func fault(_ items: [ZipBuilder.Item], _ builder: ZipBuilder = ZipBuilder()) throws -> String {
        let error = try #require(throws: Faults.self) {
            let archive = try ZipArchive(builder.archive(items))
            for name in archive.names { _ = try archive.entry(named: name) }
        }
        return try #require(error.faults.first).message.en
    }

    @Test(arguments: [false, true], [false, true])
    func filesComeOutAsTheyWentIn(isDeflated: Bool, isStreamed: Bool) throws {
        let items = sound.map { item in
            item.with {
                $0.isDeflated = isDeflated && $0.name.last != UInt8(ascii: "/")
                $0.isStreamed = isStreamed
            }
        }
        var builder = ZipBuilder()
        builder.comment = Array("PK\u{5}\u{6} and so on, longer than a record".utf8)
        let archive = try ZipArchive(builder.archive(items))
        #expect(archive.names == ["a.txt", "thư mục/đề.xml", "rỗng"])
        #expect(try archive.entry(named: "a.txt") == Array("Tiếng Việt".utf8))
        #expect(try archive.entry(named: "thư mục/đề.xml")?.count == 2_000)
        #expect(try archive.entry(named: "rỗng") == [])
        #expect(try archive.entry(named: "xl/") == nil)
        #expect(try archive.entry(named: "b.txt") == nil)
    }

    @Test func anEmptyArchiveHasNoNames() throws {
        #expect(try ZipArchive(ZipBuilder().archive([])).names == [])
    }

    @Test(arguments: [
        "/etc/passwd", "../a", "a/../b", "a/..", "a\\b", "a\u{0}b", "C:/a", "", "a//b", "./a", "a\u{7F}", "a\nb",
    ])
    func unsafeNamesAreRefused(_ name: String) throws {
        #expect(try fault([.init(name, "x")]).contains("unsafe:"))
    }

    @Test func aNameThatIsNotUTF8IsRefused() throws {
        let item = ZipBuilder.Item("a", "x").with { $0.name = [0x61, 0xE2] }
        #expect(try fault([item]).contains("UTF-8"))
    }

    /// What a lie in one field is answered with.
    static let lies: [(String, @Sendable (inout ZipBuilder.Item) -> Void)] = [
        ("password", { $0.flags |= 1 }),
        ("password", { $0.flags |= 0x40 }),
        ("method 14", { $0.method = 14 }),
        ("checksum", { $0.checksum = 1 }),
        ("cannot be unpacked", { $0.size = 1 }),
        ("checksum", { $0.size = 100 }),
        (
            "wrong size",
            {
                $0.isDeflated = false; $0.size = 3
            }
        ),
        ("link", { $0.attributes = 0xA1FF_0000 }),
        ("two headers that differ", { $0.localName = Array("b.txt".utf8) }),
        ("two headers that differ", { $0.offset = 1 }),
        ("two headers that differ", { $0.offset = 0x7FFF_FFFF }),
        ("ZIP64", { $0.offset = 0xFFFF_FFFF }),
        (
            "ZIP64",
            {
                $0.size = 0xFFFF_FFFF; $0.content = [UInt8](repeating: 0, count: 50_000_000)
            }
        ),
        ("grows more than", { $0.content = [UInt8](repeating: 0, count: 4 << 20) }),
        ("grows more than", { $0.size = 0x7FFF_FFFF }),
    ]

    @Test(arguments: lies.indices)
    func aLieIsTold(_ index: Int) throws {
        let (words, change) = Self.lies[index]
        let lie = ZipBuilder.Item("a.txt", "nội dung").with(change)
        #expect(try fault([lie]).contains(words))
    }

    @Test func twoEntriesOverOneContentAreRefused() throws {
        let first = ZipBuilder.Item("a", "x")
        #expect(try fault([first, first]).contains("two entries"))
        let same = ZipBuilder.Item("b", "x").with {
            $0.offset = 0
            $0.localName = Array("a".utf8)
        }
        #expect(try fault([first, same]).contains("differ"))
        // The second lies within the content of the first.
        let inner = ZipBuilder().archive([.init("b", "x")])
        let outer = ZipBuilder.Item("a", inner).with { $0.isDeflated = false }
        let pointer = ZipBuilder.Item("b", "x").with { $0.offset = 31 }
        #expect(try fault([outer, pointer]).contains("overlap"))
    }

    @Test func tooManyEntriesAreRefused() throws {
        let items = (0...2_000).map { ZipBuilder.Item("\($0)", "") }
        #expect(try fault(items).contains("2001 entries"))
        #expect(try ZipArchive(ZipBuilder().archive(Array(items.dropLast()))).names.count == 2_000)
    }

    @Test func allTogetherAreLimited() throws {
        let noise = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        let item = ZipBuilder.Item("a", noise).with {
            $0.isDeflated = false
            $0.method = 8
            $0.size = 19_000_000
        }
        let items = (0..<6).map { number in item.with { $0.name = Array("\(number)".utf8) } }
        #expect(try fault(items).contains("100 MiB"))
        let large = [UInt8](repeating: 0, count: 20 << 20 + 1)
        #expect(throws: Faults.self) { try ZipArchive(large) }
    }

    @Test func aWrongCountIsRefused() throws {
        for count in [0, 3, 5, 0xFFFF] {
            var builder = ZipBuilder()
            builder.count = count
            #expect(throws: Faults.self) { try ZipArchive(builder.archive(sound)) }
        }
    }

    @Test func aCutArchiveIsRefusedAtEveryByte() {
        let bytes = ZipBuilder().archive(sound)
        for count in 0..<bytes.count {
            #expect(throws: Faults.self) { try ZipArchive(Array(bytes.prefix(count))) }
        }
    }

    @Test func changedBytesNeverStopTheProcess() {
        let bytes = ZipBuilder().archive(sound)
        for index in bytes.indices {
            for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
                var changed = bytes
                changed[index] = value
                guard let archive = try? ZipArchive(changed) else { continue }
                for name in archive.names { _ = try? archive.entry(named: name) }
            }
        }
    }
}
