import HTTPTypes
import Metrics
import NIOCore

/// Counts and times requests; every handle is made once, so that a request costs some atomic additions.
struct RequestMetrics: Sendable {
    private static let methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "other"]
    /// The first is of 2xx; what is informational never ends a request.
    private static let statusClasses = ["2xx", "3xx", "4xx", "5xx"]

    /// By route, then method, then class of status.
    private let requests: [Counter]
    /// By route.
    private let durations: [Metrics.Timer]
    private let busy: Counter
    private let tooMany: Counter

    init(factory: any MetricsFactory) {
        requests = RouteClass.allCases.flatMap { route in
            Self.methods.flatMap { method in
                Self.statusClasses.map { status in
                    Counter(
                        label: "quiz_http_requests_total",
                        dimensions: [("route", route.name), ("method", method), ("status", status)],
                        factory: factory
                    )
                }
            }
        }
        durations = RouteClass.allCases.map {
            Metrics.Timer(
                label: "quiz_http_request_duration_seconds",
                dimensions: [("route", $0.name)],
                factory: factory
            )
        }
        func shed(_ status: String) -> Counter {
            Counter(label: "quiz_http_shed_total", dimensions: [("status", status)], factory: factory)
        }
        busy = shed("503")
        tooMany = shed("429")
    }

    /// Takes note of a request that has been answered.
    func record(path: String, method: HTTPRequest.Method, status: HTTPResponse.Status, since start: NIODeadline) {
        let route = RouteClass(path: path).rawValue
        let methodNumber = Self.number(of: method)
        let statusNumber = min(max(status.code / 100 - 2, 0), Self.statusClasses.count - 1)
        let index = (route * Self.methods.count + methodNumber) * Self.statusClasses.count + statusNumber
        requests[index].increment()
        durations[route].recordNanoseconds((NIODeadline.now() - start).nanoseconds)
    }

    /// Takes note of a request that was turned away so that others are served.
    func refused(_ status: HTTPResponse.Status) {
        switch status.code {
        case 503: busy.increment()
        case 429: tooMany.increment()
        default: break
        }
    }

    private static func number(of method: HTTPRequest.Method) -> Int {
        switch method {
        case .get: 0
        case .head: 1
        case .post: 2
        case .put: 3
        case .delete: 4
        default: 5
        }
    }
}
