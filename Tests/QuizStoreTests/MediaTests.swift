import QuizCore
import QuizStore
import Synchronization
import Testing

struct MediaTests {
    private static func image(_ number: Int, size: Int = 100) -> ImageContent {
        let bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: size)
        let digest = TestCryptography().sha256(bytes)
        return ImageContent(
            facts: ImageFacts(digest: digest, type: .webp, width: 20 + number, height: 30),
            bytes: bytes
        )
    }

    /// A bank whose first questions show pictures.
    private static func bank(_ id: String, _ images: [ImageContent], alt: String = "Hình") -> Bank {
        let questions = Fixture.bank.questions.enumerated().map { index, question in
            Question(
                id: question.id,
                topic: question.topic,
                difficulty: question.difficulty,
                groups: question.groups,
                prompt: question.prompt,
                body: question.body,
                explanation: question.explanation,
                source: question.source,
                image: images.indices.contains(index)
                    ? Image(file: "h\(index).webp", facts: images[index].facts, alt: alt) : nil
            )
        }
        return Bank(id: id, isPublic: true, title: "B", language: "vi", licence: "CC0-1.0", questions: questions)
    }

    @Test func picturesAreKeptOverARestart() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let images = (1...3).map { Self.image($0, size: 400 << 10) }
        let bank = Self.bank("hinh", images)
        let first = try await fixture.running { store in try await store.add(bank, images: images, by: "test") }
        try await fixture.running { store in
            let found = try #require(store.banks().first { $0.bank.id == "hinh" })
            #expect(found.bank == bank && found.digest == first.digest)
            for image in images {
                let kept = try await store.image(image.facts.digest)
                #expect(kept == image)
            }
            let none = try await store.image([UInt8](repeating: 0, count: 32))
            #expect(none == nil)
        }
    }

    @Test func onePictureIsKeptOnceHoweverOftenItIsShown() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let image = Self.image(1)
        try await fixture.running { store in
            let a = try await store.add(Self.bank("a", [image, image]), images: [image, image], by: "test")
            let b = try await store.add(Self.bank("b2", [image]), images: [image], by: "test")
            let again = try await store.add(Self.bank("a", [image, image]), images: [image], by: "test")
            let reworded = try await store.add(Self.bank("a", [image], alt: "Khác"), images: [], by: "test")
            #expect(a.version == 1 && b.version == 1 && again.version == 1 && reworded.version == 2)
        }
        let database = try SQLiteDatabase(path: fixture.folder + "/quiz.db", access: .reading)
        let query = try #require(Query.all.first { $0.name == "bank.media" })
        let digests = try database.all(query, []) { $0.bytes(2) }
        #expect(digests == [[UInt8]](repeating: image.facts.digest, count: 4))
    }

    @Test func aBankWithoutItsPicturesIsNotStored() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let image = Self.image(1)
        try await fixture.running { store in
            await #expect(throws: StoreError.self) {
                _ = try await store.add(Self.bank("a", [image]), images: [], by: "test")
            }
            #expect(!store.banks().contains { $0.bank.id == "a" })
            let added = try await store.add(Self.bank("a", [image]), images: [image], by: "test")
            #expect(added.version == 1)
        }
    }

    /// No batch holds more than one picture, so that none holds the writer long (I12).
    @Test func picturesAreWrittenOneByOne() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let images = (1...30).map { Self.image($0, size: 500 << 10) }
        let batches = Mutex<[CommittedBatch]>([])
        let observer = StoreObserver(committed: { batch in batches.withLock { $0.append(batch) } }, failed: {})
        let bank = Self.bank("hinh", images)
        try await fixture.running(observer: observer) { store in
            _ = try await store.add(bank, images: images, by: "test")
        }
        let seen = batches.withLock { $0 }
        // Before them the fixture's bank, units and contest; behind them the version.
        #expect(seen.count >= 34 && seen.allSatisfy { $0.jobs == 1 }, "\(seen)")
    }
}
