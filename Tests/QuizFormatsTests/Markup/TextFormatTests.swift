import QuizFormats
import Testing

struct TextFormatTests {
    @Test(
        arguments: [
            (.html, "<p>Một</p><p>hai<br>ba</p>", "Một⏎⏎hai⏎ba", []),
            (.html, "  Một\n  hai &#7841; &agrave;&hellip; &khong; & <", "Một hai ạ à… &khong; & <", []),
            (.html, "<ul><li>a</li><li>b</li></ul><ol><li>c<li>d</ol>", "- a⏎- b⏎1. c⏎2. d", []),
            (.html, "10<sup>2</sup> CO<sub>2</sub> x<sup>k+1</sup>", "10² CO₂ x^k⁺¹", []),
            (.html, "<table><tr><td>1<td>2</tr><tr><td>3</td><td>4</td></tr></table>", "1 | 2⏎3 | 4", [.table]),
            (.html, "<a href='x>y'>z</a><img src=\"a\"><video></video>", "z", [.link, .image, .media]),
            (.html, "a<script>if (1<2) {}</SCRIPT>b<style>p{}</style><!-- x > -->c", "abc", [.script]),
            (.html, "<o:p>x</o:p>&nbsp;&nbsp;y\u{200B}z<pre>1\n2</pre>", "x yz⏎⏎1⏎2", []),
            (.html, "a < b, c<d và <3", "a < b, c<d và <3", []),
            (.html, "<p unclosed", "<p unclosed", []),
            (.moodle, "Một\nhai <b>ba</b> <x> vector<int>", "Một⏎hai ba <x> vector<int>", []),
            (.plain, "<b> &amp; **x**", "<b> &amp; **x**", []),
            (
                .markdown, "# Đầu\n**đậm** __đậm__ *nghiêng* _nghiêng_ `mã` 2*3*4 a_b_c _____ \\*x\\*",
                "Đầu⏎đậm đậm nghiêng nghiêng mã 234 a_b_c _____ *x*", []
            ),
            (.markdown, "![hình](a.png) [chữ](http://b) [x] - y", "chữ [x] - y", [.image, .link]),
        ] as [(TextFormat, String, String, Set<MarkupLoss>)]
    )
    func textComesOutOfItsMarkup(_ format: TextFormat, _ text: String, _ expected: String, _ losses: Set<MarkupLoss>) {
        let reading = format.read(text)
        #expect(reading.text.replacing("\n", with: "⏎").trimmingPrefix(" ") == expected)
        #expect(reading.losses == losses)
    }

    @Test(arguments: TextFormat.allCases) func anySignsDoNoHarm(_ format: TextFormat) {
        var random = SplitMix(state: 11)
        let pieces = [
            "<", ">", "</", "&", ";", "#", "p", "script", "!--", "-->", "*", "_", "[", "](", ")", "`", "\\", "\n", " ",
            "ạ", "\u{301}", "\"",
        ]
        for _ in 0..<2_000 {
            let text = (0..<30).compactMap { _ in pieces.randomElement(using: &random) }.joined()
            let reading = format.read(text)
            #expect(reading.text.utf8.count <= 3 * text.utf8.count)
        }
    }

    @Test(arguments: [
        "<", "<a ", "<a='", "<!--", "<script>", "&", "&a", "*a", "*a _b `c ", "*a* _b_ ", "[", "[a ![b ", "[a](b) ",
        "**", "<sup>x", "<ol><li>", "<td>",
    ])
    func muchOfOneThingIsReadInTime(_ sign: String) {
        let text = String(repeating: sign, count: (1 << 17) / sign.utf8.count)
        for format in TextFormat.allCases {
            let took = ContinuousClock().measure { _ = format.read(text) }
            #expect(took < .seconds(30), "\(format) \(sign): \(took)")
        }
    }
}
