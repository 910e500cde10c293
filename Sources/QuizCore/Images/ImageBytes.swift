/// Numbers in a file from outside; `nil` beyond its end.
struct ImageBytes {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    func byte(_ place: Int) -> UInt8? {
        bytes.indices.contains(place) ? bytes[place] : nil
    }

    /// `width`: 1 to 4 bytes, highest first.
    func big(_ place: Int, _ width: Int) -> Int? {
        slice(place, width)?.reduce(0) { $0 << 8 | Int($1) }
    }

    /// `width`: 1 to 4 bytes, lowest first.
    func little(_ place: Int, _ width: Int) -> Int? {
        slice(place, width)?.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    func slice(_ place: Int, _ count: Int) -> ArraySlice<UInt8>? {
        guard place >= 0, count >= 0, count <= bytes.count, place <= bytes.count - count else { return nil }
        return bytes[place..<place + count]
    }

    func holds(_ text: String, at place: Int) -> Bool {
        slice(place, text.utf8.count)?.elementsEqual(text.utf8) ?? false
    }
}
