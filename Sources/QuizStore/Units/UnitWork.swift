import Foundation
import QuizCore

/// An import of units while it is carried out, as it is kept so that a stop cannot leave half of it.
struct UnitWork: Codable, Sendable {
    let units: [UnitFacts]
    let actor: String
    /// For the log.
    let detail: String

    init(_ units: UnitImport, by actor: String) {
        self.units = units.differing.map { UnitFacts($0) }
        self.actor = actor
        detail = Self.words(units)
    }

    /// Rows first, then what they say of each other.
    var steps: Int { 2 * units.count }

    /// More changes than these are counted only.
    private static let mostTold = 200

    private static func words(_ units: UnitImport) -> String {
        let counts = "\(units.added.count) added, \(units.changed.count) changed, \(units.same) the same"
        let changes = units.changed.prefix(mostTold).map { change in
            let parts = change.parts.map { "\($0.key) '\($0.from)' → '\($0.to)'" }
            return "\(change.code): \(parts.joined(separator: ", "))"
        }
        let rest = units.changed.count > mostTold ? ["…"] : []
        return ([counts] + changes + rest).joined(separator: "\n")
    }

    var json: [UInt8]? {
        try? Array(JSONEncoder().encode(self))
    }

    init?(json: [UInt8]) {
        guard let work = try? JSONDecoder().decode(UnitWork.self, from: Data(json)) else { return nil }
        self = work
    }
}

/// A unit in an encoded form; days are moments, 00:00 in Việt Nam.
struct UnitFacts: Codable, Sendable {
    struct Count: Codable, Sendable {
        let group: String?
        let count: Int
        let on: Int64?
        let source: String?
    }

    let code: String
    let title: String
    let type: String
    let parent: String?
    let educationParent: String?
    let from: Int64?
    let to: Int64?
    let successors: [String]
    let counts: [Count]

    init(_ unit: QuizCore.Unit) {
        code = unit.code
        title = unit.title
        type = unit.type
        parent = unit.parent
        educationParent = unit.educationParent
        from = unit.validFrom?.start.milliseconds
        to = unit.validTo?.start.milliseconds
        successors = unit.successors
        counts = unit.headcounts.map {
            Count(group: $0.group, count: $0.count, on: $0.countedOn?.start.milliseconds, source: $0.source)
        }
    }

    var unit: QuizCore.Unit {
        func day(_ milliseconds: Int64?) -> CalendarDay? {
            milliseconds.map { CalendarDay(of: Timestamp(milliseconds: $0)) }
        }
        return QuizCore.Unit(
            code: code,
            title: title,
            type: type,
            parent: parent,
            educationParent: educationParent,
            validFrom: day(from),
            validTo: day(to),
            successors: successors,
            headcounts: counts.map {
                Headcount(group: $0.group, count: $0.count, countedOn: day($0.on), source: $0.source)
            }
        )
    }
}
