import Foundation
import QuizServer
import Testing

@Suite struct KeyBundleTests {
    let bundle = KeyBundle(keys: [
        "server": [UInt8](repeating: 1, count: 32), "contest-tuan.1_a": [UInt8](repeating: 2, count: 32),
    ])

    private func read(_ text: [UInt8], _ passphrase: String = "") throws -> KeyBundle {
        try KeyBundle(Data(text)) { passphrase }
    }

    @Test func plainKeysComeBackAndEveryFlippedBitIsNoticed() throws {
        let text = Array(bundle.plain.utf8)
        let back = try read(text)
        #expect(back == bundle)
        for place in text.indices {
            for bit in 0..<8 {
                var changed = text
                changed[place] ^= 1 << UInt8(bit)
                #expect(throws: Refusal.self, "byte \(place), bit \(bit)") { try read(changed) }
            }
        }
    }

    @Test func encryptedKeysNeedTheirPassphrase() throws {
        let text = Array(try bundle.sealed(passphrase: "năm từ ngẫu nhiên đây").utf8)
        let hidden = String(decoding: text, as: UTF8.self)
        #expect(!hidden.contains("server") && !hidden.contains("0101010101"))
        let back = try read(text, "năm từ ngẫu nhiên đây")
        #expect(back == bundle)
        #expect(throws: Refusal.self) { try read(text, "năm từ ngẫu nhiên đấy") }
        // In the title, the parameters, the nonce and the bytes.
        for place in [3, 30, 60, 75, 110, text.count - 2] {
            var changed = text
            changed[place] ^= 1
            #expect(throws: Refusal.self, "byte \(place)") { try read(changed, "năm từ ngẫu nhiên đây") }
        }
    }

    @Test(arguments: ["../evil", ".hidden", "a/b", "a b", "đ"]) func aNameIsNoPath(_ name: String) {
        let evil = KeyBundle(keys: [name: [UInt8](repeating: 1, count: 32)])
        #expect(throws: Refusal.self) { try read(Array(evil.plain.utf8)) }
    }

    /// 2^40 would be 128 TiB.
    @Test func aFileCannotAskForAllMemory() {
        let text = "bang-vang keys 1 encrypted\nscrypt 1099511627776 8 1 00\naes-256-gcm 000000000000000000000000\n00\n"
        #expect(throws: Refusal.self) { try read(Array(text.utf8), "x") }
    }
}
