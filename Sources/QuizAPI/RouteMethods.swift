import HTTPTypes
import Hummingbird

/// Which methods an address takes, for the Allow of a 405 (RFC 9110, 15.5.6): the router only knows that none fits.
struct RouteMethods: Sendable {
    /// `nil` stands for a segment that may be anything.
    private let routes: [(segments: [Substring?], method: String)]

    init(_ router: Router<APIContext>) {
        routes = router.routes.map { route in
            let segments = route.path.description.split(separator: "/").map { $0.hasPrefix("{") ? nil : $0 }
            return (segments, route.method.rawValue)
        }
    }

    /// The methods of the routes that fit, HEAD wherever there is GET.
    ///
    /// - Returns: `nil` if no route fits.
    func allowed(at path: String) -> String? {
        let segments = path.split(separator: "/")
        var methods: Set<String> = []
        for route in routes where route.segments.count == segments.count {
            let fits = zip(route.segments, segments).allSatisfy { $0 == nil || $0 == $1 }
            if fits { methods.insert(route.method) }
        }
        if methods.contains("GET") { methods.insert("HEAD") }
        return methods.isEmpty ? nil : methods.sorted().joined(separator: ", ")
    }
}
