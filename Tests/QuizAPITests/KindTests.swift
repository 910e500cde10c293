import Foundation
import HTTPTypes
import QuizAPI
import QuizCore
import Testing

/// Every kind of question on its way out and back.
struct KindTests {
    /// One question of each kind; `key` turns what is right about them.
    private static func bank(key: Int = 0) -> Bank {
        func turned(_ texts: [String]) -> [String] { Array(texts[key...] + texts[..<key]) }
        let rights = turned(["x", "y", "z"])
        let parts: [MessageQuestion.Part] = [
            .init(role: .sender, text: "a@b", isSuspicious: key == 0),
            .init(role: .link, text: "c", isSuspicious: true),
            .init(role: .text, text: "d", isSuspicious: key == 2), .init(role: .to, text: "e"),
        ]
        let bodies: [QuestionBody] = [
            .order(OrderQuestion(items: turned(["i", "j", "k"]))),
            .match(
                MatchQuestion(
                    pairs: [.init(left: "1", right: rights[0]), .init(left: "2", right: rights[1])],
                    extra: [rights[2]]
                )
            ),
            .short(ShortQuestion(answers: ["hòa \(key)", "\"ok\""])),
            .numeric(
                NumericQuestion(
                    answer: DecimalValue("\(key + 20),5") ?? .zero,
                    tolerance: DecimalValue(key == 0 ? "0.5" : "0") ?? .zero,
                    unit: "giờ"
                )
            ),
            .message(MessageQuestion(channel: .email, parts: parts)),
        ]
        return Bank(
            id: "b",
            isPublic: true,
            title: "B",
            language: "vi",
            licence: "CC0-1.0",
            questions: bodies.enumerated().map { number, body in
                Question(
                    id: "q\(number)",
                    topic: "t",
                    difficulty: .easy,
                    groups: ["g"],
                    prompt: "Câu \(number)",
                    body: body,
                    explanation: number == 0 ? "Vì vậy" : "",
                    source: number == 1 ? "Luật" : ""
                )
            }
        )
    }

    /// Orders that were shuffled: items k, i, j; right sides z, x, y.
    private static func paper() -> Paper {
        var turned = OptionOrder(count: 3)
        turned.swapAt(0, 2)
        turned.swapAt(1, 2)
        let none = OptionOrder(count: 0)
        let orders = [turned, turned, none, none, OptionOrder(count: 4)]
        return Paper(items: orders.enumerated().map { Paper.Item(ordinal: $0, order: $1) })
    }

    private func server(_ bank: Bank, choices: [String] = [], seal: Seal? = nil) throws -> TestServer {
        let contestant = try #require(Example.contestant())
        let example = try #require(Example.attempt(seal: seal))
        let attempt = Attempt(
            key: 5,
            id: example.id,
            contest: "c",
            definition: 1,
            contestant: 7,
            group: "g",
            round: "r",
            number: 1,
            nonce: example.nonce,
            startedAt: example.startedAt,
            deadline: example.deadline,
            paper: Self.paper(),
            answers: choices.enumerated().map {
                StoredAnswer(position: $0 + 1, choice: $1, sequence: 1, savedAt: example.startedAt)
            },
            seal: seal
        )
        var store = StubStore()
        store.known = [Example.definition(Example.contest(mode: .practice, release: .submission), bank: bank)]
        store.bankVersions = [Example.version(bank)]
        store.onPrincipal = { _ in .contestant(contestant) }
        store.onAttempt = { _, _ in attempt }
        store.onSave = { save in
            let question = bank.questions[save.position - 1]
            guard Choice(words: save.choice, for: question.body) != nil else { return .invalidChoice }
            return .saved(at: example.startedAt, sequence: save.sequence)
        }
        store.places = { _, _ in nil }
        return try TestServer(store)
    }

    private static let path = "/api/v1/attempts/" + String(repeating: "09", count: 16)

