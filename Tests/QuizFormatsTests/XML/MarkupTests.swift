import QuizCore
import QuizFormats
import Testing

struct MarkupTests {
    private func read(_ text: String) throws -> MarkupElement {
        try MarkupDocument.read(Array(text.utf8))
    }

    private func fault(_ text: String) throws -> Fault {
        try fault(Array(text.utf8))
    }

    private func fault(_ bytes: [UInt8]) throws -> Fault {
        let error = try #require(throws: Faults.self) { try MarkupDocument.read(bytes) }
        return try #require(error.faults.first)
    }

    @Test func namesTextsAndPlacesComeOut() throws {
        let root = try read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- một lời -->
            <q:quiz xmlns:q="urn:q" xmlns="urn:d">
              <question type="multi" q:id="7" xml:lang="vi">Mật &amp; khẩu<![CDATA[ <b>đậm</b>]]>&#x111;<i/></question>
            </q:quiz>
            """
        )
        #expect(root.name == "quiz")
        #expect(root.tag.namespace == "urn:q")
        #expect(root.place == SourcePlace(line: 3, column: 38))
        let question = try #require(root.first("question"))
        #expect(question.tag.namespace == "urn:d")
        #expect(question.place.line == 4)
        #expect(question.text == "Mật & khẩu <b>đậm</b>đ")
        #expect(question.content.count == 2)
        #expect(question["type"] == "multi")
        #expect(question.tag["id", in: "urn:q"] == "7")
        #expect(question.tag["id", in: "urn:d"] == nil)
        #expect(question["lang"] == "vi")
        #expect(root.children("question") == [question])
        #expect(question.first("i")?.content == [])
        #expect(root.text.hasPrefix("\n  Mật"))
    }

    @Test func aPrefixIsBoundWhereItIsDeclared() throws {
        let root = try read("<a xmlns='1'><b xmlns='2'><c/></b><d/><p:e xmlns:p='3'/><f xmlns=''/></a>")
        let names = root.children.map { $0.tag.namespace }
        #expect(names == ["2", "1", "3", nil])
        #expect(root.first("b")?.first("c")?.tag.namespace == "2")
        #expect(try fault("<a><p:b xmlns:p='3'/><p:c/></a>").message.en.contains("prefix 'p'"))
    }

    @Test(arguments: ["\u{FEFF}", ""], ["utf-8", "UTF-8", "us-ascii"])
    func utf8IsTaken(_ mark: String, _ name: String) throws {
        #expect(try read("\(mark)<?xml version='1.0' encoding='\(name)'?><a>đ</a>").text == "đ")
    }

    @Test(arguments: [true, false])
    func utf16IsTakenWithItsMark(isLowFirst: Bool) throws {
        let text = "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n<a>Tiếng Việt 🔐</a>"
        let bytes = text.utf16.flatMap { unit in
            let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
            return isLowFirst ? pair : pair.reversed()
        }
        #expect(try MarkupDocument.read(bytes).text == "Tiếng Việt 🔐")
        #expect(try fault(Array(bytes.dropLast())).message.en.contains("UTF-16"))
        #expect(try fault(Array(bytes.dropFirst(2))).message.en.contains("byte order mark"))
    }

    @Test func otherEncodingsAreRefusedWithAdvice() throws {
        let named = try fault("<?xml version='1.0' encoding = \"windows-1258\"?><a/>")
        #expect(named.message.vi.contains("windows-1258"))
        #expect(named.message.vi.contains("UTF-8"))
        #expect(try fault(Array("<a>".utf8) + [0xE2, 0x28] + Array("</a>".utf8)).message.en.contains("UTF-8"))
        // Said to be UTF-16, but without its mark.
        #expect(try fault("<?xml version='1.0' encoding='UTF-16'?><a/>").message.en.contains("UTF-16"))
    }

    @Test(arguments: [
        "<!DOCTYPE a>\n<a/>", "<?xml version='1.0'?>\n<!-- x\n--><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<?x y?><!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
    ])
    func aDocumentTypeIsRefused(_ text: String) throws {
        #expect(try fault(text).message.en.contains("DOCTYPE"))
    }

    @Test func aDocumentTypeInTextIsNone() throws {
        #expect(try read("<!-- <!DOCTYPE a> --><a><![CDATA[<!DOCTYPE a>]]></a>").text == "<!DOCTYPE a>")
        #expect(try fault("<a><!DOCTYPE a></a>").line == 1)
    }

    @Test func anEntityOfHTMLIsNamed() throws {
        let fault = try fault("<a>\n  <b>đ &amp; x&nbsp;y</b>\n</a>")
        #expect(fault.line == 2)
        #expect(fault.message.en.contains("&nbsp;"))
    }

    @Test(arguments: [
        "", " ", "x", "<", "<a>", "<a/><b/>", "<a></b>", "<a b></a>", "<a b='1' b='2'/>", "<a>\u{1}</a>", "<a>&</a>",
        "<a><![CDATA[x</a>", "<a>&#0;</a>", "<?xml version='1.0'", "<!-- ", "<a/>x",
    ])
    func whatIsNotWellFormedIsRefused(_ text: String) throws {
        let fault = try fault(text)
        #expect(fault.line >= 0)
    }

    /// Each was the end of the process: libxml2 hands on no data there.
    @Test func instructionsWithoutContentAreRead() throws {
        let root = try read("<?x?>\n<a><?y?>b<?z c?><!-- <?d?> --><![CDATA[<?e?>]]><?f?></a><?g?>")
        #expect(root.text == "b<?e?>")
        #expect(try fault("<?x?>\n<a><?y?").line == 2)
    }

    /// Some of these were the end of the process: libxml2 takes them for UCS-4.
    @Test(arguments: ["\0\0\0<a/>", "<\0\0\0a/>", "\0\0<\0a/>", "\0<\0\0a/>", "<a>\u{1EA1}\0</a>"])
    func zerosAreRefused(_ text: String) throws {
        let refusal = try fault(text).message.en
        #expect(refusal.contains("control character") || refusal.contains("UTF-16"), "\(refusal)")
        let long = String(repeating: "<", count: 50) + text
        #expect(try fault(long).message.en.contains("control character"))
        #expect(try fault("\n\u{1EA1}" + text).line == 2)
    }

    @Test func aCutDocumentIsRefusedAtEveryByte() throws {
        let whole = Array("<?xml version='1.0'?><a b='c'>đ&amp;<![CDATA[x]]><!-- y --><d/></a>".utf8)
        #expect(try MarkupDocument.read(whole).children.count == 1)
        for count in 0..<whole.count {
            #expect(throws: Faults.self) { try MarkupDocument.read(Array(whole.prefix(count))) }
        }
    }

    @Test func depthAndNumberAndLengthAreLimited() throws {
        let deep = { String(repeating: "<a>", count: $0) + String(repeating: "</a>", count: $0) }
        #expect(try read(deep(64)).name == "a")
        #expect(try fault(deep(65)).message.en.contains("64 deep"))
        #expect(try fault(String(repeating: "<a>", count: 100_000)).message.en.contains("64 deep"))
        var limits = MarkupLimits()
        limits.elements = 3
        limits.text = 10
        limits.size = 100
        let read = { (text: String) in try MarkupDocument.read(Array(text.utf8), limits: limits) }
        #expect(try read("<a><b/><c/></a>").children.count == 2)
        #expect(throws: Faults.self) { try read("<a><b/><c/><d/></a>") }
        #expect(try read("<a>12345&lt;7890</a>").text.count == 10)
        #expect(throws: Faults.self) { try read("<a>12345&lt;78901</a>") }
        #expect(throws: Faults.self) { try read("<a>" + String(repeating: " ", count: 100) + "</a>") }
    }

    @Test func moreThanTenMegabytesAreRead() throws {
        let paragraph = "<p>" + String(repeating: "Việt ", count: 10_000) + "</p>"
        let text = "<a>" + String(repeating: paragraph, count: 200) + "</a>"
        #expect(text.utf8.count > 10_000_000)
        #expect(try read(text).children.count == 200)
    }

    @Test func aHandlerMayEndTheReading() {
        final class Stopper: MarkupHandler {
            var seen: [String] = []

            func start(_ tag: MarkupTag) throws(Faults) {
                seen.append(tag.name)
                if tag.name == "c" { throw Faults(tag.place, vi: "dừng", en: "stop") }
            }
            func text(_ text: String) {}
            func end(_ name: String) { seen.append("/" + name) }
        }
        let handler = Stopper()
        let error = #expect(throws: Faults.self) {
            try MarkupStream.read(Array("<a><p:b xmlns:p='1'/><c/><d/></a>".utf8), handler: handler)
        }
        #expect(error?.faults.first?.message.en == "stop")
        #expect(handler.seen == ["a", "b", "/b", "c"])
    }

    @Test func changedBytesNeverStopTheProcess() {
        let bytes = Array(
            "<?xml version='1.0' encoding='utf-8'?><a xmlns:p='1' b='c'><p:d>đ&#97;</p:d><![CDATA[x]]></a>".utf8
        )
        var generator = SplitMix(state: 7)
        for _ in 0..<5_000 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                changed[index] = UInt8.random(in: 0...255, using: &generator)
            }
            if let root = try? MarkupDocument.read(changed) { #expect(root.content.count <= 12) }
        }
    }
}
