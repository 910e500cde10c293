import NIOCore
import QuizAPI
import Testing

struct RemoteAddressTests {
    @Test(
        arguments: [
            ("198.51.100.7", "198.51.100.7"), (" 198.51.100.7\t", "198.51.100.7"),
            ("198.51.100.7:4711", "198.51.100.7"),
            ("2001:DB8:0:0::1", "2001:db8::1"), ("[2001:db8::1]", "2001:db8::1"), ("[2001:db8::1]:443", "2001:db8::1"),
            ("::ffff:10.0.0.1", "10.0.0.1"), ("::FFFF:10.0.0.1", "10.0.0.1"),
        ]
    )
    func anAddressHasOneForm(_ text: String, _ canonical: String) {
        #expect(RemoteAddress.canonical(text) == canonical)
    }

    @Test(
        arguments: [
            "", " ", "unknown", "localhost", "10.0.0", "10.0.0.256", "10.0.0.1/8", "[", "[]", "]", ":", "::g",
            "1.2.3.4:5:6", "_hidden", String(repeating: "1", count: 100_000), "10.0.0.1\u{0}", "fe80::1%eth0%eth1",
        ]
    )
    func whatIsNoneIsRefused(_ text: String) {
        #expect(RemoteAddress.canonical(text) == nil)
    }

    /// Who asked, through proxies 10.0.0.1 and 10.0.0.2 of ours.
    @Test(
        arguments: [
            // A stranger is who he is, whatever he says.
            ("203.0.113.9", ["198.51.100.1"], "203.0.113.9"),
            // The last hop that is not ours; what it wrote itself does not count.
            ("10.0.0.1", ["1.2.3.4, 198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", ["1.2.3.4", "198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", ["1.2.3.4, 198.51.100.1,10.0.0.2"], "198.51.100.1"),
            ("10.0.0.1", ["10.0.0.2, 198.51.100.1"], "198.51.100.1"),
            ("::ffff:10.0.0.1", ["198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", ["2001:DB8::1"], "2001:db8::1"),
            // All ours: the first of them. Nothing, or nothing that is an address: the proxy itself.
            ("10.0.0.1", ["10.0.0.2"], "10.0.0.2"),
            ("10.0.0.1", [], "10.0.0.1"),
            ("10.0.0.1", [""], "10.0.0.1"),
            ("10.0.0.1", ["198.51.100.1, unknown"], "10.0.0.1"),
        ] as [(String, [String], String)]
    )
    func onlyOurProxiesSayWhoAsks(_ peer: String, _ forwarded: [String], _ origin: String) throws {
        let peer = try SocketAddress(ipAddress: peer, port: 4_711)
        let found = RemoteAddress.origin(
            of: peer,
            forwarded: forwarded,
            trustedProxies: ["10.0.0.1", "10.0.0.2"]
        )
        #expect(found == origin)
    }

    @Test func withoutAPeerNothingThatIsSaidCounts() {
        let found = RemoteAddress.origin(of: nil, forwarded: ["198.51.100.1"], trustedProxies: ["10.0.0.1"])
        #expect(found == "unknown")
    }
}
