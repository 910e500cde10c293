package import QuizCore

/// The text format of Moodle for questions (docs.moodle.org, 'GIFT format').
package enum GIFT {
    /// Takes a file apart.
    package static func read(_ bytes: [UInt8]) -> ForeignBank {
        do throws(Faults) {
            var reader = GIFTReader(GIFTSource(try SourceText.decode(bytes)))
            return reader.read()
        } catch {
            return ForeignBank(error)
        }
    }

    /// Writes the questions that the format can hold; the others are named in the notices.
    package static func write(_ bank: Bank) -> WrittenBank {
        var writer = GIFTWriter(language: bank.language)
        return writer.write(bank)
    }
}
