import QuizCore
import Synchronization
import Testing

/// What a stub store says about units, and what it was told to do.
struct UnitHandlers: Sendable {
    var register = UnitRegister(units: [])
    var otherUnits: [OtherUnit.Counted] = []
    var claims: [UnitClaims] = []
    let told = Told()

    final class Told: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }
}

extension StubStore: UnitStore {
    var register: UnitRegister { units.register }
    var registerRevision: Int64 { 1 }

    func store(_ units: UnitImport, readAt revision: Int64, by actor: String) async throws(StoreError) -> Bool {
        self.units.told.add("\(actor) stores \(units.units.map(\.code).joined(separator: " "))")
        return revision == 1
    }
    func headcounts(of unit: String) async throws(StoreError) -> [EnteredHeadcount] { [] }
    func enter(_ headcount: Headcount, of unit: String, by actor: String) async throws(StoreError) -> Bool {
        units.told.add("\(actor) counts \(unit) \(headcount.words)")
        return true
    }
    func merge(_ merge: UnitMerge, by actor: String) async throws(StoreError) -> UnitMergeOutcome {
        units.told.add("\(actor) merges \(merge.unit) \(merge.successor) \(merge.from.text)")
        return .merged(UnitMoves(people: 2))
    }
    func otherUnits(of contest: String) async throws(StoreError) -> [OtherUnit.Counted] { units.otherUnits }
    func map(
        _ mapping: OtherUnitMapping,
        of contest: String,
        by actor: String
    ) async throws(StoreError) -> UnitMoves? {
        units.told.add("\(actor) maps \(mapping.texts.count) \(mapping.unit) \(mapping.correctsResults)")
        return UnitMoves(people: 3, attempts: 1)
    }
    func claims(of unit: String, contest: String) async throws(StoreError) -> [UnitClaims] { units.claims }
    func claimants(of unit: String, contest: String, limit: Int) async throws(StoreError) -> [UnitClaimant] { [] }
    func confirm(
        _ people: [PublicID],
        of unit: String,
        contest: String,
        by actor: String
    ) async throws(StoreError) -> UnitConfirmation {
        units.told.add("\(actor) confirms \(people.count) of \(unit)")
        var confirmation = UnitConfirmation()
        confirmation.confirmed = people.count
        return confirmation
    }
}
