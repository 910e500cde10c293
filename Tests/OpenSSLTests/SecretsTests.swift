import OpenSSL
import Testing

@Suite struct SecretsTests {
    @Test(arguments: [0, 1, 16, 32, 100_000]) func randomBytesAreAsManyAsAsked(_ count: Int) {
        #expect(SecureRandom.bytes(count).count == count)
    }

    @Test func randomBytesDiffer() {
        let drawn = Set((0..<1_000).map { _ in SecureRandom.bytes(16) })
        #expect(drawn.count == 1_000)
        #expect(Set(SecureRandom.bytes(10_000)).count == 256)
    }

    @Test func equalBytesAreEqual() {
        let secret = [UInt8](0..<32)
        #expect(ConstantTime.equal(secret, [UInt8](0..<32)))
        #expect(ConstantTime.equal([], []))
    }

    @Test func oneBitOrOneByteMoreMakesADifference() {
        let secret = [UInt8](0..<32)
        for position in secret.indices {
            var other = secret
            other[position] ^= 0x80
            #expect(!ConstantTime.equal(secret, other))
        }
        #expect(!ConstantTime.equal(secret, secret + [0]))
        #expect(!ConstantTime.equal(secret, Array(secret.dropLast())))
        #expect(!ConstantTime.equal([], [0]))
    }

    @Test func theLibraryIsAtLeast3() {
        #expect(OpenSSLVersion.text.hasPrefix("OpenSSL 3."))
    }
}
