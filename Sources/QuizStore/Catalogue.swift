package import QuizCore
import Synchronization

/// Banks, contests and units in force, whole in memory; changed only by what the writer has committed.
package final class Catalogue: Sendable {
    private struct State {
        /// Every version that was ever applied, by key.
        var definitions: [Int64: Definition] = [:]
        /// Key of the newest version, by contest id.
        var newest: [String: Int64] = [:]
        /// Newest first within a bank, banks by id.
        var banks: [BankVersion] = []
        var units = UnitTree(units: [])
    }

    private let state = Mutex(State())
    private let cryptography: any Cryptography
    private let vocabulary: Vocabulary

    package init(cryptography: any Cryptography, vocabulary: Vocabulary) {
        self.cryptography = cryptography
        self.vocabulary = vocabulary
    }

    package func definitions() -> [Definition] {
        state.withLock { state in
            state.newest.values.compactMap { state.definitions[$0] }.sorted { $0.contest.id < $1.contest.id }
        }
    }

    package func definition(of contest: String) -> Definition? {
        state.withLock { state in state.newest[contest].flatMap { state.definitions[$0] } }
    }

    package func definition(version key: Int64) -> Definition? {
        state.withLock { $0.definitions[key] }
    }

    package func banks() -> [BankVersion] {
        state.withLock { $0.banks }
    }

    package var units: UnitTree {
        state.withLock { $0.units }
    }

    func newestVersion(of bank: String) -> BankVersion? {
        state.withLock { state in state.banks.first { $0.bank.id == bank } }
    }

    /// Reads everything anew.
    func load(from database: any Database) throws {
        let images = try database.imageStocks()
        let banks = try database.all(.bankVersions, []) { row in
            (key: row.int(0), version: Int(row.int(1)), source: row.bytes(2), at: row.time(3))
        }.map { row in
            let bank = try Bank(yaml: row.source, vocabulary: vocabulary, images: images[row.key] ?? .none)
            return BankVersion(
                key: row.key,
                bank: bank,
                digest: BankDigest(of: bank, by: cryptography),
                version: row.version,
                importedAt: row.at
            )
        }
        let pins = try database.all(.definitionBanks, []) { (definition: $0.int(0), bank: $0.int(1)) }
        let definitions = try database.all(.definitions, []) { row in
            (key: row.int(0), contest: row.int(1), source: row.bytes(2))
        }.map { row in
            let pinned = Set(pins.filter { $0.definition == row.key }.map(\.bank))
            return Definition(
                key: row.key,
                contestKey: row.contest,
                contest: try Contest(yaml: row.source, vocabulary: vocabulary),
                pool: pool(of: banks.filter { pinned.contains($0.key) })
            )
        }
        let units = try UnitTree.read(from: database)
        state.withLock { state in
            state.banks = banks
            state.definitions = Dictionary(definitions.map { ($0.key, $0) }, uniquingKeysWith: { _, new in new })
            state.newest = Dictionary(
                definitions.map { ($0.contest.id, $0.key) },
                uniquingKeysWith: { max($0, $1) }
            )
            state.units = units
        }
    }

    func add(_ bank: BankVersion) {
        state.withLock { state in
            state.banks.append(bank)
            state.banks.sort { ($0.bank.id, $1.version) < ($1.bank.id, $0.version) }
        }
    }

    func add(_ definition: Definition) {
        state.withLock { state in
            state.definitions[definition.key] = definition
            state.newest[definition.contest.id] = definition.key
        }
    }

    func replaceUnits(_ units: UnitTree) {
        state.withLock { $0.units = units }
    }

    func digest(of bank: Bank) -> BankDigest {
        BankDigest(of: bank, by: cryptography)
    }

    func pool(of banks: [BankVersion]) -> QuestionPool {
        QuestionPool(banks: banks.map { (bank: $0.bank, digest: $0.digest) }, by: cryptography)
    }
}

extension Query {
    static let bankVersions = Query(
        name: "bank.versions",
        sql: """
            SELECT bank_version.bank_version, bank_version.version, bank_version.source, bank_version.imported_at
            FROM bank_version JOIN bank ON bank.bank = bank_version.bank
            ORDER BY bank.id, bank_version.version DESC
            """
    )
    static let definitions = Query(
        name: "definition.all",
        sql: "SELECT definition, contest, source FROM definition ORDER BY definition"
    )
    static let definitionBanks = Query(
        name: "definition.banks",
        sql: "SELECT definition, bank_version FROM definition_bank"
    )
}
