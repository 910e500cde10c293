import Foundation
import QuizCore
import Testing

/// The files that come with the project, as they are.
struct ShippedFilesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }

    private static func files(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    }

    private static let banks = files(in: "QuestionBanks").filter { !$0.hasSuffix("/vocabulary.yaml") }

    /// What lies in the folder beside a bank file that is named after it.
    static func images(of path: String) throws -> ImageStock {
        let folder = root.appending(path: path).deletingPathExtension()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let files = try names.map { ($0, Array(try Data(contentsOf: folder.appending(path: $0)))) }
        return ImageStock(files: Dictionary(files, uniquingKeysWith: { first, _ in first }), by: LibCrypto())
    }

    private static func vocabulary() throws -> Vocabulary {
        try Vocabulary(yaml: bytes("QuestionBanks/vocabulary.yaml"))
    }

    /// All banks, by the names of their files.
    static func read() throws -> [Bank] {
        let vocabulary = try vocabulary()
        return try banks.map { try Bank(yaml: bytes($0), vocabulary: vocabulary, images: images(of: $0)) }
    }

    @Test func theVocabularyIsSound() throws {
        let vocabulary = try Self.vocabulary()
        #expect(vocabulary.topics.contains { $0.code == "mat-khau" })
        #expect(vocabulary.groups.first?.title.vi == "Cán bộ, công chức, viên chức")
    }

    @Test(arguments: banks) func aBankIsSoundAndComesBack(_ path: String) throws {
        let vocabulary = try Self.vocabulary()
        let found = told {
            let images = try Self.images(of: path)
            let bank = try Bank(yaml: Self.bytes(path), vocabulary: vocabulary, images: images)
            let written = bank.yaml()
            let again = try Bank(yaml: Array(written.utf8), vocabulary: vocabulary, images: images)
            // Every picture is used, and none has anything in it that would be taken out.
            #expect(images.names == Set(bank.images.keys) && images.cleaned.isEmpty)
            #expect(again == bank)
            #expect(again.yaml() == written)
            for question in bank.questions {
                #expect(!question.explanation.isEmpty && !question.source.isEmpty, "\(question.id)")
            }
        }
        #expect(found.isEmpty, "\(path): \(found)")
    }

    @Test func contestsAndUnitsAreSound() throws {
        let vocabulary = try Self.vocabulary()
        let banks = Self.banks.compactMap { path in
            try? Bank(yaml: Self.bytes(path), vocabulary: vocabulary, images: Self.images(of: path))
        }
        #expect(banks.count == Self.banks.count)
        let today = try #require(CalendarDay(year: 2026, month: 11, day: 24))
        for path in Self.files(in: "Contests") + Self.files(in: "Contests/presets") {
            let bytes = try Self.bytes(path)
            let found = told {
                guard !path.hasSuffix("-units.yaml") else {
                    _ = try Unit.list(yaml: bytes, vocabulary: vocabulary)
                    return
                }
                let document = try ContestDocument(yaml: bytes, vocabulary: vocabulary)
                #expect(QuizCoreTests.told(document.feasibilityFaults(banks: banks, today: today)) == [])
            }
            #expect(found.isEmpty, "\(path): \(found)")
        }
    }
}
