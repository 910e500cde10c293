import Foundation
import QuizCore
import QuizFormats
import Testing

/// Writes files for Tests/Formats, where other programs read them.
struct SampleTests {
    static let folder = ProcessInfo.processInfo.environment["QUIZ_SAMPLES"]

    @Test(.enabled(if: folder != nil, "QUIZ_SAMPLES names no folder"))
    func samplesAreWritten() throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        let vocabulary = try Shipped.vocabulary()
        for name in SheetRoundTripTests.names {
            let bank = try name == "kinds" ? Shipped.kinds() : Shipped.bank(name)
            try Data(XLSXBank.bytes(bank)).write(to: folder.appending(path: "\(name).xlsx"))
            try Data(CSVBank.text(bank).utf8).write(to: folder.appending(path: "\(name).csv"))
        }
        let template = try XLSXBank.template(.vietnamese, vocabulary: vocabulary)
        try Data(template).write(to: folder.appending(path: "template.xlsx"))
    }
}
