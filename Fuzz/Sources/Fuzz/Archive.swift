import QuizCore
import QuizFormats
import Zlib

/// Archives that are made of plain inputs, since a fuzzer never hits a checksum.
enum Archive {
    private static let mark = Array("--- ".utf8)

    /// An archive of the files in an input: a line `--- NAME`, then what it holds.
    static func packed(_ input: [UInt8]) -> [UInt8] {
        let lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var files: [(name: [UInt8], lines: [ArraySlice<UInt8>])] = []
        for line in lines {
            if line.starts(with: mark) {
                files.append((Array(line.dropFirst(mark.count)), []))
            } else if !files.isEmpty {
                files[files.count - 1].lines.append(line)
            }
        }
        return packed(files.map { ($0.name, Array($0.lines.joined(separator: [UInt8(ascii: "\n")]))) })
    }

    private static func packed(_ files: [(name: [UInt8], content: [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in files {
            let sizes = long(Int(CRC32.checksum(content[...]))) + long(content.count) + long(content.count)
            let common = short(20) + short(0x800) + short(0) + long(0) + sizes + short(name.count) + short(0)
            directory +=
                [0x50, 0x4B, 1, 2] + short(20) + common + [UInt8](repeating: 0, count: 10) + long(bytes.count) + name
            bytes += [0x50, 0x4B, 3, 4] + common + name + content
        }
        let start = bytes.count
        bytes += directory + [0x50, 0x4B, 5, 6] + long(0) + short(files.count) + short(files.count)
        return bytes + long(directory.count) + long(start) + short(0)
    }

    private static func short(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    private static func long(_ value: Int) -> [UInt8] {
        short(value) + short(value >> 16)
    }
}

/// Archives as they come.
enum ArchiveCheck {
    static func zip(_ bytes: [UInt8]) {
        do throws(Faults) {
            let archive = try ZipArchive(bytes)
            for name in archive.names.prefix(20) {
                demand(!name.hasPrefix("/") && !name.split(separator: "/").contains(".."), "a way out: \(name)")
                _ = try archive.entry(named: name)
            }
        } catch {
            demandTold(error, in: Lines([]))
        }
    }

    static func inflate(_ bytes: [UInt8]) {
        let limit = 1 << 16
        guard let unpacked = try? Inflate.raw(bytes[...], limit: limit) else { return }
        demand(unpacked.count <= limit, "more than was allowed")
        guard let packed = Gzip.compress(unpacked) else { return demand(false, "cannot be packed") }
        // Without the frame of ten bytes before and eight behind.
        let again = try? Inflate.raw(packed.dropFirst(10).dropLast(8), limit: limit)
        demand(again == unpacked, "not the same again")
    }
}
