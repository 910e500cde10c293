package import QuizCore
import Synchronization

/// Banks, contests and units in force, whole in memory; changed only by what the writer has committed.
package final class Catalogue: Sendable {
    fileprivate struct State {
        /// Every version that was ever applied, by key, as it was applied.
        var applied: [Int64: Definition] = [:]
        /// The same with the corrections of the contest.
        var definitions: [Int64: Definition] = [:]
        /// By internal key of the contest, by number.
        var corrections: [Int64: [CorrectionRecord]] = [:]
        /// What was published.
        var results: [RoundKey: RoundResults] = [:]
        /// Key of the newest version, by contest id.
        var newest: [String: Int64] = [:]
        /// Newest first within a bank, banks by id.
        var banks: [BankVersion] = []
        var units = UnitTree(units: [])
        /// Hashes of the texts that are kept.
        var consentTexts: Set<[UInt8]> = []
        /// By contest id.
        var nameChanges: [String: UInt64] = [:]
        /// By internal key of the contest and round.
        var truths: [RoundKey: PredictionTruth] = [:]
    }

    private let state = Mutex(State())
    let contestantNames = NameIndex(following: .contestantNames, one: .contestantNameOne)
    let rosterNames = NameIndex(following: .rosterNames, one: .rosterNameOne)
    private let accounts = Atomic<Int>(0)
    let cryptography: any Cryptography
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
                pool: pool(of: banks.filter { pinned.contains($0.key) }),
                pins: pinned
            )
        }
        let units = try UnitTree.read(from: database)
        let truths = try PredictionTruth.read(from: database)
        let corrections = try CorrectionRecord.read(from: database)
        let results = try RoundResults.read(from: database)
        let consentTexts = try database.all(.consentTextHashes, []) { $0.bytes(0) }
        state.withLock { state in
            state.banks = banks
            state.applied = Dictionary(definitions.map { ($0.key, $0) }, uniquingKeysWith: { _, new in new })
            state.corrections = corrections
            state.results = results
            state.correctDefinitions()
            state.newest = Dictionary(
                definitions.map { ($0.contest.id, $0.key) },
                uniquingKeysWith: { max($0, $1) }
            )
            state.units = units
            state.truths = truths
            state.consentTexts = Set(consentTexts)
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
            state.applied[definition.key] = definition
            state.correctDefinitions(of: definition.contestKey)
            state.newest[definition.contest.id] = definition.key
        }
    }

    /// The versions of a contest with its corrections and, behind them, another.
    func definitions(of contest: Int64, correctedAlsoBy change: Correction.Change?) -> [Int64: Definition] {
        state.withLock { state in
            let changes = (state.corrections[contest] ?? []).map(\.correction.change) + (change.map { [$0] } ?? [])
            return state.applied.filter { $0.value.contestKey == contest }.mapValues { $0.corrected(by: changes) }
        }
    }

    /// A version as it was applied, without corrections.
    func applied(version key: Int64) -> Definition? {
        state.withLock { $0.applied[key] }
    }

    func corrections(of contest: Int64) -> [CorrectionRecord] {
        state.withLock { $0.corrections[contest] ?? [] }
    }

    /// Adds a correction, or what became of it.
    func put(_ record: CorrectionRecord, of contest: Int64) {
        state.withLock { state in
            state.corrections[contest, default: []].removeAll { $0.number == record.number }
            state.corrections[contest, default: []].append(record)
            state.corrections[contest]?.sort { $0.number < $1.number }
            state.correctDefinitions(of: contest)
        }
    }

    func results(of key: RoundKey) -> RoundResults? {
        state.withLock { $0.results[key] }
    }

    func put(_ results: RoundResults, of key: RoundKey) {
        state.withLock { $0.results[key] = results }
    }

    func truth(of key: RoundKey) -> PredictionTruth? {
        state.withLock { $0.truths[key] }
    }

    func add(_ truth: PredictionTruth, for key: RoundKey) {
        state.withLock { $0.truths[key] = truth }
    }

    func keepsConsentText(_ hash: [UInt8]) -> Bool {
        state.withLock { $0.consentTexts.contains(hash) }
    }

    func addConsentText(_ hash: [UInt8]) {
        state.withLock { _ = $0.consentTexts.insert(hash) }
    }

    func nameChanges(of contest: String) -> UInt64 {
        state.withLock { $0.nameChanges[contest] ?? 0 }
    }

    func noteNameChange(in contest: String) {
        state.withLock { $0.nameChanges[contest, default: 0] += 1 }
    }

    /// Grows with every change of accounts.
    var accountsVersion: Int { accounts.load(ordering: .acquiring) }

    func accountsChanged() {
        accounts.add(1, ordering: .releasing)
    }

    func replaceUnits(_ units: UnitTree) {
        state.withLock { state in
            // Two may be read at once; the newer one stays.
            if units.revision >= state.units.revision { state.units = units }
        }
    }

    func digest(of bank: Bank) -> BankDigest {
        BankDigest(of: bank, by: cryptography)
    }

    func pool(of banks: [BankVersion]) -> QuestionPool {
        QuestionPool(banks: banks.map { (bank: $0.bank, digest: $0.digest) }, by: cryptography)
    }
}

extension Catalogue.State {
    /// Applies the corrections of a contest, or of all, to its versions.
    fileprivate mutating func correctDefinitions(of contest: Int64? = nil) {
        for (key, definition) in applied where contest == nil || definition.contestKey == contest {
            let changes = (corrections[definition.contestKey] ?? []).map(\.correction.change)
            definitions[key] = definition.corrected(by: changes)
        }
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
