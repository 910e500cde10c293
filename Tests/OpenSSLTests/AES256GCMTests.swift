import OpenSSL
import Testing

@Suite struct AES256GCMTests {
    /// The GCM specification (McGrew and Viega), test case 16.
    @Test func sealsAsTheSpecificationDoes() {
        let key = [UInt8](hex: "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")
        let nonce = [UInt8](hex: "cafebabefacedbaddecaf888")
        let plain = [UInt8](
            hex: "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
                + "b16aedf5aa0de657ba637b39"
        )
        let bound = [UInt8](hex: "feedfacedeadbeeffeedfacedeadbeefabaddad2")
        let sealed = AES256GCM.seal(plain, key: key, nonce: nonce, authenticated: bound)
        #expect(
            sealed.hex
                == "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
                + "c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b"
        )
        #expect(AES256GCM.open(sealed, key: key, nonce: nonce, authenticated: bound) == plain)
    }

    @Test func everyChangeIsNoticed() {
        let key = [UInt8](repeating: 1, count: 32)
        let nonce = [UInt8](repeating: 2, count: 12)
        let sealed = AES256GCM.seal([1, 2, 3], key: key, nonce: nonce, authenticated: [4])
        for bit in 0..<sealed.count * 8 {
            var changed = sealed
            changed[bit / 8] ^= 1 << (bit % 8)
            #expect(AES256GCM.open(changed, key: key, nonce: nonce, authenticated: [4]) == nil)
        }
        #expect(AES256GCM.open(sealed, key: key, nonce: nonce, authenticated: [5]) == nil)
        let otherKey = [UInt8](repeating: 3, count: 32)
        #expect(AES256GCM.open(sealed, key: otherKey, nonce: nonce, authenticated: [4]) == nil)
        #expect(AES256GCM.open([], key: key, nonce: nonce, authenticated: [4]) == nil)
    }
}
