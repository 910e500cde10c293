import Foundation
import QuizCore
import QuizFormats

/// A bank file on this machine; one in the native format together with the pictures in the folder of its name.
package struct BankFile {
    let data: Data
    let format: BankFormat

    init(_ path: String, _ data: Data, _ format: BankFormat) throws {
        let files = format == .yaml ? try Self.images(beside: path) : [:]
        guard !files.isEmpty else {
            (self.data, self.format) = (data, format)
            return
        }
        let name = URL(filePath: path).lastPathComponent
        self.data = Data(BankPackage.write(Array(data), name: name, files: files))
        self.format = .zip
    }

    /// What lies in the folder beside `a.yaml` that is named `a`; no links, and no folders within.
    package static func images(beside path: String) throws -> [String: [UInt8]] {
        let folder = URL(filePath: path).deletingPathExtension().path
        guard folder != path, type(of: folder) == .typeDirectory else { return [:] }
        var images: [String: [UInt8]] = [:]
        var total = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where !name.hasPrefix(".") {
            let file = "\(folder)/\(name)"
            guard type(of: file) == .typeRegular, let handle = FileHandle(forReadingAtPath: file) else { continue }
            defer { try? handle.close() }
            // One byte more than is taken, to be told that it is too large.
            let bytes = Array(try handle.read(upToCount: ImageFile.maximumRead + 1) ?? Data())
            total += bytes.count
            guard total <= ImageStock.maximumSize else {
                throw Refusal(
                    vi: "Thư mục \(folder) có hơn 15 MiB ảnh. Hãy thu nhỏ ảnh hoặc chia ngân hàng.",
                    en: "The folder \(folder) holds more than 15 MiB of pictures. Make them smaller or split the bank."
                )
            }
            images[name] = bytes
        }
        return images
    }

    private static func type(of path: String) -> FileAttributeType? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    }
}
