import QuizCore

/// No test of the API that has no roster meets one; what tests of rosters need is tried over the real store.
extension StubStore: RosterStore {
    private var unexpected: StoreError { .broken("rosters are not expected here") }

    func rosterUnits(of unit: String) async throws(StoreError) -> RosterUnits? { throw unexpected }
    func rosterKnown(unit: String, contest: String) async throws(StoreError) -> [RosterKnown] { throw unexpected }
    func addRoster(_ roster: NewRoster, by actor: String) async throws(StoreError) -> RosterAdded { throw unexpected }
    func roster(_ query: RosterQuery) async throws(StoreError) -> RosterPage { throw unexpected }
    func rosterClasses(unit: String, contest: String) async throws(StoreError) -> [RosterClass] { throw unexpected }
    func rosterForCodes(_ query: RosterQuery, by actor: String) async throws(StoreError) -> [RosterLineEntry]? {
        throw unexpected
    }
    func reissueCode(
        _ change: RosterChange,
        issue: Int,
        codeHash: @escaping @Sendable (_ issue: Int) -> [UInt8]
    ) async throws(StoreError) -> RosterOutcome { throw unexpected }
    func revokeCode(_ change: RosterChange) async throws(StoreError) -> RosterOutcome { throw unexpected }
    func removeFromRoster(_ change: RosterChange) async throws(StoreError) -> RosterOutcome { throw unexpected }
    func signInFromRoster(_ person: RosterSignIn, session: NewSession) async throws(StoreError) -> Contestant? { nil }
    func keepConsents(_ consents: [ConsentText], of contestant: Int64, isNamed: Bool) async throws(StoreError) {
        throw unexpected
    }
    func birthYear(of contestant: Int64) async throws(StoreError) -> Int? { nil }
}
