import HTTPTypes
package import Hummingbird
package import Logging
package import Metrics
import NIOCore
package import QuizCore
package import QuizFormats

package typealias QuizStores = AccountStore & AttemptStore & AuditStore & BoardStore & CertificateStore & ContestStore
    & HistoryStore & PeopleStore & PrivacyStore & PrizeStore & ProfileStore & ReportStore & ResultStore & RosterStore
    & StatisticsStore & UnitStore

/// Secrets that the API derives codes, tags and papers from.
package struct APIKeys: Sendable {
    /// 32 bytes.
    package let serverKey: [UInt8]
    /// The key that papers of a contest are drawn with; 32 bytes.
    package let contestKey: @Sendable (String) -> [UInt8]?
    /// `nil`: there are no certificates.
    package let certificates: CertificateSigner?

    package init(
        serverKey: [UInt8],
        contestKey: @escaping @Sendable (String) -> [UInt8]?,
        certificates: CertificateSigner? = nil
    ) {
        self.serverKey = serverKey
        self.certificates = certificates
        self.contestKey = contestKey
    }
}

package struct APISettings: Sendable {
    /// Scheme, host and port as browsers see them, without a slash at the end.
    package let publicURL: String
    /// In the form of ``RemoteAddress``.
    package let trustedProxies: Set<String>
    package let isDraining: @Sendable () -> Bool
    package let isReady: @Sendable () -> Bool

    package init(
        publicURL: String,
        trustedProxies: Set<String>,
        isDraining: @escaping @Sendable () -> Bool,
        isReady: @escaping @Sendable () -> Bool
    ) {
        self.publicURL = publicURL
        self.trustedProxies = trustedProxies
        self.isDraining = isDraining
        self.isReady = isReady
        isSecure = publicURL.hasPrefix("https://")
        cookieName = isSecure ? "__Host-quiz" : "quiz"
    }

    let isSecure: Bool
    let cookieName: String
}

/// How a staff password is checked; an unknown account costs the same work.
package struct PasswordCheck: Sendable {
    package enum Verdict: Sendable {
        case right, wrong, overloaded
    }

    package let verify: @Sendable (_ password: String, _ hash: PasswordHash?) async -> Verdict

    package init(verify: @escaping @Sendable (_ password: String, _ hash: PasswordHash?) async -> Verdict) {
        self.verify = verify
    }
}

/// How a file with a bank is read: elsewhere, within limits.
package struct BankReading: Sendable {
    package let report:
        @Sendable (_ file: [UInt8], _ format: BankFormat, _ settings: ImportSettings) async throws -> BankReport

    package init(
        report: @escaping @Sendable ([UInt8], BankFormat, ImportSettings) async throws -> BankReport
    ) {
        self.report = report
    }
}

