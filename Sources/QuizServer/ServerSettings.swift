import Configuration
import NIOCore
import QuizAPI

/// What the environment says.
struct ServerSettings: Sendable {
    let publicURL: String
    /// In the form of ``RemoteAddress``.
    let trustedProxies: Set<String>
    /// How long a peer may leave unread what waits for it.
    let writeDeadline: TimeAmount

    init(_ environment: ConfigReader, address: String) throws {
        let configuration = environment.scoped(to: "quiz")
        publicURL = configuration.string(forKey: "public.url", default: address)
        trustedProxies = try Self.proxies(configuration.string(forKey: "trusted.proxies", default: ""))
        let seconds = configuration.int(forKey: "write.deadline", default: 30)
        guard (1...3_600).contains(seconds) else {
            throw Refusal(
                vi: "QUIZ_WRITE_DEADLINE phải là số giây từ 1 đến 3600.",
                en: "QUIZ_WRITE_DEADLINE must be a number of seconds from 1 to 3600."
            )
        }
        writeDeadline = .seconds(Int64(seconds))
    }

    /// A slip here would have all people share the limits of one address, so it is not passed over.
    private static func proxies(_ list: String) throws -> Set<String> {
        var proxies: Set<String> = []
        for text in list.split(separator: ",") where text.contains(where: { $0 != " " }) {
            guard let address = RemoteAddress.canonical(text) else {
                throw Refusal(
                    vi: "QUIZ_TRUSTED_PROXIES: “\(text)” không phải địa chỉ IP.",
                    en: "QUIZ_TRUSTED_PROXIES: '\(text)' is not an IP address."
                )
            }
            proxies.insert(address)
        }
        return proxies
    }
}
