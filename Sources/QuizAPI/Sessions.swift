import Foundation
import Hummingbird
import QuizCore
import Synchronization

/// Sessions seen within the last minute, so that an answer costs no read.
final class SessionCache: Sendable {
    private static let limit = 150_000
    private let entries = Mutex<[[UInt8]: (principal: Principal, until: Timestamp)]>([:])

    func principal(_ hash: [UInt8], at moment: Timestamp) -> Principal? {
        entries.withLock { entries in
            guard let entry = entries[hash], entry.until > moment else { return nil }
            return entry.principal
        }
    }

    func remember(_ principal: Principal, hash: [UInt8], until: Timestamp) {
        entries.withLock { entries in
            if entries.count >= Self.limit { entries.removeAll(keepingCapacity: true) }
            entries[hash] = (principal, until)
        }
    }

    func forget(_ hash: [UInt8]) {
        entries.withLock { $0[hash] = nil }
    }
}

/// A session's secret: 32 bytes, 64 hex digits; only its SHA-256 is kept (I9).
enum SessionToken {
    static func cookieName(_ settings: APISettings) -> String {
        settings.isSecure ? "__Host-quiz" : "quiz"
    }

    static func cookie(in header: String?, _ settings: APISettings) -> String? {
        let prefix = cookieName(settings) + "="
        return header?.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            .first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    }

    static func setCookie(_ token: String, seconds: Int64, _ settings: APISettings) -> String {
        "\(cookieName(settings))=\(token); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax"
            + (settings.isSecure ? "; Secure" : "")
    }
}
