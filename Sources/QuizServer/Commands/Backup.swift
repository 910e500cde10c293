import ArgumentParser
import Foundation
import QuizCore

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies everything into one file while the server runs, and checks the copy.",
        discussion: """
            FILE is a tar archive of manifest.json, quiz.db and SHA256SUMS, written by the server if one is running, so \
            its user must be allowed to write there; room for twice the database is needed. The keys are not in it: \
            save them with --keys, and keep that file elsewhere.
            """
    )
    @Argument(help: "The file to write.") var file: String
    @Option(help: "Saves the keys of the server and of all contests to this file, apart from the backup.")
    var keys: String?
    @Flag(help: "Encrypts the file of keys with a passphrase from a prompt or stdin, at least 15 characters.")
    var encrypt = false
    @Flag(help: "Replaces files that are there already.") var force = false
    @OptionGroup var folder: FolderOptions

    func validate() throws {
        if encrypt, keys == nil { throw ValidationError("--encrypt needs --keys FILE.") }
    }

    func run() async throws {
        let target = keys.map { NewFile(path: SourceFile.absolute($0)) }
        if let target, !force, FileManager.default.fileExists(atPath: target.path) { throw NewFile.exists(target.path) }
        let passphrase = encrypt ? try Passphrase.new() : nil
        try await folder.run(.backup(file: SourceFile.absolute(file), force: force))
        // After the copy: every contest in it has its key by then.
        if let target { try saveKeys(target, passphrase) }
    }

    private func saveKeys(_ target: NewFile, _ passphrase: String?) throws {
        let bundle = KeyBundle(keys: try DataFolder(path: folder.data).allKeys())
        let text = try passphrase.map { try bundle.sealed(passphrase: $0) } ?? bundle.plain
        do {
            let output = try target.create()
            try output.write(contentsOf: Data(text.utf8))
            try output.synchronize()
            try output.close()
            try target.publish(force: force)
        } catch {
            target.remove()
            throw BackupRefusal.of(error, reading: target.path)
        }
        Terminal.say(
            Message(
                vi: "\(target.path): \(bundle.keys.count) khóa. Cất riêng, không để cùng bản sao lưu.",
                en: "\(target.path): \(bundle.keys.count) keys. Keep it apart from the backup."
            ).local
        )
    }
}

/// A passphrase from the terminal or stdin.
enum Passphrase {
    static func new() throws -> String {
        let passphrase = try ask()
        guard passphrase.count >= 15 else {
            throw Refusal(
                vi: "Mật khẩu của tệp khóa cần ít nhất 15 ký tự, ví dụ năm từ ngẫu nhiên.",
                en: "The passphrase of a key file needs at least 15 characters, five random words for example."
            )
        }
        return passphrase
    }

    static func ask() throws -> String {
        if isatty(STDIN_FILENO) != 0 {
            let prompt = Message(vi: "Mật khẩu của tệp khóa: ", en: "Passphrase of the key file: ").local
            try FileHandle.standardError.write(contentsOf: Data(prompt.utf8))
        }
        return readLine(strippingNewline: true) ?? ""
    }
}
