import Foundation
import QuizCore

/// Ranks generated contests, one a line of JSON, and writes what came of each as a line: for `oracle.py`, which does the
/// same in another way from docs/contest-format.md.
@main
enum Replay {
    static func main() throws {
        guard let path = CommandLine.arguments.dropFirst().first, let file = FileManager.default.contents(atPath: path)
        else {
            FileHandle.standardError.write(Data("RankingReplay VOCABULARY.yaml < cases > results\n".utf8))
            exit(64)
        }
        let vocabulary = try Vocabulary(yaml: Array(file))
        let decoder = JSONDecoder()
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        while let line = readLine() {
            let written = try decoder.decode(WrittenCase.self, from: Data(line.utf8))
            let contest = try contest(written, vocabulary)
            let outcome = Ranked(written, contest).outcome()
            FileHandle.standardOutput.write(try encoder.encode(outcome) + Data("\n".utf8))
        }
    }

    private static func contest(_ written: WrittenCase, _ vocabulary: Vocabulary) throws -> Contest {
        do {
            return try Contest(yaml: Array(written.contest.utf8), vocabulary: vocabulary)
        } catch {
            let faults = error.faults.map { "\($0.line):\($0.column): \($0.message.en)\n" }.joined()
            FileHandle.standardError.write(Data(faults.utf8))
            exit(1)
        }
    }
}
