import QuizCore

/// Names of entries: paths that stay where they are put.
enum ZipName {
    /// - Throws: If a name could lead out of the archive, or is none.
    static func checked(_ bytes: ArraySlice<UInt8>) throws(Faults) -> String {
        guard let name = String(validating: bytes, as: UTF8.self) else {
            throw .archive(vi: "tên mục không phải UTF-8", en: "the name of an entry is not UTF-8")
        }
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isFolder = parts.count > 1 && parts.last?.isEmpty == true
        let isSafe = (isFolder ? parts.dropLast() : parts[...]).allSatisfy { part in
            !part.isEmpty && !part.elementsEqual("..".utf8) && !part.elementsEqual(".".utf8)
        }
        let hasDrive = name.utf8.dropFirst().first == UInt8(ascii: ":")
        guard isSafe, !hasDrive, name.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\\") && $0 != 0x7F }) else {
            throw .archive(vi: "tên mục không an toàn: “\(name.excerpt)”", en: "the name '\(name.excerpt)' is unsafe")
        }
        return name
    }
}
