import QuizCore
import Synchronization
import Testing

/// Stores in memory that fail when asked what a test does not expect.
struct StubStore: Sendable {
    var known: [Definition] = []
    var older: [Definition] = []
    var bankVersions: [BankVersion] = []
    var versions: @Sendable (BoardID) -> UInt64 = { _ in 1 }
    var places: @Sendable (Int64, BoardID) -> (place: Int, of: Int, attempt: Int64)? = { _, _ in nil }

    var truths: @Sendable (String, String) -> PredictionTruth? = { _, _ in nil }

    var roundResults: @Sendable (String, String) -> RoundResults = { _, _ in RoundResults(state: .live) }
    var correctionRecords: [CorrectionRecord] = []
    var prizes = PrizeHandlers()
    var profiles = ProfileHandlers()
    var units = UnitHandlers()

    /// What a list of attempts waits for.
    var pause: (@Sendable () async -> Void)?

    var onStart: (@Sendable (AttemptStart) throws(StoreError) -> StartOutcome)?
    var onAttempt: (@Sendable (PublicID, Int64) throws(StoreError) -> Attempt?)?
    var onAttempts: (@Sendable (Int64) throws(StoreError) -> [Attempt])?
    var onSave: (@Sendable (AnswerSave) throws(StoreError) -> SaveOutcome)?
    var onPredict: (@Sendable (PredictionSave) throws(StoreError) -> SaveOutcome)?
    var onSubmit: (@Sendable (PublicID, Int64) throws(StoreError) -> Attempt?)?
    var onReveal: (@Sendable (PublicID, Int64, Int) throws(StoreError) -> RevealOutcome)?
    var onRegister: (@Sendable (Registration) throws(StoreError) -> RegistrationOutcome)?
    var onSignIn: (@Sendable ([UInt8], NewSession) throws(StoreError) -> Contestant?)?
    var onPrincipal: (@Sendable ([UInt8]) throws(StoreError) -> Principal?)?
    var onEndSession: (@Sendable ([UInt8]) throws(StoreError) -> Void)?
    var onAccount: (@Sendable (String) throws(StoreError) -> Account?)?
    var onStaffSession: (@Sendable (Int64, NewSession) throws(StoreError) -> StaffMember?)?
    var onCredentials: (@Sendable (StaffCredentials) -> Void)?
    var versionOfAccounts: @Sendable () -> Int = { 0 }
    var onKeep: (@Sendable ([UInt8], Timestamp) throws(StoreError) -> Void)?
    var onUnit: (@Sendable (String) throws(StoreError) -> Unit?)?
    var onImage: (@Sendable ([UInt8]) throws(StoreError) -> ImageContent?)?
    var onBoard: (@Sendable (BoardID, String?, Int, Int) throws(StoreError) -> BoardPage)?
    var onReading: (@Sendable (BankVersion, String, String) throws(StoreError) -> Void)?
    var onAdd: (@Sendable (Bank, String) throws(StoreError) -> BankVersion)?
    var onNeighbours: (@Sendable (Int64, BoardID, Int) throws(StoreError) -> [BoardLine])?

    var onAdvance: (@Sendable (ResultStep, String, String) throws(StoreError) -> StepOutcome)?
    var onPreview: (@Sendable (Correction, String) throws(StoreError) -> CorrectionOutcome)?
    var onApply: (@Sendable (Correction, String, String) throws(StoreError) -> CorrectionOutcome)?
    var onGrant: (@Sendable (TimeGrant, String, String) throws(StoreError) -> Timestamp?)?
    var onAttemptsOf: (@Sendable (PublicID, String) throws(StoreError) -> [Attempt]?)?
    var privacy = PrivacyHandlers()
    var onItemReport: (@Sendable (AttemptSelection, String) throws(StoreError) -> ItemReport)?

    var onExport: (@Sendable (ListSelection, String, String?, String) throws(StoreError) -> Void)?
    var onList: (@Sendable (ListSelection) throws(StoreError) -> ListPages?)?
    var onFigures: (@Sendable (ReportScope) throws(StoreError) -> ReportFigures?)?
    var onParticipation: (@Sendable (ParticipationQuery) throws(StoreError) -> ParticipationPage?)?

    private func expected<Handler>(_ handler: Handler?, _ name: String = #function) throws(StoreError) -> Handler {
        guard let handler else {
            Issue.record("the store was asked for \(name)")
            throw .broken("unexpected \(name)")
        }
        return handler
    }

    private func never(_ name: String = #function) -> StoreError {
        Issue.record("the store was asked for \(name)")
        return .broken("unexpected \(name)")
    }
}

extension StubStore: AttemptStore {
    func start(_ start: AttemptStart) async throws(StoreError) -> StartOutcome { try expected(onStart)(start) }
    func attempt(_ id: PublicID, of contestant: Int64) async throws(StoreError) -> Attempt? {
        try expected(onAttempt)(id, contestant)
    }
    func attempts(of contestant: Int64) async throws(StoreError) -> [Attempt] {
        await pause?()
        return try expected(onAttempts)(contestant)
    }
    func save(_ answer: AnswerSave) async throws(StoreError) -> SaveOutcome { try expected(onSave)(answer) }
    func predict(_ prediction: PredictionSave) async throws(StoreError) -> SaveOutcome {
        try expected(onPredict)(prediction)
    }
    func reveal(_ id: PublicID, of contestant: Int64, position: Int) async throws(StoreError) -> RevealOutcome {
        try expected(onReveal)(id, contestant, position)
    }
    func submit(_ id: PublicID, of contestant: Int64) async throws(StoreError) -> Attempt? {
        try expected(onSubmit)(id, contestant)
    }
}

