import ArgumentParser
import Foundation
import QuizCore

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings a backup into an empty or absent folder, after checking every byte of it."
    )
    @Argument(help: "The backup.") var file: String
    @Option(help: "The file of keys that backup --keys wrote; its passphrase comes from a prompt or stdin.")
    var keys: String?
    @Option(help: "The data folder to fill: empty, or not there yet.") var data = ".quiz"

    func run() async throws {
        let bundle = try keys.map { try KeyBundle(try SourceFile.read($0), passphrase: Passphrase.ask) }
        let folder = SourceFile.absolute(data)
        let done: (manifest: BackupManifest, missing: [String])
        do {
            done = try Restoring(backup: file, keys: bundle, folder: folder).run()
        } catch {
            throw BackupRefusal.of(error, reading: file)
        }
        let manifest = done.manifest
        Terminal.say(
            Message(
                vi: "\(folder): đã khôi phục bản sao lưu lúc \(manifest.madeAt), nhật ký đến \(manifest.logSequence), "
                    + "\(manifest.contests.count) cuộc thi. Chạy serve --data \(folder) để tiếp tục.",
                en: "\(folder): restored the backup of \(manifest.madeAt), log up to \(manifest.logSequence), "
                    + "\(manifest.contests.count) contests. Go on with serve --data \(folder)."
            ).local
        )
        if !done.missing.isEmpty { try warn(of: done.missing) }
    }

    private func warn(of missing: [String]) throws {
        let list = missing.joined(separator: ", ")
        let text = Message(
            vi: "Cảnh báo: thiếu khóa \(list). Mã dự thi đã phát vẫn dùng được; đề đã rút và điểm vẫn còn. Không làm "
                + "được: kiểm tra đề theo cam kết khóa đã công bố, rút tiếp đề theo cam kết đó, in lại mã dự thi, ký "
                + "giấy chứng nhận bằng khóa cũ. Nếu có tệp khóa, xóa thư mục vừa tạo và khôi phục lại với --keys.",
            en: "Warning: the keys \(list) are missing. Entry codes that were handed out still work; drawn papers and "
                + "marks are there. Not possible: checking papers against the published commitment, drawing more papers "
                + "under it, printing entry codes again, signing certificates with the old key. If you have the file of "
                + "keys, delete the new folder and restore again with --keys."
        ).local
        try FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
}
