/// Turns the parser's places, whose columns count scalars, into places whose columns count characters.
///
/// Asked for places in ascending order it walks the text once.
struct CharacterPlaces {
    private let source: SourceText
    private var index: String.Index
    private var line = 1
    private var scalarColumn = 1
    private var column = 1

    init(_ source: SourceText) {
        self.source = source
        index = source.text.startIndex
    }

    /// The place of the character that a scalar belongs to; line and column are counted from 1, the column in scalars.
    mutating func place(line wanted: Int, scalarColumn wantedColumn: Int) -> SourcePlace {
        guard !source.isSimple else { return SourcePlace(line: wanted, column: wantedColumn) }
        if (wanted, wantedColumn) < (line, scalarColumn) { self = CharacterPlaces(source) }
        while index < source.text.endIndex {
            let character = source.text[index]
            let isLineEnd = character == "\n" || character == "\r" || character == "\r\n"
            let next = scalarColumn + character.unicodeScalars.count
            if line == wanted, isLineEnd || wantedColumn < next { break }
            index = source.text.index(after: index)
            line += isLineEnd ? 1 : 0
            column = isLineEnd ? 1 : column + 1
            scalarColumn = isLineEnd ? 1 : next
        }
        return SourcePlace(line: wanted, column: line == wanted ? column : 1)
    }
}
