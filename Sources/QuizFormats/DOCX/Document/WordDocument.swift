import QuizCore

/// What a document holds: paragraphs and tables in their order.
struct WordDocument {
    enum Block {
        case paragraph(WordParagraph)
        case table(WordTable)
    }

    var blocks: [Block] = []
    var leftOut = WordLeftOut()
    /// Where its pictures lie.
    var parts: WordPictureParts?

    /// All paragraphs, those of tables too.
    var paragraphs: [WordParagraph] {
        blocks.flatMap { block in
            switch block {
            case .paragraph(let paragraph): [paragraph]
            case .table(let table): table.rows.flatMap { $0.flatMap(\.paragraphs) }
            }
        }
    }
}

/// A paragraph with its text in pieces that look alike.
struct WordParagraph {
    struct Piece {
        var text: String
        let look: WordLook
    }

    /// What an automatic list puts before the text.
    struct Label {
        let text: String
        let look: WordLook
        let list: String
    }

    /// Counted from 1 over the document, empty ones and those in tables too.
    let number: Int
    var pieces: [Piece] = []
    var label: Label?
    /// 0 for the outermost heading; `nil` for other text.
    var heading: Int?
    var pictures: [WordPicture] = []
    /// Whether it holds an equation that cannot be written as text.
    var hasLostMath = false
    /// What of it is set in a font of before Unicode.
    var oldText = ""

    var place: SourcePlace { SourcePlace(line: number, column: 1) }

    var text: String { pieces.map(\.text).joined() }

    mutating func append(_ text: String, _ look: WordLook) {
        if pieces.last?.look == look {
            pieces[pieces.count - 1].text += text
        } else {
            pieces.append(Piece(text: text, look: look))
        }
    }
}

/// A picture of a document, where it stands in the text.
struct WordPicture: Hashable, Sendable {
    /// Id of the relation of the main part that leads to the picture's own part; `nil` for a drawing without one.
    let relation: String?
    /// On one line; empty where nothing is said.
    let alt: String
    let place: SourcePlace
}

struct WordTable {
    /// Those that lie in the table's own cells; what stands in a table within a cell belongs to the cell.
    var rows: [[Cell]] = []

    struct Cell {
        /// Counted from 1, in columns of the table as a whole.
        let column: Int
        var paragraphs: [WordParagraph] = []
        /// Whether it carries on the cell above.
        var isContinued = false
        /// Whether cells below carry it on.
        var isMerged = false

        var text: String {
            paragraphs.map { ($0.label.map { $0.text + " " } ?? "") + $0.text }.joined(separator: "\n").trimmed
        }
    }
}
