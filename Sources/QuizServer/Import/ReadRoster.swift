import ArgumentParser
import Foundation
import QuizCore
import QuizFormats

/// Reads a list of people from its input within limits, and writes what is used of it.
struct ReadRoster: ParsableCommand {
    static let name = "read-roster"
    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Reads a list of people from standard input within limits; what imports run.",
        shouldDisplay: false
    )

    func run() throws {
        ReadBank.limit()
        let table = RosterFile.read(try ReadBank.input())
        try FileHandle.standardOutput.write(contentsOf: Data(table.sent()))
        // As in ``ReadBank``.
        Foundation.exit(0)
    }
}
