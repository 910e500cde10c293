/// Derives what must come out again the same, and that nobody can tell without the server's key.
package struct ServerSecret: Sendable {
    private let key: [UInt8]
    private let cryptography: any Cryptography

    /// `key`: The server's own; 32 bytes.
    package init(key: [UInt8], cryptography: any Cryptography) {
        self.key = key
        self.cryptography = cryptography
    }

    /// A keyed hash of 32 bytes.
    ///
    /// `label` says what it is for, so that nothing derived for one purpose serves another.
    package func derived(_ label: String, _ contest: String, _ secret: [UInt8]) -> [UInt8] {
        var bytes = CanonicalBytes()
        bytes.append(label)
        bytes.append(contest)
        bytes.append(secret)
        return cryptography.hmac(bytes.bytes, key: key)
    }

    /// What makes somebody one on a list and at registration: folded name, year of birth and unit.
    package func identityHash(contest: String, name: String, birthYear: Int, unit: String) -> [UInt8] {
        var bytes = CanonicalBytes()
        bytes.append("person")
        bytes.append(name.folded)
        bytes.append(birthYear)
        bytes.append(unit)
        return derived("bang-vang/identity/v1", contest, bytes.bytes)
    }

    /// The code of a roster entry: it can be printed again, and only its hash is stored (I9).
    package func rosterCode(contest: String, entry: PublicID, issue: Int) -> EntryCode {
        var bytes = CanonicalBytes()
        bytes.append(entry.bytes)
        bytes.append(issue)
        return EntryCode(hash: derived("bang-vang/roster/v1", contest, bytes.bytes))
    }

    /// What is stored of a code.
    package func hash(of code: EntryCode) -> [UInt8] { cryptography.sha256(Array(code.letters.utf8)) }

    /// In the place of the own code of somebody who has none: nobody finds what gives this hash.
    package func noCode(entry: PublicID) -> [UInt8] { derived("bang-vang/no-code/v1", "", entry.bytes) }
}
