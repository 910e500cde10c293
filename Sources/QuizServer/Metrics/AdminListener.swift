import Foundation
import HTTPTypes
package import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import QuizCore
import ServiceLifecycle

/// What only the operator sees, on an address that only this machine reaches (I8): figures, alive, ready.
struct AdminListener: Service {
    static let host = "127.0.0.1"

    let port: Int
    let registry: MetricRegistry
    let isReady: @Sendable () -> Bool
    let logger: Logger

    func run() async throws {
        let application = Application(
            responder: AdminResponder(registry: registry, isReady: isReady),
            server: .http1(configuration: .limited),
            configuration: .init(
                address: .hostname(Self.host, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(64)
            ),
            logger: logger
        )
        do {
            try await application.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw Refusal(
                vi: "Cổng \(port) đã có chương trình khác dùng. Chọn cổng khác bằng --admin-port.",
                en: "Port \(port) is taken by another program. Choose another with --admin-port."
            )
        }
    }
}

package struct AdminResponder: HTTPResponder {
    package typealias Context = BasicRequestContext

    private let registry: MetricRegistry
    private let isReady: @Sendable () -> Bool

    package init(registry: MetricRegistry, isReady: @escaping @Sendable () -> Bool) {
        self.registry = registry
        self.isReady = isReady
    }

    package func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        guard Self.isLocal(request.head.authority) else { return .plain("not for this host", .forbidden) }
        guard request.method == .get || request.method == .head else {
            return .plain("GET, HEAD", .methodNotAllowed, [.allow: "GET, HEAD"])
        }
        let response: Response =
            switch request.uri.path {
            case "/metrics": .plain(registry.scrape(), .ok, [.contentType: MetricText.contentType])
            case "/healthz": .plain("ok", .ok)
            case "/readyz": isReady() ? .plain("ready", .ok) : .plain("not ready", .serviceUnavailable)
            default: .plain("not found", .notFound)
            }
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// A page in the operator's browser whose name was made to point here still sends its own name.
    private static func isLocal(_ authority: String?) -> Bool {
        guard let authority else { return false }
        return ["127.0.0.1", "localhost"].contains { authority == $0 || authority.hasPrefix($0 + ":") }
    }
}

extension Response {
    fileprivate static func plain(
        _ text: String,
        _ status: HTTPResponse.Status,
        _ fields: HTTPFields = [:]
    ) -> Response {
        var headers: HTTPFields = [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"]
        for field in fields { headers[field.name] = field.value }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
