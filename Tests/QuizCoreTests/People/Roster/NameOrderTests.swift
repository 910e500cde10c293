import Foundation
import QuizCore
import Testing

struct NameOrderTests {
    /// The order of lists is the one that ICU gives for Vietnamese, word by word (docs/vectors/names.py).
    @Test func namesStandInTheOrderOfICU() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../../docs/vectors/names.txt")
        let names = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { String($0) }
        #expect(names.count > 2_500)
        let keys = try names.map { name in try #require(PersonName(name)).sortKey }
        for index in names.indices.dropFirst() {
            let isAscending = keys[index - 1].lexicographicallyPrecedes(keys[index])
            #expect(isAscending, "\(names[index - 1]) before \(names[index])")
        }
    }
}
