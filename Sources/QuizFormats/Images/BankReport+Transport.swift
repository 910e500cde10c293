package import Foundation

/// A report between processes: its length in 8 bytes, the report as JSON, then the pictures as they are, one behind the other.
///
/// Within JSON they would take several times their size, more than the process that reads files may use.
extension BankReport {
    private static let headSize = 8

    package func send(_ write: (Data) throws -> Void) throws {
        let report = try JSONEncoder().encode(self)
        let head = (0..<Self.headSize).reversed().map { UInt8(truncatingIfNeeded: report.count >> ($0 * 8)) }
        try write(Data(head))
        try write(report)
        for image in images { try write(image.bytes) }
    }

    /// - Throws: If it is not what ``send(_:)`` writes.
    package init(received data: Data) throws {
        let bytes = data[...]
        let length = bytes.prefix(Self.headSize).reduce(0) { $0 << 8 | Int(truncatingIfNeeded: $1) }
        var rest = bytes.dropFirst(Self.headSize)
        guard length >= 0, length <= rest.count else { throw CocoaError(.coderReadCorrupt) }
        let report = try JSONDecoder().decode(Self.self, from: rest.prefix(length))
        rest = rest.dropFirst(length)
        var images: [ReportedImage] = []
        for image in report.images {
            guard image.size >= 0, image.size <= rest.count else { throw CocoaError(.coderReadCorrupt) }
            images.append(image.with(rest.prefix(image.size)))
            rest = rest.dropFirst(image.size)
        }
        guard rest.isEmpty else { throw CocoaError(.coderReadCorrupt) }
        self.init(report, images: images)
    }
}