extension StubStore: PeopleStore {
    func register(_ registration: Registration) async throws(StoreError) -> RegistrationOutcome {
        try expected(onRegister)(registration)
    }
    func signIn(entryCodeHash: [UInt8], session: NewSession) async throws(StoreError) -> Contestant? {
        try expected(onSignIn)(entryCodeHash, session)
    }
    func principal(sessionHash: [UInt8], at moment: Timestamp) async throws(StoreError) -> Principal? {
        try expected(onPrincipal)(sessionHash)
    }
    func endSession(hash: [UInt8]) async throws(StoreError) { try expected(onEndSession)(hash) }
    func account(named name: String) async throws(StoreError) -> Account? { try expected(onAccount)(name) }
    func addAccount(_ account: NewAccount, by actor: String) async throws(StoreError) -> Bool { throw never() }
    func openStaffSession(account: Int64, session: NewSession) async throws(StoreError) -> StaffMember? {
        try expected(onStaffSession)(account, session)
    }
    func keepStaffSession(hash: [UInt8], at moment: Timestamp) async throws(StoreError) {
        try expected(onKeep)(hash, moment)
    }
    func put(_ units: [Unit], by actor: String) async throws(StoreError) { throw never() }
    func unit(code: String) async throws(StoreError) -> Unit? { try expected(onUnit)(code) }
}

extension StubStore: ContestStore {
    func definitions() -> [Definition] { known }
    func definition(of contest: String) -> Definition? { known.first { $0.contest.id == contest } }
    func definition(version key: Int64) -> Definition? { (known + older).first { $0.key == key } }
    func banks() -> [BankVersion] { bankVersions }
    func add(_ bank: Bank, images: [ImageContent], by actor: String) async throws(StoreError) -> BankVersion {
        try expected(onAdd)(bank, actor)
    }
    func noteReading(of version: BankVersion, as format: String, by actor: String) async throws(StoreError) {
        try expected(onReading)(version, format, actor)
    }
    func image(_ digest: [UInt8]) async throws(StoreError) -> ImageContent? { try expected(onImage)(digest) }
    func apply(_ contest: Contest, source: [UInt8], by actor: String) async throws(StoreError) -> ApplyOutcome {
        throw never()
    }
}

extension StubStore: BoardStore {
    func board(
        _ board: BoardID,
        unit: String?,
        asOf moment: Timestamp?,
        from: Int,
        limit: Int
    ) async throws(StoreError) -> BoardPage {
        try expected(onBoard)(board, unit, from, limit)
    }
    func revision(of board: BoardID) -> UInt64 { versions(board) }
    func version(of board: BoardID) -> UInt64 { versions(board) }
    func neighbours(
        of contestant: Int64,
        on board: BoardID,
        asOf moment: Timestamp?,
        reach: Int
    ) async throws(StoreError) -> BoardNeighbours? {
        guard let total = places(contestant, board)?.of else { return nil }
        return BoardNeighbours(lines: try expected(onNeighbours)(contestant, board, reach), total: total)
    }
    func place(of contestant: Int64, on board: BoardID) -> (place: Int, of: Int, attempt: Int64)? {
        places(contestant, board)
    }
    func truth(of contest: String, round: String) -> PredictionTruth? { truths(contest, round) }
    func figures(of contest: String) async throws(StoreError) -> ContestFigures { throw never() }
}

extension StubStore: ReportStore {
    func noteExport(
        of selection: ListSelection,
        as format: String,
        purpose: String?,
        by actor: String
    ) async throws(StoreError) { try expected(onExport)(selection, format, purpose, actor) }
    func list(_ selection: ListSelection) async throws(StoreError) -> ListPages? { try expected(onList)(selection) }
    func participation(
        _ query: ParticipationQuery
    ) async throws(StoreError) -> ParticipationPage? { try expected(onParticipation)(query) }
    func figures(_ scope: ReportScope) async throws(StoreError) -> ReportFigures? { try expected(onFigures)(scope) }
}

extension StubStore: ResultStore {
    func results(of contest: String, round: String) -> RoundResults { roundResults(contest, round) }
    func advance(_ step: ResultStep, of contest: String, by actor: String) async throws(StoreError) -> StepOutcome {
        try expected(onAdvance)(step, contest, actor)
    }
    func corrections(of contest: String) -> [CorrectionRecord] { correctionRecords }
    func preview(_ correction: Correction, of contest: String) async throws(StoreError) -> CorrectionOutcome {
        try expected(onPreview)(correction, contest)
    }
    func apply(
        _ correction: Correction,
        of contest: String,
        by actor: String
    ) async throws(StoreError) -> CorrectionOutcome {
        try expected(onApply)(correction, contest, actor)
    }
    func grant(_ grant: TimeGrant, of contest: String, by actor: String) async throws(StoreError) -> Timestamp? {
        try expected(onGrant)(grant, contest, actor)
    }
    func attempts(of contestant: PublicID, in contest: String) async throws(StoreError) -> [Attempt]? {
        try expected(onAttemptsOf)(contestant, contest)
    }
}

extension StubStore: StatisticsStore {
    func itemReport(_ selection: AttemptSelection, by actor: String) async throws(StoreError) -> ItemReport {
        try expected(onItemReport)(selection, actor)
    }
}
