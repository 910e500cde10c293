package import QuizCore

/// Question & Test Interoperability, the exchange format of 1EdTech (formerly IMS).
package enum QTI {
    /// Takes a file apart: a content package, or one document of any version.
    package static func read(_ bytes: [UInt8]) -> ForeignBank {
        do throws(Faults) {
            // An empty archive, too, is none of XML.
            if bytes.starts(with: "PK".utf8) {
                let archive = try ZipArchive(bytes)
                var reader = QTIReader(archive)
                try QTIPackage(archive).read(into: &reader)
                return reader.finished()
            }
            var reader = QTIReader()
            reader.read(try QTISource.document(bytes), QTIMetadata())
            return reader.finished()
        } catch {
            return ForeignBank(error)
        }
    }

    /// Writes a content package with the questions that the format can hold; the others are named in the notices.
    ///
    /// `images`: contents by the names of their files.
    ///
    /// - Throws: If there are more questions than a package takes.
    package static func write(
        _ bank: Bank,
        as version: QTIVersion,
        images: [String: [UInt8]] = [:]
    ) throws(Faults) -> (bytes: [UInt8], notices: [Message]) {
        var writer = QTIPackageWriter(version: version, images: images)
        return try writer.write(bank)
    }
}
