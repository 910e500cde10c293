import CQRencode
import Foundation

/// A QR code (ISO/IEC 18004) as its modules, for slips and certificates.
package struct QRCode: Hashable, Sendable {
    /// How much of the symbol may be lost: about 7, 15, 25 and 30 %.
    package enum Correction: Hashable, Sendable {
        case low, medium, quartile, high
    }

    package enum Failure: Error, Hashable, Sendable {
        /// Empty, with a NUL, or more than a code holds (2,953 bytes at the lowest correction).
        case unfit
    }

    /// Modules around the symbol that stay empty.
    ///
    /// - Source: ISO/IEC 18004, 'quiet zone': four modules.
    package static let quietZone = 4

    /// By row, then column; `true` is dark.
    package let modules: [[Bool]]

    /// Modules of one side, without the quiet zone.
    package var side: Int { modules.count }

    /// Encodes a text as UTF-8 in the smallest symbol that takes it.
    package init(_ text: String, correction: Correction = .medium) throws(Failure) {
        // Longer ones do not fit any symbol; a NUL would end the text.
        guard !text.isEmpty, text.utf8.count <= 2_953, !text.utf8.contains(0) else { throw .unfit }
        guard let symbol = unsafe QRcode_encodeString(text, 0, correction.level, QR_MODE_8, 1) else { throw .unfit }
        defer { unsafe QRcode_free(symbol) }
        let side = Int(unsafe symbol.pointee.width)
        guard side > 0, let data = unsafe symbol.pointee.data else { throw .unfit }
        let bytes = unsafe UnsafeBufferPointer(start: data, count: side * side)
        // The lowest bit says whether a module is dark; the others say what it is for.
        modules = (0..<side).map { row in (0..<side).map { unsafe bytes[row * side + $0] & 1 == 1 } }
    }

    /// What goes into the `d` of an SVG path in a view box of ``svgSide`` a side: each run of dark modules is a bar.
    package var svgPath: String {
        var path = ""
        for (y, row) in modules.enumerated() {
            var x = 0
            while x < row.count {
                guard row[x] else {
                    x += 1
                    continue
                }
                let start = x
                while x < row.count, row[x] { x += 1 }
                path += "M\(start + Self.quietZone) \(y + Self.quietZone)h\(x - start)v1h-\(x - start)z"
            }
        }
        return path
    }

    /// Side of the view box that ``svgPath`` is drawn in, with the quiet zone.
    package var svgSide: Int { side + 2 * Self.quietZone }

    /// A picture by itself, in black on white.
    package var svg: String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(svgSide) \(svgSide)\" shape-rendering=\"crispEdges\">"
            + "<path fill=\"#fff\" d=\"M0 0h\(svgSide)v\(svgSide)H0z\"/><path d=\"\(svgPath)\"/></svg>"
    }
}

extension QRCode.Correction {
    fileprivate var level: QRecLevel {
        switch self {
        case .low: QR_ECLEVEL_L
        case .medium: QR_ECLEVEL_M
        case .quartile: QR_ECLEVEL_Q
        case .high: QR_ECLEVEL_H
        }
    }
}
