package import QuizCore

extension Transaction {
    /// Keeps a picture; one that is known stays as it is.
    func keep(_ image: ImageContent) throws(DatabaseError) {
        let facts = image.facts
        try database.run(
            .mediaInsert,
            [
                .bytes(facts.digest), .text(facts.type.rawValue), .int(facts.width), .int(facts.height),
                .bytes(image.bytes),
            ]
        )
    }

    /// Notes what the files are that a new version of a bank names.
    func pin(_ images: [String: Image], to version: Int64) throws(DatabaseError) {
        for (file, image) in images {
            let pinned = try database.first(
                .bankMediaInsert,
                [.int(version), .text(file), .bytes(image.facts.digest)]
            ) { $0.int(0) }
            guard pinned != nil else { throw .failed("the picture \(file) was not stored") }
        }
    }
}

extension Store {
    package func add(
        _ bank: Bank,
        images: [ImageContent],
        by actor: String
    ) async throws(StoreError) -> BankVersion {
        // Each in a batch of its own, so that none holds the writer long (I12). Nothing names them until the version is there;
        // were that never written, they would stay as they are and be found again by the next import.
        for image in images {
            try await write(.sheddable) { transaction throws(DatabaseError) in try transaction.keep(image) }
        }
        return try await write(.sheddable) { transaction throws(DatabaseError) in try transaction.add(bank, by: actor) }
    }

    package func image(_ digest: [UInt8]) async throws(StoreError) -> ImageContent? {
        try await readers.read { database throws(DatabaseError) in
            let found = try database.first(.mediaContent, [.bytes(digest)]) { row in
                (type: row.text(0), width: Int(row.int(1)), height: Int(row.int(2)), bytes: row.bytes(3))
            }
            guard let found, let type = ImageType(rawValue: found.type) else { return nil }
            let facts = ImageFacts(digest: digest, type: type, width: found.width, height: found.height)
            return ImageContent(facts: facts, bytes: found.bytes)
        }
    }
}

extension Database {
    /// What may be named by each version of a bank.
    func imageStocks() throws(DatabaseError) -> [Int64: ImageStock] {
        var facts: [Int64: [String: ImageFacts]] = [:]
        try run(.bankMedia, []) { row in
            guard let type = ImageType(rawValue: row.text(3)) else { return }
            facts[row.int(0), default: [:]][row.text(1)] = ImageFacts(
                digest: row.bytes(2),
                type: type,
                width: Int(row.int(4)),
                height: Int(row.int(5))
            )
        }
        return facts.mapValues { ImageStock(facts: $0) }
    }
}

extension Query {
    static let mediaInsert = Query(
        name: "media.insert",
        sql: """
            INSERT INTO media (digest, type, width, height, content) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT DO NOTHING
            """
    )
    static let mediaContent = Query(
        name: "media.content",
        sql: "SELECT type, width, height, content FROM media WHERE digest = $1"
    )
    static let bankMediaInsert = Query(
        name: "bank.mediaInsert",
        sql: """
            INSERT INTO bank_media (bank_version, file, media) SELECT $1, $2, media FROM media WHERE digest = $3
            RETURNING media
            """
    )
    static let bankMedia = Query(
        name: "bank.media",
        sql: """
            SELECT bank_media.bank_version, bank_media.file, media.digest, media.type, media.width, media.height
            FROM bank_media JOIN media ON media.media = bank_media.media
            """
    )
}
