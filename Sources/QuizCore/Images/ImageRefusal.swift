/// Why a file is not taken as a picture, with what to do about it.
package struct ImageRefusal: Error, Hashable, Sendable {
    package let message: Message

    init(vi: String, en: String) {
        message = Message(vi: vi, en: en)
    }

    static func damaged(_ type: String, vi: String, en: String) -> ImageRefusal {
        ImageRefusal(
            vi: "ảnh \(type) bị hỏng: \(vi); hãy mở ảnh gốc và lưu lại",
            en: "the \(type) picture is damaged: \(en); open the original and save it again"
        )
    }

    static func animated(_ type: String) -> ImageRefusal {
        ImageRefusal(
            vi: "ảnh \(type) động không dùng được; hãy lưu một khung hình dạng PNG hoặc JPEG",
            en: "an animated \(type) is not taken; save one frame of it as PNG or JPEG"
        )
    }

    static func other(_ name: String) -> ImageRefusal {
        ImageRefusal(
            vi: "tệp này là \(name), không dùng được; hãy lưu lại dạng PNG hoặc JPEG",
            en: "this is \(name), which is not taken; save it as PNG or JPEG"
        )
    }

    /// A turn that would be lost with the metadata it is written in.
    static let turned = ImageRefusal(
        vi: "ảnh được xoay bằng siêu dữ liệu; hãy xoay ảnh rồi lưu lại",
        en: "the picture is turned by its metadata; turn it and save it again"
    )
}
