import OpenSSL
import Testing

@Suite struct SHA256Tests {
    /// RFC 6234, 8.5, and the lengths around a block's end (Python's hashlib).
    static let vectors: [(message: [UInt8], digest: String)] = [
        ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (letters(55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        (letters(56), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
        (letters(63), "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
        (letters(64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
        (letters(65), "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
        (letters(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ]

    @Test(arguments: vectors) func hashesAsTheRFCDoes(_ vector: (message: [UInt8], digest: String)) {
        #expect(SHA256.hash(vector.message).hex == vector.digest)
    }

    @Test func manyThreadsShareTheAlgorithm() async {
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<1_000).allSatisfy { _ in SHA256.hash(Self.vectors[1].message).hex == Self.vectors[1].digest }
                }
            }
            for await isRight in group {
                #expect(isRight)
            }
        }
    }

    private static func letters(_ count: Int) -> [UInt8] {
        [UInt8](repeating: UInt8(ascii: "a"), count: count)
    }
}

@Suite struct SHA256StreamTests {
    @Test(arguments: [0, 1, 63, 64, 65, 1_000]) func piecesHashAsTheWhole(_ size: Int) {
        let bytes = (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var stream = SHA256Stream()
        stream.update(Array(bytes.prefix(size)))
        stream.update([])
        stream.update(Array(bytes.dropFirst(size)))
        #expect(stream.finish() == SHA256.hash(bytes))
    }
}
