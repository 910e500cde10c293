import Foundation
import QuizCore
import QuizStore

/// Words for what can go wrong with a backup.
enum BackupRefusal {
    static func unsound(_ problems: [String]) -> Refusal {
        let list = problems.prefix(5).joined(separator: "; ")
        return Refusal(
            vi: "Bản sao có lỗi nên không được giữ lại: \(list). Chạy doctor để kiểm tra cơ sở dữ liệu đang dùng.",
            en: "The copy is not sound and was not kept: \(list). Run doctor on the database in use."
        )
    }

    /// What an error while making or reading a backup means for the person at the keyboard.
    static func of(_ error: any Error, reading path: String) -> any Error {
        switch error {
        case BackupFault.foreign:
            return Refusal(
                vi: "\(path) không phải bản sao lưu của chương trình này, hoặc phần đầu đã hỏng.",
                en: "\(path) is no backup of this program, or its beginning is destroyed."
            )
        case BackupFault.newerFormat:
            return Refusal(
                vi: "\(path) do phiên bản mới hơn ghi (khuôn dạng bản sao lưu mới hơn). Hãy dùng phiên bản đó.",
                en: "\(path) was written by a newer version (a newer form of backups). Use that version."
            )
        case BackupFault.damaged:
            return Refusal(
                vi: "\(path) bị hỏng hoặc thiếu: mã kiểm SHA-256 không khớp. Hãy dùng bản sao lưu khác.",
                en: "\(path) is damaged or cut short: its SHA-256 does not fit. Use another backup."
            )
        case BackupFault.changed:
            return Refusal(
                vi: "Tệp thay đổi trong khi sao lưu; chưa giữ lại gì. Hãy thử lại.",
                en: "The file changed while the backup was made; nothing was kept. Try again."
            )
        case BackupFault.unreadable(let file):
            return Refusal(vi: "Không đọc được tệp \(file).", en: "The file \(file) cannot be read.")
        case DatabaseError.full, StoreError.full: return full
        case DatabaseError.failed(let reason):
            return Refusal(
                vi: "Không sao chép hoặc đọc được cơ sở dữ liệu: \(reason).",
                en: "The database cannot be copied or read: \(reason)."
            )
        default:
            return isFull(error) ? full : error
        }
    }

    private static let full = Refusal(
        vi: "Ổ đĩa đã đầy; chưa giữ lại gì. Cần chỗ trống gấp đôi cơ sở dữ liệu.",
        en: "The disk is full; nothing was kept. Room for twice the database is needed."
    )

    private static func isFull(_ error: any Error) -> Bool {
        let error = error as NSError
        if error.domain == NSPOSIXErrorDomain, error.code == Int(ENOSPC) { return true }
        if error.domain == NSCocoaErrorDomain, error.code == CocoaError.fileWriteOutOfSpace.rawValue { return true }
        return (error.userInfo[NSUnderlyingErrorKey] as? any Error).map(isFull) ?? false
    }
}
