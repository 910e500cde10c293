import OpenSSL
import Testing

@Suite struct ScryptTests {
    struct Vector: Sendable {
        let password: String
        let salt: String
        let cost: Int
        let blockSize: Int
        let parallelism: Int
        let key: String
    }

    /// RFC 7914, 12; its last vector needs 1 GiB and is left out.
    static let vectors = [
        Vector(
            password: "",
            salt: "",
            cost: 16,
            blockSize: 1,
            parallelism: 1,
            key: """
                77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442\
                fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906
                """
        ),
        Vector(
            password: "password",
            salt: "NaCl",
            cost: 1_024,
            blockSize: 8,
            parallelism: 16,
            key: """
                fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162\
                2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640
                """
        ),
        Vector(
            password: "pleaseletmein",
            salt: "SodiumChloride",
            cost: 16_384,
            blockSize: 8,
            parallelism: 1,
            key: """
                7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2\
                d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887
                """
        ),
    ]

    @Test(arguments: vectors) func derivesAsTheRFCDoes(_ vector: Vector) throws {
        let key = try Scrypt.derive(
            password: Array(vector.password.utf8),
            salt: Array(vector.salt.utf8),
            cost: vector.cost,
            blockSize: vector.blockSize,
            parallelism: vector.parallelism,
            length: 64
        )
        #expect(key.hex == vector.key)
    }

    /// More than the 32 MiB that libcrypto allows unless told otherwise.
    @Test func memoryIsNotCappedAtTheLibrarysDefault() throws {
        let key = try Scrypt.derive(password: [1], salt: [2], cost: 1 << 16, blockSize: 8, parallelism: 1, length: 16)
        #expect(key.count == 16)
    }

    @Test(
        arguments: [
            (1, 8, 1, 32), (0, 8, 1, 32), (-16, 8, 1, 32), (1_000, 8, 1, 32), (1 << 16, 1, 1, 32), (16, 0, 1, 32),
            (16, 8, 0, 32), (16, 8, 1 << 27, 32), (1 << 62, 8, 1, 32), (16, Int.max, 1, 32), (16, 8, 1, 0),
        ] as [(Int, Int, Int, Int)]
    )
    func refusesNumbersOutOfRange(_ cost: Int, _ blockSize: Int, _ parallelism: Int, _ length: Int) {
        #expect(throws: ScryptError.parameters) {
            try Scrypt.derive(
                password: [],
                salt: [],
                cost: cost,
                blockSize: blockSize,
                parallelism: parallelism,
                length: length
            )
        }
    }
}
