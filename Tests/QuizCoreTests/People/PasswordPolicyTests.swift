import QuizCore
import Testing

struct PasswordPolicyTests {
    @Test(arguments: [
        "correct horse battery staple", "bốn từ ngẫu nhiên khác nhau", "ghế-xanh-mưa-khoai-bút", "7f3a9c1e5b2d8046",
        "xkqvjzbwmphtlru", "🐉🐢🐟🐍🐇🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵", "  trà đá vỉa hè mùa hạ  ", "k9#Lq!zV&x2@Rt%m",
        String(repeating: "máy bơm cũ kêu to ", count: 40), "48151623421234098712",
    ])
    func longOnesOfManyPiecesAreTaken(_ password: String) {
        #expect(PasswordPolicy.fault(in: password, account: "an-nguyen") == nil)
    }

    @Test(arguments: [
        "aaaaaaaaaaaaaaaaaaaa", "abcdefghijklmnopqrst", "123456789012345", "qwertyuiopasdfgh", "password1234567890",
        "P@ssw0rd123456789", "iloveyouiloveyou", "matkhaumatkhau123", "Matkhau@123456789", "abcabcabcabcabcabc",
        "hatinh2026hatinh2026", "an-nguyen-an-nguyen", "bangvang bangvang 1", "111222333444555", "1qaz2wsx3edc4rfv",
        "Admin123456789!", "               ", "!@#$%^&*()!@#$%^&*()", "zyxwvutsrqponmlkj",
    ])
    func whatGuessersTryIsRefused(_ password: String) {
        #expect(PasswordPolicy.fault(in: password, account: "an-nguyen") != nil)
    }

    /// By characters after NFC, whichever way they came.
    @Test func fifteenAreCountedInNFC() {
        let password = "ố ạ ữ ệ ỗ ẵ ậ k"
        #expect(password.unicodeScalars.count == 15)
        #expect(PasswordPolicy.fault(in: password, account: "x") == nil)
        #expect(PasswordPolicy.fault(in: String(password.dropLast()), account: "x") != nil)
        let apart = "o\u{302}\u{301}a\u{323}u\u{31B}\u{303}k"
        #expect(PasswordPolicy.fault(in: apart, account: "x") != nil)
    }

    @Test func theLongestThatSignInTakesIsTheLongestThatIsTaken() {
        let word = "mây núi sông biển "
        let long = String(repeating: word, count: 100)
        #expect(PasswordPolicy.fault(in: long, account: "x") != nil)
        var fitting = long
        while fitting.utf8.count > PasswordPolicy.longest { fitting.removeLast() }
        #expect(PasswordPolicy.fault(in: fitting, account: "x") == nil)
    }

    @Test(arguments: ["an", "a.b-c_d@e", "A1", String(repeating: "a", count: 64)])
    func plainNamesAreTaken(_ name: String) {
        #expect(AccountName.isValid(name))
    }

    @Test(arguments: ["", "a", "-an", "an nguyen", "ân", "an/..", "an\n", "an%2f", String(repeating: "a", count: 65)])
    func otherNamesAreNot(_ name: String) {
        #expect(!AccountName.isValid(name))
    }

    @Test(
        arguments: [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537",
                "Chrome trên Windows"
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1",
                "Safari trên iPhone"
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox trên Linux"),
            ("Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36 Zalo android/24", "Zalo trên Android"),
            ("Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0", "Edge trên Windows"),
            ("curl/8.5", nil), ("", nil), (nil, nil),
        ] as [(String?, String?)]
    )
    func aDeviceIsToldInAFewWords(_ agent: String?, _ words: String?) {
        #expect(DeviceWords.words(agent) == words)
    }

    @Test func changesAreToldLineByLine() {
        #expect(LineChanges.words(from: "a\nb\nc", to: "a\nB\nc\nd") == "− b\n+ B\n+ d")
        #expect(LineChanges.words(from: "a\nb", to: "a\nb").isEmpty)
        let many = (0..<100).map { "\($0)" }.joined(separator: "\n")
        #expect(LineChanges.words(from: "", to: many).hasSuffix("\n… 61"))
    }
}
