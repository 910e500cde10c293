import Foundation
import QuizCore

/// What the data folder is asked: who may read it, whether there is room, and whether a disk keeps what it takes.
package struct FolderChecks {
    let folder: DataFolder

    package init(folder: DataFolder) {
        self.folder = folder
    }

    /// Unit: bytes.
    static let wantedSpace = 1 << 30

    package func all() -> [CheckResult] {
        [permissions(), keyFiles(), space(), disk(), interrupted(), lostKeys()]
    }

    private func mode(_ path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int
    }

    private func permissions() -> CheckResult {
        guard let mode = mode(folder.path), mode & 0o077 != 0 else {
            return .ok("folder", vi: "\(folder.path) chỉ chủ đọc được", en: "\(folder.path) is for its owner only")
        }
        let octal = String(mode, radix: 8)
        return .fault(
            "folder",
            .warning,
            vi: "người dùng khác của máy vào được \(folder.path) (quyền \(octal))",
            en: "other users of this machine may enter \(folder.path) (mode \(octal))",
            remedy: ("chmod 700 \(folder.path)", "chmod 700 \(folder.path)")
        )
    }

    private func keyFiles() -> CheckResult {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.keys)) ?? []
        let open = names.sorted().filter { (mode("\(folder.keys)/\($0)") ?? 0) & 0o077 != 0 }
        guard open.isEmpty else {
            let list = open.joined(separator: ", ")
            return .fault(
                "keys",
                .error,
                vi: "người khác đọc được khóa: \(list)",
                en: "others may read keys: \(list)",
                remedy: (
                    "chmod 600 \(folder.keys)/*; nếu người lạ có thể đã đọc, báo Ban Tổ chức",
                    "chmod 600 \(folder.keys)/*; if a stranger may have read them, tell the organizers"
                )
            )
        }
        return .ok("keys", vi: "\(names.count) tệp khóa, chỉ chủ đọc được", en: "\(names.count) key files, owner only")
    }

    private func space() -> CheckResult {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
        let size = "\(free >> 20) MiB"
        guard free >= Self.wantedSpace else {
            return .fault(
                "disk-space",
                .warning,
                vi: "chỉ còn \(size) trống",
                en: "only \(size) are free",
                remedy: (
                    "dọn ổ đĩa hoặc mở rộng; dưới mức đó bài làm có thể không lưu được",
                    "make room on the disk; below that answers may not be stored"
                )
            )
        }
        return .ok("disk-space", vi: "còn \(size) trống", en: "\(size) are free")
    }

    /// Writes, syncs, reads back: a disk that cannot do this keeps nothing (I1).
    private func disk() -> CheckResult {
        let probe = folder.path + "/probe"
        defer { try? FileManager.default.removeItem(atPath: probe) }
        let text = UUID().uuidString
        do {
            try folder.write(text, to: probe)
            let found = FileManager.default.contents(atPath: probe)
            guard found == Data(text.utf8) else { throw CocoaError(.fileReadUnknown) }
            return .ok("disk", vi: "ghi, fsync và đọc lại được", en: "writing, fsync and reading back work")
        } catch {
            return .fault(
                "disk",
                .error,
                vi: "không ghi và fsync được trong \(folder.path): \(error.localizedDescription)",
                en: "writing and fsync fail in \(folder.path): \(error.localizedDescription)",
                remedy: (
                    "kiểm tra ổ đĩa (dmesg), chỗ trống và quyền ghi",
                    "look at the disk (dmesg), its free space, and the permissions"
                )
            )
        }
    }

    private func interrupted() -> CheckResult {
        let files = FileManager.default
        guard files.fileExists(atPath: "\(folder.path)/\(Restoring.draftName)"),
            !files.fileExists(atPath: folder.database)
        else { return .ok("restore", vi: "không có khôi phục dở dang", en: "no restore was interrupted") }
        return .fault(
            "restore",
            .error,
            vi: "một lần khôi phục vào \(folder.path) bị ngắt giữa chừng",
            en: "a restore into \(folder.path) was interrupted",
            remedy: ("chạy lại lệnh restore vào thư mục này", "run restore into this folder again")
        )
    }

    /// Keys that a restore did without; a key put back since is found by its check.
    private func lostKeys() -> CheckResult {
        let file = "\(folder.keys)/\(Restoring.lostKeysName)"
        let keys = (try? folder.allKeys()) ?? [:]
        let lines = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let lost = lines.split(separator: "\n").compactMap { line -> String? in
            let parts = line.split(separator: " ").map { String($0) }
            guard parts.count == 2 else { return nil }
            return keys[parts[0]].map { KeyCheck.of($0, named: parts[0]) == parts[1] } ?? false ? nil : parts[0]
        }
        guard !lost.isEmpty else { return .ok("lost-keys", vi: "không thiếu khóa cũ", en: "no former key is lost") }
        let list = lost.joined(separator: ", ")
        return .fault(
            "lost-keys",
            .warning,
            vi: "đã khôi phục mà không có khóa: \(list)",
            en: "restored without the keys: \(list)",
            remedy: (
                "nếu còn tệp khóa, khôi phục lại với --keys; nếu mất hẳn, báo Ban Tổ chức rồi xóa \(file)",
                "if the file of keys exists, restore again with --keys; if it is lost, tell the organizers and delete \(file)"
            )
        )
    }
}
