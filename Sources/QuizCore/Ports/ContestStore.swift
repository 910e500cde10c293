/// The contests in force: whole in memory, since every request needs one.
package protocol ContestStore: Sendable {
    /// The newest version of every contest, by id.
    func definitions() -> [Definition]
    /// The newest version of a contest.
    func definition(of contest: String) -> Definition?
    /// A certain version, under which an attempt may still run.
    func definition(version key: Int64) -> Definition?
    /// All bank versions, newest of each bank first.
    func banks() -> [BankVersion]

    /// Adds a version of a bank with all its pictures; the same content again adds none (I14).
    func add(_ bank: Bank, images: [ImageContent], by actor: String) async throws(StoreError) -> BankVersion
    /// A picture by the SHA-256 of its bytes.
    func image(_ digest: [UInt8]) async throws(StoreError) -> ImageContent?
    /// Notes in the log that somebody takes a bank with its key, before it is handed over (I7).
    func noteReading(of version: BankVersion, as format: String, by actor: String) async throws(StoreError)
    /// Makes a contest, or a new version of it, pinning the newest version of each of its banks.
    func apply(_ contest: Contest, source: [UInt8], by actor: String) async throws(StoreError) -> ApplyOutcome
}

extension ContestStore {
    /// Adds a version of a bank without pictures.
    package func add(_ bank: Bank, by actor: String) async throws(StoreError) -> BankVersion {
        try await add(bank, images: [], by: actor)
    }
}

package enum ApplyOutcome: Sendable {
    case applied(Definition, version: Int)
    case unchanged(Definition)
    /// People have started: only what favours nobody may change (I14).
    case refused([Message])
}

package struct BankVersion: Sendable {
    package let key: Int64
    package let bank: Bank
    package let digest: BankDigest
    /// Counted from 1.
    package let version: Int
    package let importedAt: Timestamp

    package init(key: Int64, bank: Bank, digest: BankDigest, version: Int, importedAt: Timestamp) {
        self.key = key
        self.bank = bank
        self.digest = digest
        self.version = version
        self.importedAt = importedAt
    }
}
