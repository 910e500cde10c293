package import QuizCore

/// A ZIP archive from outside, held to what documents need of it; entries are unpacked when they are asked for.
///
/// - Source: PKWARE, APPNOTE.TXT 6.3.10.
package struct ZipArchive: Sendable {
    /// Unit: bytes.
    static let maximumSize = 20 << 20
    /// Of all entries together, in bytes.
    static let maximumUnpacked = 100 << 20
    static let maximumEntries = 2_000
    /// How many times an entry may grow, once it is larger than ``trustedSize``.
    static let maximumRatio = 100
    /// Unit: bytes.
    static let trustedSize = 1 << 20

    /// Of files, without folders, in the order of the archive.
    package let names: [String]
    private let bytes: [UInt8]
    private let entries: [String: ZipEntry]

    /// Reads the directory and judges it as a whole, before anything is unpacked.
    ///
    /// - Throws: What is wrong with the archive.
    package init(_ bytes: [UInt8]) throws(Faults) {
        guard bytes.count <= Self.maximumSize else {
            throw Faults(
                .file,
                vi: "tệp lớn hơn 20 MiB; hãy bỏ bớt hình ảnh hoặc chia thành nhiều tệp nhỏ hơn",
                en: "the file is larger than 20 MiB; take out pictures or split it into smaller files"
            )
        }
        let entries = try ZipDirectory(bytes).entries
        try Self.check(entries)
        self.bytes = bytes
        self.entries = Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        names = entries.map(\.name).filter { !$0.hasSuffix("/") }
    }

    /// Whether bytes begin as an archive does; that one is sound is not said.
    package static func isLikely(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    }

    /// Unpacks one file.
    ///
    /// - Returns: `nil` if there is none of that name.
    /// - Throws: If what is packed is not what the directory says.
    package func entry(named name: String) throws(Faults) -> [UInt8]? {
        guard let entry = entries[name], !name.hasSuffix("/") else { return nil }
        return try entry.unpacked(from: bytes)
    }

    /// In bytes, when unpacked; `nil` if there is none of that name.
    package func size(of name: String) -> Int? {
        entries[name]?.size
    }

    private static func check(_ entries: [ZipEntry]) throws(Faults) {
        let total = entries.reduce(0) { $0 + $1.size }
        guard total <= maximumUnpacked else {
            throw Faults(
                .file,
                vi: "tệp nén bung ra lớn hơn 100 MiB; hãy chia thành nhiều tệp nhỏ hơn",
                en: "the archive unpacks to more than 100 MiB; split it into smaller files"
            )
        }
        var names: Set<String> = []
        for entry in entries {
            guard names.insert(entry.name).inserted else {
                let name = entry.name.excerpt
                throw .archive(vi: "hai mục cùng tên “\(name)”", en: "two entries '\(name)'")
            }
        }
        let ordered = entries.sorted { $0.range.lowerBound < $1.range.lowerBound }
        for (entry, next) in zip(ordered, ordered.dropFirst()) where next.range.lowerBound < entry.range.upperBound {
            throw .archive(
                vi: "các mục “\(entry.name.excerpt)” và “\(next.name.excerpt)” chồng lên nhau",
                en: "the entries '\(entry.name.excerpt)' and '\(next.name.excerpt)' overlap"
            )
        }
    }
}

extension Faults {
    /// An archive that is not taken, with what to do about it.
    static func archive(vi: String, en: String) -> Faults {
        Faults(
            .file,
            vi: "tệp nén (ZIP) hỏng hoặc không an toàn: \(vi); hãy mở tệp gốc và lưu lại",
            en: "the archive (ZIP) is damaged or unsafe: \(en); open the original and save it again"
        )
    }
}
