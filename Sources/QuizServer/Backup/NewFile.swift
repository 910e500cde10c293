import Foundation

/// A file that appears under its name only once it is whole and on the disk.
struct NewFile {
    let path: String
    /// What is worked on, in the same folder.
    let draft: String

    init(path: String) {
        self.path = path
        draft = "\(path).\(UUID().uuidString.prefix(8)).part"
    }

    /// Makes the draft, which only its owner may read.
    func create() throws -> FileHandle {
        let made = FileManager.default.createFile(
            atPath: draft,
            contents: nil,
            attributes: [.posixPermissions: 0o600]
        )
        guard made, let handle = FileHandle(forWritingAtPath: draft) else {
            throw Refusal(
                vi: "Không ghi được vào thư mục của \(path). Kiểm tra thư mục có tồn tại và quyền ghi.",
                en: "Nothing can be written beside \(path). Check that its folder exists and may be written."
            )
        }
        return handle
    }

    /// Gives the draft, synced, its name.
    ///
    /// `force`: Takes the place of a file that is there.
    func publish(force: Bool) throws {
        // A link never replaces anything; file systems without links get the look before.
        if !force, unsafe link(draft, path) == 0 {
            remove()
        } else {
            guard force || !FileManager.default.fileExists(atPath: path) else { throw Self.exists(path) }
            guard unsafe rename(draft, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        }
        try Self.syncFolder(of: path)
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: draft)
    }

    /// Returns when the name is on the disk too.
    static func syncFolder(of path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
        defer { close(descriptor) }
        // A file system that cannot sync a folder says EINVAL, and there is nothing to be done about it.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw CocoaError(.fileWriteUnknown) }
    }

    static func exists(_ path: String) -> Refusal {
        Refusal(
            vi: "Tệp \(path) đã có. Chọn tên khác, hoặc thêm --force để ghi đè.",
            en: "The file \(path) is there already. Choose another name, or add --force to replace it."
        )
    }
}
