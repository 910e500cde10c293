import Foundation
import QuizCore
import QuizStore

extension Administration {
    /// Copies everything but the keys into one file.
    func backUp(to file: String, force: Bool) async throws -> AdminReply {
        let manifest: BackupManifest
        do {
            manifest = try await BackupMaking(store: store, folder: folder, path: file, force: force)
                .run(on: lane, by: actor)
        } catch StoreError.busy {
            throw StoreError.busy
        } catch {
            throw BackupRefusal.of(error, reading: file)
        }
        let size = manifest.database.bytes
        return .done(
            Message(
                vi: "\(file): đã sao lưu và kiểm tra, nhật ký đến \(manifest.logSequence), "
                    + "cơ sở dữ liệu \(size) byte, SHA-256 \(manifest.database.sha256)",
                en: "\(file): backed up and checked, log up to \(manifest.logSequence), "
                    + "database of \(size) bytes, SHA-256 \(manifest.database.sha256)"
            ).local
        )
    }
}
