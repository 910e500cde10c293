import OpenSSL
import Testing

struct HMACSHA1Tests {
    /// RFC 2202, section 3: test cases 1, 2, 3 and 6.
    @Test(arguments: [
        ([UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8), "b617318655057264e28bc0b6fb378c8ef146be00"),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"
        ),
        (
            [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
            "125d7342b9ac11cd91a39af48aa17b4f63f175d3"
        ),
        (
            [UInt8](repeating: 0xAA, count: 80),
            Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "aa4ae5e15272d00e95705637ce8a3b55ed402112"
        ),
    ])
    func itGivesTheCodesOfTheRFC(_ key: [UInt8], _ message: [UInt8], _ code: String) {
        #expect(HMACSHA1.authenticate(message, key: key).hex == code)
    }
}

struct AES256GCMTests {
    private static let key = [UInt8](0..<32)

    /// The GCM specification's test case 14: zeros under a zero key and nonce.
    @Test func itOpensWhatTheSpecificationSealed() {
        let hidden: [UInt8] = [
            0xCE, 0xA7, 0x40, 0x3D, 0x4D, 0x60, 0x6B, 0x6E, 0x07, 0x4E, 0xC5, 0xD3, 0xBA, 0xF3, 0x9D, 0x18,
        ]
        let tag: [UInt8] = [
            0xD0, 0xD1, 0xC8, 0xA7, 0x99, 0x99, 0x6B, 0xF0, 0x26, 0x5B, 0x98, 0xB5, 0xD4, 0x8A, 0xB9, 0x19,
        ]
        let sealed = [UInt8](repeating: 0, count: 12) + hidden + tag
        let key = [UInt8](repeating: 0, count: 32)
        #expect(AES256GCM.open(sealed, key: key, context: []) == [UInt8](repeating: 0, count: 16))
    }

    @Test(arguments: [0, 1, 20, 100]) func whatIsSealedComesBackAndNeverLooksTheSame(_ count: Int) {
        let plain = [UInt8](repeating: 7, count: count)
        let sealed = AES256GCM.seal(plain, key: Self.key, context: [1])
        #expect(sealed.count == count + 28)
        #expect(AES256GCM.open(sealed, key: Self.key, context: [1]) == plain)
        #expect(AES256GCM.seal(plain, key: Self.key, context: [1]) != sealed)
    }

    @Test func oneBitAnywhereShutsIt() {
        let sealed = AES256GCM.seal([1, 2, 3], key: Self.key, context: [1])
        for place in sealed.indices {
            var other = sealed
            other[place] ^= 1
            #expect(AES256GCM.open(other, key: Self.key, context: [1]) == nil)
        }
        #expect(AES256GCM.open(sealed, key: Self.key, context: [2]) == nil)
        #expect(AES256GCM.open(sealed, key: [UInt8](1..<33), context: [1]) == nil)
        #expect(AES256GCM.open(Array(sealed.prefix(27)), key: Self.key, context: [1]) == nil)
        #expect(AES256GCM.open([], key: Self.key, context: [1]) == nil)
    }
}
