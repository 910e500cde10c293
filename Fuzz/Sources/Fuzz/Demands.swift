import Foundation
import QuizCore

/// Ends the process unless something holds; the fuzzer keeps the input.
func demand(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { fatalError(what()) }
}

/// Text that came through is in NFC, bytewise (I10).
func demandComposed(_ text: String) {
    let composed = text.precomposedStringWithCanonicalMapping
    demand(text.utf8.elementsEqual(composed.utf8), "not in NFC: \(text.debugDescription)")
}

/// What people are told has words in both languages, and nothing that acts on a terminal.
func demandTold(_ vi: String, _ en: String) {
    for text in [vi, en] {
        demand(!text.isEmpty, "a fault without words")
        demand(text.utf8.count < 4_096, "a fault of \(text.utf8.count) bytes")
        let isShown = text.unicodeScalars.allSatisfy { !$0.isRefused && $0 != "\n" && $0 != "\r" && $0 != "\t" }
        demand(isShown, "a fault with hidden characters: \(text.debugDescription)")
    }
}

/// Places are looked at where there are lines to hold them against.
func demandTold(_ faults: Faults, in lines: Lines?) {
    demand(!faults.faults.isEmpty, "refused without a fault")
    for fault in faults.faults {
        demandTold(fault.message.vi, fault.message.en)
        let isWithin = lines?.holds(fault.line, fault.column) ?? true
        demand(isWithin, "a fault at \(fault.line):\(fault.column): \(fault.message.en)")
    }
}

/// How long the lines of a file are, to judge the places that are told.
struct Lines {
    /// As an editor shows them, and by line feeds only, as XML counts them.
    private let lengths: [[Int]]

    init(_ bytes: [UInt8], isXML: Bool = false) {
        lengths = (isXML ? [true, false] : [true]).map { Self.lengths(of: bytes, endsAtReturn: $0) }
    }

    private static func lengths(of bytes: [UInt8], endsAtReturn: Bool) -> [Int] {
        var lengths = [0]
        for character in String(decoding: bytes, as: UTF8.self) {
            if character == "\n" || character == "\r" && endsAtReturn || character == "\r\n" {
                lengths.append(0)
            } else {
                // Some places are counted in bytes or scalars, which is more.
                lengths[lengths.count - 1] += character.utf8.count
            }
        }
        return lengths
    }

    /// Whether a place lies within the file, or just behind a line or behind the last.
    func holds(_ line: Int, _ column: Int) -> Bool {
        if line == 0 { return column == 0 }
        return lengths.contains { lengths in
            guard line >= 1, column >= 1, line <= lengths.count + 1 else { return false }
            return column <= (line <= lengths.count ? lengths[line - 1] : 0) + 2
        }
    }
}
