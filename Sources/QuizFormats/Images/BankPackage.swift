package import QuizCore

/// A bank in the native format with its pictures, as one ZIP archive: `a.yaml`, and the pictures in the folder `a` beside it.
package struct BankPackage: Sendable {
    package let yaml: [UInt8]
    /// Where each file of the folder is, by its name in it.
    private let files: [String: String]
    private let archive: ZipArchive

    /// Takes an archive apart; folders around it all, and what programs leave behind, do not count.
    ///
    /// - Throws: What is wrong with the archive.
    package init(_ bytes: [UInt8]) throws(Faults) {
        let archive = try ZipArchive(bytes)
        let names = archive.names.filter { !Self.isHidden($0) }
        let banks = names.filter(Self.isBank)
        guard let bank = banks.first, banks.count == 1 else {
            throw Faults(
                .file,
                vi: "tệp ZIP có \(banks.count) tệp YAML; phải có đúng một, và các ảnh trong thư mục cùng tên với nó",
                en: "the archive has \(banks.count) YAML files; it takes one, with the pictures in a folder of its name"
            )
        }
        yaml = try archive.entry(named: bank) ?? []
        let folder = (bank.lastIndex(of: ".").map { bank[..<$0] } ?? bank[...]) + "/"
        let files = names.filter { $0.hasPrefix(folder) && !$0.dropFirst(folder.count).contains("/") }
        let total = files.reduce(0) { $0 + (archive.size(of: $1) ?? 0) }
        guard total <= ImageStock.maximumSize else { throw Self.tooMuch(total) }
        let named = files.map { (String($0.dropFirst(folder.count)), $0) }
        self.files = Dictionary(named, uniquingKeysWith: { first, _ in first })
        self.archive = archive
    }

    /// Judges the pictures, unpacking one at a time, as memory is short where files from outside are read.
    ///
    /// - Throws: If what is packed is not what the directory says.
    package func stock(by cryptography: any Cryptography) throws(Faults) -> ImageStock {
        var stock = ImageStock.none
        for (name, entry) in files {
            if let content = try archive.entry(named: entry) { stock.add(content, named: name, by: cryptography) }
        }
        return stock
    }

    /// Whether an archive holds a bank in the native format, rather than a package of another program.
    package static func isLikely(_ bytes: [UInt8]) -> Bool {
        guard ZipArchive.isLikely(bytes), let archive = try? ZipArchive(bytes) else { return false }
        if archive.names.contains("imsmanifest.xml") { return false }
        return archive.names.contains { !isHidden($0) && isBank($0) }
    }

    /// The archive of a bank; `images`: contents by the names of their files.
    package static func write(_ bank: Bank, images: [String: [UInt8]]) -> [UInt8] {
        var zip = ZipWriter()
        zip.add("\(bank.id).yaml", Array(bank.yaml().utf8))
        for (file, content) in images.sorted(by: { $0.key < $1.key }) { zip.add("\(bank.id)/\(file)", content) }
        return zip.finished()
    }

    /// The archive of a bank file and of the files in the folder beside it, not yet judged; `name` is the bank file's.
    package static func write(_ yaml: [UInt8], name: String, files: [String: [UInt8]]) -> [UInt8] {
        var zip = ZipWriter()
        zip.add(name, yaml)
        let folder = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
        for (file, content) in files.sorted(by: { $0.key < $1.key }) { zip.add("\(folder)/\(file)", content) }
        return zip.finished()
    }

    static func tooMuch(_ size: Int) -> Faults {
        let total = (size + (1 << 20) - 1) >> 20
        let most = ImageStock.maximumSize >> 20
        return Faults(
            .file,
            vi: "các ảnh nặng \(total) MiB, nhiều nhất là \(most) MiB; hãy thu nhỏ ảnh hoặc chia ngân hàng",
            en: "the pictures of the bank have \(total) MiB, \(most) are the most; make them smaller or split the bank"
        )
    }

    private static func isBank(_ name: String) -> Bool {
        [".yaml", ".yml"].contains { name.lowercased().hasSuffix($0) }
    }

    private static func isHidden(_ name: String) -> Bool {
        name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
    }
}
