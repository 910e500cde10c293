import QuizCore

/// Takes a table of separated values apart (RFC 4180), one record at a time.
struct CSVParser {
    enum Separator: UInt8, CaseIterable {
        case comma = 0x2C
        case semicolon = 0x3B
        case tab = 0x09
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var index: Int
    /// Of the record that was read last, counted from 1.
    private(set) var number = 0
    private(set) var faults: [(place: SourcePlace, message: Message)] = []

    /// `bytes` are UTF-8, and the record at `start` is the first.
    init(_ bytes: [UInt8], from start: Int = 0, separator: Separator) {
        self.bytes = bytes
        self.separator = separator.rawValue
        index = start
    }

    /// The cells of the next record; `nil` at the end.
    mutating func next() -> [String]? {
        guard index < bytes.count else { return nil }
        number += 1
        var cells: [String] = []
        while true {
            cells.append(bytes[safe: index] == Self.quote ? quoted(cells.count + 1) : plain())
            guard index < bytes.count else { return cells }
            let byte = bytes[index]
            index += 1
            if byte == separator {
                // A separator at the very end has an empty cell behind it.
                if index == bytes.count { return cells + [""] }
                continue
            }
            if byte == Self.carriageReturn, bytes[safe: index] == Self.lineFeed { index += 1 }
            return cells
        }
    }

    private static let quote = UInt8(ascii: "\"")
    private static let carriageReturn: UInt8 = 0x0D
    private static let lineFeed: UInt8 = 0x0A

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    /// As it stands, quotes within included.
    private mutating func plain() -> String {
        let start = index
        while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func quoted(_ column: Int) -> String {
        index += 1
        var text: [UInt8] = []
        while let byte = bytes[safe: index] {
            index += 1
            guard byte == Self.quote else {
                text.append(byte)
                continue
            }
            guard bytes[safe: index] == Self.quote else {
                tellRest(column)
                return Self.text(text)
            }
            text.append(Self.quote)
            index += 1
        }
        fault(
            column,
            vi:
                "ô này mở dấu ngoặc kép (\") mà không đóng; hãy thêm dấu đóng, hoặc viết đôi (\"\") khi nó thuộc nội dung",
            en:
                "this cell opens a quote (\") and never closes it; close it, or double it (\"\") if it belongs to the text"
        )
        return Self.text(text)
    }

    /// What stands between a closing quote and the end of the cell.
    private mutating func tellRest(_ column: Int) {
        let rest = plain()
        guard !rest.allSatisfy(\.isWhitespace) else { return }
        fault(
            column,
            vi: "sau dấu ngoặc kép đóng còn “\(rest.excerpt)”; dấu ngoặc kép trong nội dung phải viết đôi (\"\")",
            en: "behind the closing quote stands '\(rest.excerpt)'; a quote within a text must be doubled (\"\")"
        )
    }

    private mutating func fault(_ column: Int, vi: String, en: String) {
        guard faults.count < 1_000 else { return }
        faults.append((SourcePlace(line: number, column: column), Message(vi: vi, en: en)))
    }

    /// Line ends within a cell as the native format has them.
    private static func text(_ bytes: [UInt8]) -> String {
        guard bytes.contains(carriageReturn) else { return String(decoding: bytes, as: UTF8.self) }
        var plain: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if byte != carriageReturn {
                plain.append(byte)
            } else if bytes[safe: index + 1] != lineFeed {
                plain.append(lineFeed)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}

extension Array {
    /// `nil` beyond the end.
    fileprivate subscript(safe index: Int) -> Element? {
        index < count ? self[index] : nil
    }
}