/// The HTTP face of a contest: routes over stores, and nothing that decides who wins.
package struct API<Store: QuizStores, Crypto: Cryptography>: Sendable {
    let store: Store
    let cryptography: Crypto
    let random: @Sendable (Int) -> [UInt8]
    let now: @Sendable () -> Timestamp
    let keys: APIKeys
    let passwords: PasswordCheck
    let secrets: AccountSecrets
    let bankReading: BankReading
    let rosterReading: RosterReading
    let settings: APISettings
    let vocabulary: Vocabulary
    let targets: Targets
    let web: StaticSite
    let openapi: [UInt8]
    let logger: Logger
    let compression: Compression
    let contestKeys: ContestKeys
    let sessions = SessionCache()
    let throttle = SignInThrottle()
    let matrices = MatrixCache()
    let prepared = PreparedQuestions()
    let boards = BoardCache()
    let images = ImageCache()
    let streams = StreamPlaces()
    let exports = StreamPlaces(limit: 8)
    let places = PressPlaces()
    let slowLane = SlowLane()
    let challenges = ChallengeBook()
    let metrics: RequestMetrics

    package init(
        store: Store,
        cryptography: Crypto,
        random: @escaping @Sendable (Int) -> [UInt8],
        now: @escaping @Sendable () -> Timestamp,
        keys: APIKeys,
        passwords: PasswordCheck,
        secrets: AccountSecrets,
        bankReading: BankReading,
        rosterReading: RosterReading = RosterReading { RosterFile.read($0) },
        settings: APISettings,
        vocabulary: Vocabulary,
        targets: Targets = .none,
        web: StaticSite,
        openapi: [UInt8],
        logger: Logger,
        compression: Compression = .none,
        metrics: any MetricsFactory = MetricsSystem.factory
    ) {
        self.store = store
        self.cryptography = cryptography
        self.random = random
        self.now = now
        self.keys = keys
        self.passwords = passwords
        self.secrets = secrets
        self.bankReading = bankReading
        self.rosterReading = rosterReading
        self.settings = settings
        self.vocabulary = vocabulary
        self.targets = targets
        self.web = web
        self.openapi = openapi
        self.logger = logger
        self.compression = compression
        contestKeys = ContestKeys(read: keys.contestKey)
        self.metrics = RequestMetrics(factory: metrics)
    }

    /// Everything under one responder: what is no route is a page.
    package func responder() -> some HTTPResponder<APIContext> {
        var routes = RouteTable()
        addSessionRoutes(to: &routes)
        addContestRoutes(to: &routes)
        addAttemptRoutes(to: &routes)
        addPracticeRoutes(to: &routes)
        addBoardRoutes(to: &routes)
        addStaffRoutes(to: &routes)
        addListRoutes(to: &routes)
        addParticipationRoutes(to: &routes)
        addReportRoutes(to: &routes)
        addPrizeRoutes(to: &routes)
        addBankRoutes(to: &routes)
        addResultRoutes(to: &routes)
        addProfileRoutes(to: &routes)
        addHistoryRoutes(to: &routes)
        addMediaRoutes(to: &routes)
        addStatisticsRoutes(to: &routes)
        addUnitRoutes(to: &routes)
        addChallengeRoutes(to: &routes)
        addOwnDataRoutes(to: &routes)
        addPersonalDataRoutes(to: &routes)
        addAccountRoutes(to: &routes)
        addOwnAccountRoutes(to: &routes)
        addAuditRoutes(to: &routes)
        addCertificateRoutes(to: &routes)
        addRosterRoutes(to: &routes)
        return Gate(api: self, routes: routes)
    }

    /// Sessions in the cache.
    package var cachedSessions: Int { sessions.count }

    // MARK: Shared by the routes

    func definition(_ context: APIContext) throws -> Definition {
        guard let id = context.path.get("contest"), let definition = store.definition(of: id) else {
            throw Problem.notFound
        }
        return definition
    }

    /// The contestant of the session, of this contest only (I7).
    func contestant(_ context: APIContext, in contest: String? = nil) throws -> Contestant {
        guard case .contestant(let contestant)? = context.principal else { throw Problem.unauthorized }
        guard contest == nil || contest == contestant.contest else { throw Problem.notFound }
        return contestant
    }

    func staff(_ context: APIContext) throws -> StaffMember {
        guard case .staff(let member)? = context.principal else { throw Problem.unauthorized }
        return member
    }

    func attemptID(_ context: APIContext) throws -> PublicID {
        guard let id = context.path.get("id").flatMap({ PublicID(hex: $0) }) else { throw Problem.notFound }
        return id
    }
}

/// What a request carries on its way.
package struct APIContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package var principal: Principal?
    /// Hash of the session's token.
    var sessionHash: [UInt8]?
    /// What the address says.
    var path = PathParameters()
    private let channel: any Channel

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// Where the request comes from.
    func address(_ request: Request, trustedProxies: Set<String>) -> String {
        let name = HTTPField.Name("X-Forwarded-For")
        return RemoteAddress.origin(
            of: channel.remoteAddress,
            forwarded: name.map { request.headers[values: $0] } ?? [],
            trustedProxies: trustedProxies
        )
    }
}
