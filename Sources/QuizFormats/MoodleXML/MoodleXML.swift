package import QuizCore

/// The XML format of Moodle for questions (docs.moodle.org, 'Moodle XML format').
package enum MoodleXML {
    /// Takes a file apart.
    package static func read(_ bytes: [UInt8]) -> ForeignBank {
        do throws(Faults) {
            var limits = MarkupLimits()
            // Files come with their questions, each as one text.
            limits.text = limits.size
            let root = try MarkupDocument.read(bytes, limits: limits)
            if let fault = LegacyVietnamese.fault(in: String(decoding: bytes, as: UTF8.self)) { throw Faults([fault]) }
            guard root.name == "quiz" else { throw wrongRoot(root) }
            var reader = MoodleXMLReader()
            return reader.read(root)
        } catch {
            return ForeignBank(error)
        }
    }

    /// Writes the questions that the format can hold; the others are named in the notices.
    ///
    /// `images`: contents by the names of their files.
    package static func write(_ bank: Bank, images: [String: [UInt8]] = [:]) -> WrittenBank {
        var writer = MoodleXMLWriter(language: bank.language, images: images)
        return writer.write(bank)
    }

    private static func wrongRoot(_ root: MarkupElement) -> Faults {
        let name = String(root.name.prefix(40))
        return Faults([
            Fault(
                line: root.place.line,
                column: root.place.column,
                message: Message(
                    vi: "phần tử ngoài cùng là <\(name)>, không phải <quiz>: đây không phải Moodle XML",
                    en: "the outermost element is <\(name)>, not <quiz>: this is not Moodle XML"
                )
            )
        ])
    }
}
