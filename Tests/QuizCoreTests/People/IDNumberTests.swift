import QuizCore
import Testing

struct IDNumberTests {
    @Test(arguments: [
        ("042 090 001234", "042090001234"), ("042.090-001234", "042090001234"), ("183456789", "183456789"),
    ])
    func numbersAreRead(_ typed: String, _ digits: String) {
        #expect(IDNumber(typed)?.digits == digits)
    }

    @Test(
        arguments: [
            "", "042", "142090001234", "0420900012345", "04209000123x", "000000000000", "１８３４５６７８９",
            String(repeating: "0 ", count: 1_000),
        ]
    )
    func othersAreNot(_ typed: String) {
        #expect(IDNumber(typed) == nil)
    }
}
