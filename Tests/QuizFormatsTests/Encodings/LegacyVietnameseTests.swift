import QuizCore
import Testing

struct LegacyVietnameseTests {
    @Test(
        arguments: [
            ("C©u hái vÒ mËt khÈu", .encoding(.tcvn3), "C©u", "câu"),
            ("BÖnh viÖn ®a khoa tØnh", .encoding(.tcvn3), "BÖnh", "bệnh"),
            ("Caâu hoûi veà maät khaåu", .encoding(.vni), "Caâu", "câu"),
            ("BOÄ TRÖÔÛNG, thoâng tö", .encoding(.vni), "BOÄ", "bộ"),
            ("Tiêìng Viêòt ðýõòc viêìt", .encoding(.windows1258), "Tiêìng", "tiếng"),
            ("Tiáº¿ng Viá»‡t Ä‘Æ°á»£c", .doubled, "Tiáº¿ng", nil),
            ("Ti?ng Vi?t ???c vi?t sai m?t r?i", .lost, "Ti?ng", nil),
            ("Ti\u{FFFD}ng Vi\u{FFFD}t vi\u{FFFD}t sai", .lost, "Ti\u{FFFD}ng", nil),
        ] as [(String, LegacyVietnamese.Cause, String, String?)]
    )
    func whatIsNotUnicodeIsRecognised(_ text: String, _ cause: LegacyVietnamese.Cause, _ word: String, _ meant: String?)
    {
        let found = LegacyVietnamese.recognise(in: text)
        #expect(found?.cause == cause)
        #expect(found?.written == word)
        #expect(found?.meant == meant)
    }

    @Test(
        arguments: [
            "", "Plain English, naïve café, façade, 5 µm or 3 µg, ½ of it ©2026, Windows® and «quotes».",
            "Où est-il allé déjà ? À l'été, la forêt était très belle ; le maître a reçu un hôte. Noël, tôt ou tard, thé né.",
            "L'élève préfère la fenêtre où il a été tôt ; même sa mère espère qu'il goûte le thé glacé à côté du château.",
            "Die Bücher für Schüler hören auf; größer, schöner, Äpfel, Öl und Übung müssen früh genügen.",
            "El niño pequeño mañana sabrá más; ¿qué opinión tenía la señora? Está aquí también.",
            "Não há razão para ações, informações e corações; é só pão, água, avó e você também já.",
            "På en ø så de år efter år små børn, når får går på græs; også hårde tider må gå, så nå målet.",
            "Đà Nẵng, Ðà Lạt, Ðã có, Ðó là thôi; tôi là thầy, cô và bạn; hòa, hoà, thủy, thuỷ, quý, quả, già, gìn giữ.",
            "Xem http://a.vn/?b=c&d?e hoặc tệp a?b; thật ư? Vậy à? Có! 1?2?3",
            "Đắk Lắk, Pleiku, Kon Tum, rau muống, nghiêng, khuya, khuỷu, quyển, xoong, boong, quơ, huơ",
        ]
    )
    func trueTextIsLeftAlone(_ text: String) {
        #expect(LegacyVietnamese.recognise(in: text) == nil)
    }

    @Test(arguments: Shipped.vietnamese) func theShippedBanksAreUnicodeUntilTheyAreConverted(_ name: String) throws {
        let text = String(decoding: try Shipped.bytes(name), as: UTF8.self)
        #expect(LegacyVietnamese.recognise(in: text) == nil)
        for (encoding, old) in OldLetters.all {
            for line in text.split(separator: "\n") where OldLetters.isTelling(line) {
                let found = LegacyVietnamese.recognise(in: old.converted(String(line)))
                #expect(found?.cause == .encoding(encoding), "\(encoding): \(line)")
            }
            let bytes = old.bytes(old.converted(text))
            let told = #expect(throws: Faults.self) { _ = try SourceText.decode(bytes) }
            #expect(told?.faults.first?.message.en.contains("probably \(old.name)") == true)
        }
    }

    @Test(arguments: Set(Shipped.banks).subtracting(Shipped.vietnamese).sorted())
    func anotherLanguageIsLeftAlone(_ name: String) throws {
        #expect(LegacyVietnamese.recognise(in: String(decoding: try Shipped.bytes(name), as: UTF8.self)) == nil)
    }

    @Test func theFaultSaysWhereAndWhatToDo() {
        let fault = LegacyVietnamese.fault(in: "id;text\n1;C©u hái vÒ mËt khÈu")
        #expect(fault?.line == 2 && fault?.column == 3)
        #expect(fault?.message.vi.contains("“C©u” phải là “câu”; hãy chuyển sang Unicode bằng Unikey") == true)
        let cell = LegacyVietnamese.fault(in: "mËt khÈu", at: SourcePlace(line: 7, column: 2))
        #expect(cell?.line == 7 && cell?.column == 2)
    }

    @Test func utf8ReadAsWindows1252IsRecognisedInEveryBank() throws {
        for name in Shipped.vietnamese {
            let doubled = String(String.UnicodeScalarView(try Shipped.bytes(name).map(OldLetters.ofWindows1252)))
            #expect(LegacyVietnamese.recognise(in: doubled)?.cause == .doubled)
        }
    }

    @Test func anyBytesAreJudged() {
        var random = SplitMix(state: 5)
        for _ in 0..<2_000 {
            let bytes = (0..<40).map { _ in UInt8.random(in: 0x20...0xFF, using: &random) }
            _ = LegacyVietnamese.recognise(in: String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })))
            #expect((try? SourceText.decode(bytes)) == nil || String(validating: bytes, as: UTF8.self) != nil)
        }
    }
}
