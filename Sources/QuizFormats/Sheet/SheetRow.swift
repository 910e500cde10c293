import QuizCore

/// A row of a sheet, whatever file it comes from: only cells that hold something, from left to right.
struct SheetRow: Hashable, Sendable {
    /// Counted from 1, as spreadsheet programs show it.
    let number: Int
    var cells: [SheetCell] = []

    subscript(column: Int) -> SheetCell? {
        cells.first { $0.column == column }
    }

    func place(_ column: Int) -> SourcePlace {
        SourcePlace(line: number, column: column)
    }

    /// The beginning of what stands there, to be shown beside a fault.
    var original: String {
        String(cells.prefix(8).map(\.text).joined(separator: " | ").prefix(200))
    }
}

struct SheetCell: Hashable, Sendable {
    /// Counted from 1.
    let column: Int
    /// As a person sees it, without white space at its ends.
    let text: String
    /// Why it has no text that could be used, told if anybody wants it.
    var problem: Message?

    init(column: Int, text: String, problem: Message? = nil) {
        self.column = column
        self.text = text
        self.problem = problem
    }
}

/// Columns by their letters.
enum SheetColumnName {
    /// `XFD`.
    static let last = 16_384

    /// `A`, `Z`, `AA`.
    static func name(_ column: Int) -> String {
        var rest = column
        var letters: [Character] = []
        while rest > 0 {
            let (quotient, letter) = (rest - 1).quotientAndRemainder(dividingBy: 26)
            letters.append(Character(Unicode.Scalar(UInt8(65 + letter))))
            rest = quotient
        }
        return String(letters.reversed())
    }

    /// `nil` beyond ``last``.
    static func number(_ letters: some Sequence<UInt8>) -> Int? {
        var column = 0
        for byte in letters {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { return nil }
            column = column * 26 + Int(byte) - 64
            guard column <= last else { return nil }
        }
        return column > 0 ? column : nil
    }
}
