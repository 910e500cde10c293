import Foundation
import QRCode
import Testing

struct QRCodeTests {
    /// Fifty-seven letters at the middle level: version 4.
    @Test func anAddressTakesTheSmallestSymbol() throws {
        let text = "https://thi.hatinh.gov.vn/#code=0123-4567-89AB-CDEF-GHJK1"
        let code = try QRCode(text)
        #expect(text.utf8.count == 57 && code.side == 33 && code.svgSide == 41)
        #expect(code.modules.allSatisfy { $0.count == 33 })
    }

    /// The three corners that readers look for (ISO/IEC 18004, 6.3.3).
    @Test(arguments: [QRCode.Correction.low, .medium, .quartile, .high])
    func finderPatternsStandInThreeCorners(_ correction: QRCode.Correction) throws {
        let code = try QRCode("Xin chào", correction: correction)
        let last = code.side - 7
        for (row, column) in [(0, 0), (0, last), (last, 0)] {
            for index in 0..<7 {
                #expect(code.modules[row][column + index] && code.modules[row + 6][column + index])
                #expect(code.modules[row + index][column] && code.modules[row + index][column + 6])
            }
            #expect(!code.modules[row + 1][column + 1] && code.modules[row + 3][column + 3])
        }
    }

    @Test func thePathDrawsEveryDarkModuleAndNoOther() throws {
        let code = try QRCode("https://example.vn/#code=ABCD")
        var drawn = Set<[Int]>()
        for bar in code.svgPath.split(separator: "z") {
            let match = try #require(try /M(\d+) (\d+)h(\d+)v1h-(\d+)/.wholeMatch(in: bar))
            let (x, y, width) = (Int(match.1) ?? 0, Int(match.2) ?? 0, Int(match.3) ?? 0)
            for column in x..<x + width { #expect(drawn.insert([y - 4, column - 4]).inserted) }
        }
        var dark = Set<[Int]>()
        for (y, row) in code.modules.enumerated() {
            for (x, isDark) in row.enumerated() where isDark { dark.insert([y, x]) }
        }
        #expect(drawn == dark)
    }

    @Test func whatNoSymbolHoldsIsRefused() throws {
        for text in ["", "a\u{0}b", String(repeating: "a", count: 2_954)] {
            #expect(throws: QRCode.Failure.unfit) { try QRCode(text, correction: .low) }
        }
        #expect(throws: QRCode.Failure.unfit) { try QRCode(String(repeating: "a", count: 2_953), correction: .high) }
        #expect(try QRCode(String(repeating: "a", count: 2_953), correction: .low).side == 177)
    }
}
