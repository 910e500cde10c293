/// What a request is for, told from its path alone: the label that its figures are kept under, never an id.
package enum RouteClass: Int, CaseIterable, Sendable {
    case page, health, session, contest, registration, start, answer, submission, attempt, board, staff, media, other

    /// As a label.
    var name: String { "\(self)" }

    /// Passes over the bytes once, since every request comes here: of the first and the third segment after `/api/v1/`
    /// the first eight bytes are kept, which tells all routes apart.
    package init(path: String) {
        var bytes = path.utf8.makeIterator()
        for expected in "/api/".utf8 where bytes.next() != expected {
            self = path == "/healthz" || path == "/readyz" ? .health : .page
            return
        }
        for expected in "v1/".utf8 where bytes.next() != expected {
            self = .other
            return
        }
        var collection = Word()
        var part = Word()
        var segment = 0
        while segment < 3, let byte = bytes.next() {
            if byte == UInt8(ascii: "/") {
                segment += 1
            } else if segment == 0 {
                collection.append(byte)
            } else if segment == 2 {
                part.append(byte)
            }
        }
        self =
            switch collection {
            case Word.attempts: Self.attempts(part)
            case Word.contests: Self.contests(part)
            case Word.sessions: .session
            case Word.banks, Word.staff, Word.units, Word.unitTemplate, Word.unitFaults, Word.reports, Word.accounts,
                Word.accountRules, Word.audit:
                .staff
            case Word.media: .media
            default: .other
            }
    }

    private static func attempts(_ part: Word) -> RouteClass {
        switch part {
        case Word.answers, Word.prediction: .answer
        case Word.submission: .submission
        default: .attempt
        }
    }

    private static func contests(_ part: Word) -> RouteClass {
        switch part {
        case Word.leaderboards, Word.winners: .board
        case Word.attempts: .start
        case Word.registrations, Word.challenge: .registration
        case Word.dashboard, Word.results, Word.statistics, Word.prizes, Word.exclusions, Word.ties, Word.decisions,
            Word.draws,
            Word.contestants, Word.otherUnits, Word.participation, Word.unregistered, Word.unfinished, Word.coverage,
            Word.dataRequests, Word.dataAccesses, Word.affected, Word.retention:
            .staff
        default: .contest
        }
    }

    /// The first eight bytes of a name, in one number.
    private struct Word: Equatable {
        private var bytes: UInt64 = 0

        init() {}

        private init(_ name: String) {
            for byte in name.utf8 { append(byte) }
        }

        mutating func append(_ byte: UInt8) {
            if bytes >> 56 == 0 { bytes = bytes << 8 | UInt64(byte) }
        }

        static let attempts = Word("attempts")
        static let contests = Word("contests")
        static let sessions = Word("sessions")
        static let banks = Word("banks")
        static let accounts = Word("accounts")
        static let accountRules = Word("account-rules")
        static let audit = Word("audit")
        static let staff = Word("staff")
        static let units = Word("units")
        static let unitTemplate = Word("unit-template")
        static let unitFaults = Word("unit-faults")
        static let otherUnits = Word("other-units")
        static let media = Word("media")
        static let answers = Word("answers")
        static let prediction = Word("prediction")
        static let submission = Word("submission")
        static let leaderboards = Word("leaderboards")
        static let registrations = Word("registrations")
        static let dashboard = Word("dashboard")
        static let results = Word("results")
        static let statistics = Word("statistics")
        static let prizes = Word("prizes")
        static let exclusions = Word("exclusions")
        static let ties = Word("ties")
        static let decisions = Word("tie-decisions")
        static let draws = Word("draws")
        static let contestants = Word("contestants")
        static let participation = Word("participation")
        static let unregistered = Word("unregistered")
        static let unfinished = Word("unfinished")
        static let coverage = Word("coverage")
        static let reports = Word("reports")
        static let winners = Word("winners")
        static let challenge = Word("challenge")
        static let dataRequests = Word("data-requests")
        static let dataAccesses = Word("data-accesses")
        static let affected = Word("affected")
        static let retention = Word("retention")
    }
}
