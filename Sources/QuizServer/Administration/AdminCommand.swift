import ArgumentParser
import Foundation
import NIOPosix
import QuizCore
import QuizStore

/// What every command that touches the data folder shares.
struct FolderOptions: ParsableArguments {
    @Option(help: "The data folder.")
    var data = ".quiz"

    @Option(help: "The folder with vocabulary.yaml.")
    var banks = "QuestionBanks"

    /// Does a piece of administration: here if the folder is free, else through the server that holds it (I12).
    func perform(_ request: AdminRequest) async throws -> AdminReply {
        let folder = try DataFolder(path: data)
        guard let lock = try folder.lock() else {
            do {
                return try await AdminSocket(path: folder.socket).send(
                    request,
                    on: .singletonMultiThreadedEventLoopGroup
                )
            } catch {
                throw Refusal(
                    vi: "Thư mục \(data) đang được chương trình khác dùng và không trả lời qua \(folder.socket).",
                    en: "Another program holds \(data) and does not answer at \(folder.socket)."
                )
            }
        }
        defer { try? lock.close() }
        let vocabulary = try SourceFile.vocabulary(in: banks)
        let store = try await folder.store(vocabulary: vocabulary)
        async let writing: Void = store.run { try? folder.setMark($0) }
        let administration = Administration(
            store: store,
            folder: folder,
            vocabulary: vocabulary,
            banks: banks,
            isAlone: true
        )
        let reply = await administration.perform(request)
        store.close()
        await writing
        return reply
    }

    /// Does it and prints what came of it.
    func run(_ request: AdminRequest, file: String = "", output: String? = nil) async throws {
        let reply = try await perform(request)
        try FileHandle.standardError.write(contentsOf: Data(reply.errors.replacing("{file}", with: file).utf8))
        guard reply.exitCode == 0 else { throw ExitCode(reply.exitCode) }
        if let file = reply.file {
            try ExportFile(path: file).handOver(to: output)
        } else if let output {
            try reply.output.write(to: URL(fileURLWithPath: output))
        } else {
            try FileHandle.standardOutput.write(contentsOf: reply.output)
        }
    }
}

/// Files named on the command line.
enum SourceFile {
    static func read(_ path: String) throws -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Refusal(vi: "Không đọc được tệp \(path).", en: "The file \(path) cannot be read.")
        }
        return data
    }

    /// A path that means the same to a server with another working folder.
    static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }

    static func vocabulary(in folder: String) throws -> Vocabulary {
        let path = folder + "/vocabulary.yaml"
        do {
            return try Vocabulary(yaml: Array(try read(path)))
        } catch let faults as Faults {
            throw Refusal(
                vi: faults.faults.map { "\(path):\($0.line):\($0.column): error: \($0.message.vi)" }.joined(
                    separator: "\n"
                ),
                en: faults.faults.map { "\(path):\($0.line):\($0.column): error: \($0.message.en)" }.joined(
                    separator: "\n"
                )
            )
        }
    }

    static func targets(_ path: String, vocabulary: Vocabulary) throws -> Targets {
        do {
            return try Targets(yaml: Array(try read(path)), vocabulary: vocabulary)
        } catch let faults as Faults {
            func lines(_ words: (Message) -> String) -> String {
                faults.faults.map { "\(path):\($0.line):\($0.column): error: \(words($0.message))" }
                    .joined(separator: "\n")
            }
            throw Refusal(vi: lines(\.vi), en: lines(\.en))
        }
    }

    /// Prints faults in the form that editors jump to.
    static func report(_ faults: [Fault], in path: String, _ kind: String = "error") {
        for fault in faults { print("\(path):\(fault.line):\(fault.column): \(kind): \(fault.message.local)") }
    }
}
