import HTTPTypes
import Hummingbird
import QuizCore

/// Knows a browser again that signed in to an account before, so that guessing from elsewhere never keeps its owner out.
///
/// A keyed hash over account, number and time of issue; it opens nothing by itself.
///
/// - Source: OWASP, Slow Down Online Guessing Attacks with Device Cookies.
struct DeviceMark<Crypto: Cryptography> {
    let cryptography: Crypto
    let serverKey: [UInt8]
    let settings: APISettings

    /// Unit: seconds.
    private static var lifetime: Int64 { 180 * 86_400 }

    private var name: String { settings.isSecure ? "__Host-quiz-device" : "quiz-device" }

    /// The number of the device that asks, if it signed in to the account before.
    func device(_ request: Request, account: String, at moment: Timestamp) -> String? {
        let header = request.headers[values: .cookie].joined(separator: "; ")
        guard let value = SessionToken.cookie(name, in: header), value.utf8.count <= 160 else { return nil }
        let parts = value.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let issued = Int64(parts[1]), let mac = [UInt8](hex: parts[2]) else { return nil }
        let expected = self.mac(account, String(parts[0]), issued)
        // Through a hash of both, so that how long it takes tells nothing about where they differ.
        guard cryptography.sha256(mac) == cryptography.sha256(expected),
            issued <= moment.milliseconds, moment.milliseconds - issued < Self.lifetime * 1_000
        else { return nil }
        return String(parts[0])
    }

    /// What a browser keeps after a sign-in.
    func cookie(account: String, number: [UInt8], at moment: Timestamp) -> String {
        let mac = mac(account, number.hex, moment.milliseconds)
        return "\(name)=\(number.hex).\(moment.milliseconds).\(mac.hex); Path=/; Max-Age=\(Self.lifetime); HttpOnly; "
            + "SameSite=Strict" + (settings.isSecure ? "; Secure" : "")
    }

    private func mac(_ account: String, _ number: String, _ issued: Int64) -> [UInt8] {
        var bytes = CanonicalBytes()
        bytes.append("bang-vang/device/v1")
        bytes.append(account)
        bytes.append(number)
        bytes.append(issued)
        return cryptography.hmac(bytes.bytes, key: serverKey)
    }
}
