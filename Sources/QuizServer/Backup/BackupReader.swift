import Foundation

/// Reads the entries of a backup one after the other.
struct BackupReader {
    let input: FileHandle
    private static let piece = 1 << 20
    private static let smallLimit = 1 << 20

    /// The header of the entry that must come now.
    mutating func header(_ name: String) throws -> TarHeader {
        let block = try exactly(TarHeader.blockSize)
        guard let header = TarHeader(block), header.name == name else {
            throw name == BackupArchive.manifestName ? BackupFault.foreign : .damaged
        }
        return header
    }

    /// A whole small entry.
    mutating func small(_ name: String) throws -> [UInt8] {
        let header = try header(name)
        guard header.size <= Self.smallLimit else { throw BackupFault.damaged }
        var bytes: [UInt8] = []
        try content(of: header) { bytes += $0 }
        return bytes
    }

    /// The content of an entry, and the zeros behind it.
    mutating func content(of header: TarHeader, _ each: ([UInt8]) throws -> Void) throws {
        var rest = header.size
        while rest > 0 {
            let bytes = try exactly(min(rest, Self.piece))
            try each(bytes)
            rest -= bytes.count
        }
        guard try exactly(header.padding).allSatisfy({ $0 == 0 }) else { throw BackupFault.damaged }
    }

    /// What must stand behind the last entry, and then nothing.
    mutating func finish(_ end: [UInt8]) throws {
        guard try exactly(end.count) == end, try input.read(upToCount: 1)?.isEmpty ?? true else {
            throw BackupFault.damaged
        }
    }

    private func exactly(_ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            guard let data = try input.read(upToCount: count - bytes.count), !data.isEmpty else {
                throw BackupFault.damaged
            }
            bytes += data
        }
        return bytes
    }
}
