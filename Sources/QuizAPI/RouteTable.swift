import HTTPTypes
import Hummingbird

/// Which handler answers which method at which address below `/api/v1/`.
///
/// A table of our own rather than the framework's router, which was among the dearest parts of saving an answer and does not
/// tell a wrong method from a wrong address (docs/performance.md).
struct RouteTable: Sendable {
    typealias Handler = @Sendable (Request, APIContext) async throws -> Response

    enum Match {
        case handler(Handler, PathParameters)
        /// The address takes other methods: what goes into Allow (RFC 9110, 15.5.6).
        case otherMethods(String)
        case none
    }

    private struct Route: Sendable {
        let method: HTTPRequest.Method
        let segments: [Segment]
        let handler: Handler

        /// - Returns: `nil` if the address is another one.
        func parameters(_ path: [Substring]) -> PathParameters? {
            var parameters = PathParameters()
            for (segment, written) in zip(segments, path) {
                switch segment {
                case .fixed(let text): guard written == text else { return nil }
                case .parameter(let name): parameters.add(name, written)
                }
            }
            return parameters
        }
    }

    private enum Segment: Sendable {
        case fixed(Substring)
        case parameter(String)
    }

    /// By the number of segments.
    private var routes: [Int: [Route]] = [:]

    mutating func get(_ path: String, _ handler: @escaping Handler) { add(.get, path, handler) }
    mutating func post(_ path: String, _ handler: @escaping Handler) { add(.post, path, handler) }
    mutating func put(_ path: String, _ handler: @escaping Handler) { add(.put, path, handler) }
    mutating func patch(_ path: String, _ handler: @escaping Handler) { add(.patch, path, handler) }
    mutating func delete(_ path: String, _ handler: @escaping Handler) { add(.delete, path, handler) }

    private mutating func add(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler) {
        let segments = path.split(separator: "/").map { part in
            part.hasPrefix(":") ? Segment.parameter(String(part.dropFirst())) : .fixed(part)
        }
        routes[segments.count, default: []].append(Route(method: method, segments: segments, handler: handler))
    }

    /// Finds the route of a request; HEAD is answered as GET.
    func match(_ method: HTTPRequest.Method, _ path: Substring) -> Match {
        let method = method == .head ? .get : method
        let segments = path.split(separator: "/")
        var others: Set<String> = []
        for route in routes[segments.count] ?? [] {
            guard let parameters = route.parameters(segments) else { continue }
            if route.method == method { return .handler(route.handler, parameters) }
            others.insert(route.method.rawValue)
        }
        if others.contains("GET") { others.insert("HEAD") }
        return others.isEmpty ? .none : .otherMethods(others.sorted().joined(separator: ", "))
    }
}

/// What stands in an address where its route has a name.
struct PathParameters: Sendable {
    private var values: [(name: String, value: Substring)] = []

    fileprivate mutating func add(_ name: String, _ value: Substring) {
        values.append((name, value))
    }

    func get(_ name: String) -> String? {
        values.first { $0.name == name }.map { String($0.value) }
    }
}
