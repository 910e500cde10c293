import Foundation
import QuizServer
import Testing

/// Which files travel with a bank file.
struct BankFileTests {
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bank-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let pictures = folder.appending(path: "a")
        try FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: true)
        try Data("bank: a\n".utf8).write(to: folder.appending(path: "a.yaml"))
        try body(folder)
    }

    @Test func onlyFilesOfTheFolderItselfTravel() throws {
        try inFolder { folder in
            let outside = folder.appending(path: "secret")
            try Data([1]).write(to: outside)
            let pictures = folder.appending(path: "a")
            for name in ["x.png", ".hidden.png"] { try Data([2]).write(to: pictures.appending(path: name)) }
            try FileManager.default.createSymbolicLink(
                at: pictures.appending(path: "link.png"),
                withDestinationURL: outside
            )
            try FileManager.default.createDirectory(
                at: pictures.appending(path: "b.png"),
                withIntermediateDirectories: true
            )
            let images = try BankFile.images(beside: folder.appending(path: "a.yaml").path)
            #expect(images == ["x.png": [2]])
        }
    }

    @Test func aFolderThatIsALinkIsNone() throws {
        try inFolder { folder in
            try Data([2]).write(to: folder.appending(path: "a/x.png"))
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "b"),
                withDestinationURL: folder.appending(path: "a")
            )
            #expect(try BankFile.images(beside: folder.appending(path: "b.yaml").path).isEmpty)
            #expect(try BankFile.images(beside: folder.appending(path: "a").path).isEmpty)
        }
    }

    @Test func aLargeFileIsNotReadWhole() throws {
        try inFolder { folder in
            let path = folder.appending(path: "a.yaml").path
            try Data(count: 5 << 20).write(to: folder.appending(path: "a/film.mp4"))
            #expect(try BankFile.images(beside: path)["film.mp4"]?.count == (2 << 20) + 1)
            for number in 0..<7 { try Data(count: 2 << 20).write(to: folder.appending(path: "a/\(number).png")) }
            #expect(throws: (any Error).self) { try BankFile.images(beside: path) }
        }
    }
}
