import QuizCore

/// Pictures as they come: what is taken is within the limits, and is taken again as it is kept.
enum ImageCheck {
    static func check(_ bytes: [UInt8]) {
        guard let image = try? ImageFile(bytes) else { return }
        demand((1...4_096).contains(image.width) && (1...4_096).contains(image.height), "sides beyond the limits")
        demand(image.bytes.count <= bytes.count, "larger than it came")
        let again = try? ImageFile(image.bytes)
        demand(again?.bytes == image.bytes && again?.isCleaned == false, "not taken again as it is kept")
    }
}
