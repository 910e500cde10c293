package import QuizCore

/// Word documents with questions as teachers lay them out (docs/formats.md, Word).
package enum DOCX {
    /// Takes a document apart.
    package static func read(_ bytes: [UInt8], vocabulary: Vocabulary) -> ForeignBank {
        do throws(Faults) {
            let document = try WordPackage.document(bytes)
            if let fault = WordFonts.fault(in: document) { throw Faults([fault]) }
            var exam = ExamReader(document, vocabulary: vocabulary)
            return exam.read()
        } catch {
            return ForeignBank(error)
        }
    }
}
