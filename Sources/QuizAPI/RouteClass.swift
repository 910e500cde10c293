/// What a request is for, told from its path alone: the label that its figures are kept under, never an id.
package enum RouteClass: Int, CaseIterable, Sendable {
    case page, health, session, contest, registration, start, answer, submission, attempt, board, staff, other

    /// As a label.
    var name: String { "\(self)" }

    package init(path: String) {
        guard path.hasPrefix("/api/") else {
            self = path == "/healthz" || path == "/readyz" ? .health : .page
            return
        }
        guard path.hasPrefix("/api/v1/") else {
            self = .other
            return
        }
        let segments = path.utf8.dropFirst("/api/v1/".utf8.count)
            .split(separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
        let part = segments.count > 2 ? Substring(segments[2]) : ""
        self =
            switch segments.first.map(Substring.init) ?? "" {
            case "attempts": Self.attempts(part)
            case "contests": Self.contests(part)
            case "sessions": .session
            case "banks", "staff", "units": .staff
            default: .other
            }
    }

    private static func attempts(_ part: Substring) -> RouteClass {
        switch part {
        case "answers", "prediction": .answer
        case "submission": .submission
        default: .attempt
        }
    }

    private static func contests(_ part: Substring) -> RouteClass {
        switch part {
        case "leaderboards": .board
        case "attempts": .start
        case "registrations": .registration
        case "dashboard", "results": .staff
        default: .contest
        }
    }
}
