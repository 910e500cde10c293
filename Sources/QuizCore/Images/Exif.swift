/// The one thing of Exif that changes what people see: which side is up (CIPA DC-008, tag 0x0112).
enum Exif {
    private static let tag = 0x0112
    /// Unit: bytes of one entry of a directory.
    private static let entrySize = 12

    /// 1 to 8; 1, which is upright, where nothing is said or nothing can be read.
    ///
    /// `block`: begins with the byte order.
    static func orientation(in block: ArraySlice<UInt8>) -> Int {
        let bytes = ImageBytes(Array(block))
        let isLittle = bytes.holds("II", at: 0)
        guard isLittle || bytes.holds("MM", at: 0) else { return 1 }
        func number(_ place: Int, _ width: Int) -> Int? {
            isLittle ? bytes.little(place, width) : bytes.big(place, width)
        }
        guard number(2, 2) == 42, let directory = number(4, 4), let count = number(directory, 2) else { return 1 }
        for index in 0..<min(count, 200) {
            let entry = directory + 2 + index * entrySize
            guard let found = number(entry, 2) else { return 1 }
            // Of type SHORT, one of them.
            guard found == tag, number(entry + 2, 2) == 3, let value = number(entry + 8, 2) else { continue }
            return (1...8).contains(value) ? value : 1
        }
        return 1
    }

    /// A block for JPEG that says which side is up and nothing else.
    static func segment(orientation: Int) -> [UInt8] {
        let head: [UInt8] = [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8]
        let entry: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(truncatingIfNeeded: orientation), 0, 0]
        return head + [0, 1] + entry + [0, 0, 0, 0]
    }
}