    @Test func aPaperShowsWhatItsKindNeedsAndNoKey() async throws {
        let reply = try await server(Self.bank()).get(Self.path)
        let questions = [
            #"{"position":1,"kind":"order","prompt":"Câu 0","options":[{"id":"a","text":"k"},{"id":"b","text":"i"},"#
                + #"{"id":"c","text":"j"}]}"#,
            #"{"position":2,"kind":"match","prompt":"Câu 1","lefts":[{"id":"a","text":"1"},{"id":"b","text":"2"}],"#
                + #""rights":[{"id":"a","text":"z"},{"id":"b","text":"x"},{"id":"c","text":"y"}]}"#,
            #"{"position":3,"kind":"short","prompt":"Câu 2"}"#,
            #"{"position":4,"kind":"numeric","prompt":"Câu 3","unit":"giờ"}"#,
            #"{"position":5,"kind":"message","prompt":"Câu 4","channel":"email","parts":["#
                + #"{"id":"a","role":"sender","text":"a@b"},{"id":"b","role":"link","text":"c"},"#
                + #"{"id":"c","role":"text","text":"d"},{"id":"d","role":"to","text":"e"}]}"#,
        ]
        #expect(reply.text.contains(#""questions":["# + questions.joined(separator: ",") + "]"), "\(reply.text)")
    }

    /// I3.
    @Test func beforeTheReleaseNoByteDependsOnTheKey() async throws {
        var seen: Set<String> = []
        for key in 0..<3 {
            let bank = Self.bank(key: key)
            seen.insert(try await server(bank, choices: [#"["b","c","a"]"#, #"[["a","b"]]"#]).get(Self.path).text)
        }
        #expect(seen.count == 1)
    }

    @Test(
        arguments: [
            (1, #"["c","a","b"]"#, 200), (1, #"["c","a"]"#, 422), (2, #"[["b","a"],["a","a"]]"#, 200),
            (2, #"[["c","a"]]"#, 422), (2, #"["a"]"#, 422), (2, #"[["a"]]"#, 400), (2, #"[["a","b","c"]]"#, 400),
            (3, #"["hoà"]"#, 200), (3, #"["a","b"]"#, 422), (3, #"["a\nb"]"#, 422), (3, "[1]", 400),
            (4, #"["20,5"]"#, 200), (4, "[20.5]", 400), (5, #"["a","d"]"#, 200), (5, #"["e"]"#, 422), (5, "[]", 200),
            (5, "{}", 400), (5, "null", 400),
        ] as [(Int, String, Int)]
    )
    func aChoiceIsTakenByItsKind(_ position: Int, _ choice: String, _ status: Int) async throws {
        let body = #"{"choice":\#(choice),"sequence":1}"#
        let reply = try await server(Self.bank()).send(.put, Self.path + "/answers/\(position)", body)
        #expect(reply.status == status, "\(reply.text)")
    }

    @Test func theResultSaysWhatWasRight() async throws {
        let choices = [
            #"["b","a","c"]"#, #"[["a","b"],["b","a"]]"#, #"["HOÀ 0"]"#, #"["21"]"#, #"["a","d"]"#,
        ]
        let reply = try await server(Self.bank(), choices: choices, seal: Example.seal()).get(Self.path + "/result")
        #expect(reply.status == 200)
        let ends = [
            #""key":["b","c","a"],"choice":["b","a","c"],"score":500,"maxScore":1000,"explanation":"Vì vậy"}"#,
            #""key":[["a","b"],["b","c"]],"choice":[["a","b"],["b","a"]],"score":500,"maxScore":1000,"source":"Luật"}"#,
            #""prompt":"Câu 2","key":["hòa 0","\"ok\""],"choice":["HOÀ 0"],"score":1000,"maxScore":1000}"#,
            #""unit":"giờ","key":["20.5"],"tolerance":"0.5","choice":["21"],"score":1000,"maxScore":1000}"#,
            #"{"id":"d","role":"to","text":"e","suspicious":false}],"choice":["a","d"],"score":0,"maxScore":1000}"#,
        ]
        for end in ends { #expect(reply.text.contains(end), "\(reply.text)") }
    }
}
