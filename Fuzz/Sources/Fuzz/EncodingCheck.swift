import QuizCore

/// Files in no encoding that is taken.
enum EncodingCheck {
    static func check(_ bytes: [UInt8]) {
        do throws(Faults) {
            let text = try SourceText.decode(bytes)
            demand(LegacyVietnamese.recognise(in: text) == nil, "taken, though recognised")
        } catch {
            demand(error.faults.count == 1, "\(error.faults.count) faults of an encoding")
            demandTold(error, in: Lines(bytes))
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if let found = LegacyVietnamese.recognise(in: text) {
            demand((0...text.utf8.count).contains(found.offset), "the word at \(found.offset)")
            demandTold(found.message.vi, found.message.en)
        }
    }
}
