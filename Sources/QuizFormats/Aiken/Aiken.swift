package import QuizCore

/// The plainest of Moodle's formats: a question, options with letters, and a line `ANSWER: B` (docs.moodle.org,
/// 'Aiken format').
package enum Aiken {
    /// Takes a file apart.
    package static func read(_ bytes: [UInt8]) -> ForeignBank {
        do throws(Faults) {
            var reader = AikenReader()
            return reader.read(try SourceText.decode(bytes))
        } catch {
            return ForeignBank(error)
        }
    }

    /// Writes the questions with one right option; the others are named in the notices.
    package static func write(_ bank: Bank) -> WrittenBank {
        var writer = AikenWriter()
        return writer.write(bank)
    }
}
