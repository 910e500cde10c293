import Foundation
import Hummingbird
import QuizCore
import Synchronization

/// Sessions seen within the last minute, so that an answer costs no read.
///
/// Two generations: when the young one is full it becomes the old one, so that a crowd above the limit costs reads for
/// some and not for everybody at once.
final class SessionCache: Sendable {
    private struct Entry {
        /// `nil`: it has ended, and what was read before that must not bring it back.
        let principal: Principal?
        let until: Timestamp
        /// What ``AccountStore/accountsVersion`` was before it was read.
        let version: Int

        /// Whether it may still be told: of staff only while no account has changed.
        func isGood(at moment: Timestamp, _ version: Int) -> Bool {
            guard until > moment else { return false }
            if case .staff? = principal { return self.version == version }
            return true
        }
    }

    /// A hash as four words, which are found several times faster than a list of bytes.
    private struct Key: Hashable {
        private let words: SIMD4<UInt64>

        init(_ hash: [UInt8]) {
            var words = SIMD4<UInt64>()
            for (place, byte) in hash.prefix(32).enumerated() {
                words[place / 8] = words[place / 8] << 8 | UInt64(byte)
            }
            self.words = words
        }
    }

    private struct State {
        var young: [Key: Entry] = [:]
        var old: [Key: Entry] = [:]
        var inFlight: [Key: Int] = [:]
    }

    /// Unit: milliseconds.
    static let lifetime: Int64 = 60_000
    private static let generation = 100_000
    /// Requests that one session may have going at a time.
    private static let inFlightLimit = 64

    private let state = Mutex(State())

    var count: Int { state.withLock { $0.young.count + $0.old.count } }

    /// `version`: Of the accounts, now.
    func principal(_ hash: [UInt8], at moment: Timestamp, version: Int) -> Principal? {
        let key = Key(hash)
        return state.withLock { state in
            guard let entry = state.young[key] ?? state.old[key], entry.isGood(at: moment, version) else { return nil }
            return entry.principal
        }
    }

    /// `version`: Of the accounts, from before it was read.
    func remember(_ principal: Principal, hash: [UInt8], at moment: Timestamp, version: Int) {
        let key = Key(hash)
        state.withLock { state in
            if let entry = state.young[key] ?? state.old[key], entry.principal == nil, entry.until > moment { return }
            put(Entry(principal: principal, until: Self.end(from: moment), version: version), key, &state)
        }
    }

    /// Takes note that a session has just been opened, perhaps once more under the same token (I5).
    func welcome(_ principal: Principal, hash: [UInt8], at moment: Timestamp, version: Int) {
        let key = Key(hash)
        state.withLock { state in
            put(Entry(principal: principal, until: Self.end(from: moment), version: version), key, &state)
        }
    }

    private static func end(from moment: Timestamp) -> Timestamp { moment.adding(milliseconds: lifetime) }

    /// Takes note that a session has ended.
    func forget(_ hash: [UInt8], at moment: Timestamp) {
        state.withLock { state in
            put(Entry(principal: nil, until: Self.end(from: moment), version: 0), Key(hash), &state)
        }
    }

    /// Has the store asked again whose session it is: something about the person has changed.
    func reread(_ hash: [UInt8]) {
        let key = Key(hash)
        state.withLock { state in
            state.young[key] = nil
            state.old[key] = nil
        }
    }

    private func put(_ entry: Entry, _ key: Key, _ state: inout State) {
        if state.young.count >= Self.generation {
            state.old = state.young
            state.young = [:]
        }
        state.young[key] = entry
    }

    /// Counts a request in.
    ///
    /// - Returns: `false` if the session has too many going; then there is nothing to count out.
    func enter(_ hash: [UInt8]) -> Bool {
        let key = Key(hash)
        return state.withLock { state in
            let count = state.inFlight[key] ?? 0
            guard count < Self.inFlightLimit else { return false }
            state.inFlight[key] = count + 1
            return true
        }
    }

    /// Counts a request out.
    func leave(_ hash: [UInt8]) {
        let key = Key(hash)
        state.withLock { state in
            let count = state.inFlight[key] ?? 1
            state.inFlight[key] = count > 1 ? count - 1 : nil
        }
    }
}

/// A session's secret: 32 bytes as 43 characters of base64url; only its SHA-256 is kept (I9).
enum SessionToken {
    static let length = 43

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Takes 32 bytes.
    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count * 8, by: 6) {
            var value = 0
            for bit in start..<start + 6 {
                let isSet = bit / 8 < bytes.count && bytes[bit / 8] >> UInt8(7 - bit % 8) & 1 == 1
                value = value << 1 | (isSet ? 1 : 0)
            }
            text.append(alphabet[value])
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func cookie(in header: String?, _ settings: APISettings) -> String? {
        cookie(settings.cookieName, in: header)
    }

    static func cookie(_ name: String, in header: String?) -> String? {
        guard let header else { return nil }
        // By bytes: it is read with every request.
        for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
            let pair = pair.drop { $0 == UInt8(ascii: " ") }
            guard let sign = pair.firstIndex(of: UInt8(ascii: "=")),
                pair[..<sign].elementsEqual(name.utf8)
            else { continue }
            return String(pair[pair.index(after: sign)...])
        }
        return nil
    }

    static func setCookie(_ token: String, seconds: Int64, _ settings: APISettings) -> String {
        "\(settings.cookieName)=\(token); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax"
            + (settings.isSecure ? "; Secure" : "")
    }
}
