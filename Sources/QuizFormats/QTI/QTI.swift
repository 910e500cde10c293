package import QuizCore

/// Question & Test Interoperability, the exchange format of 1EdTech (formerly IMS).
package enum QTI {
    /// Takes a file apart: a content package, or one document of any version.
    package static func read(_ bytes: [UInt8]) -> ForeignBank {
        do throws(Faults) {
            var reader = QTIReader()
            // An empty archive, too, is none of XML.
            if bytes.starts(with: "PK".utf8) {
                try QTIPackage(ZipArchive(bytes)).read(into: &reader)
            } else {
                reader.read(try QTISource.document(bytes), QTIMetadata())
            }
            return reader.finished()
        } catch {
            return ForeignBank(error)
        }
    }

    /// Writes a content package with the questions that the format can hold; the others are named in the notices.
    ///
    /// - Throws: If there are more questions than a package takes.
    package static func write(
        _ bank: Bank,
        as version: QTIVersion
    ) throws(Faults) -> (bytes: [UInt8], notices: [Message]) {
        var writer = QTIPackageWriter(version: version)
        return try writer.write(bank)
    }
}
