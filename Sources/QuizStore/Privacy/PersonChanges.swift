import Foundation
import QuizCore

extension Transaction {
    /// Puts right what is kept of somebody; results keep the unit that they were reached for (I14).
    func correct(_ correction: PersonCorrection, by actor: String) throws(DatabaseError) -> PersonCorrectionOutcome {
        let key = correction.contestant
        guard let unit = catalogue.units.key(of: correction.unit),
            let former = try database.first(.personRecord, [.int(key)], PersonRecord.init) ?? nil,
            former.erasedAt == nil
        else { return .notFound }
        let change = PersonChange(from: former, to: correction)
        guard !change.isEmpty || former.displayName != correction.displayName else { return .unchanged }
        let isDone = try database.first(
            .personCorrect,
            [
                .int(key), .text(correction.name), .text(correction.displayName), .bytes(correction.sortKey),
                .int(correction.birthYear), .int(unit), .optional(correction.phone),
                correction.identityHash.map { .bytes($0) } ?? .null,
            ]
        ) { $0.int(0) }
        guard isDone != nil else { return .identityTaken }
        let entries = try database.all(
            .rosterCorrect,
            [.int(key), .text(correction.name), .bytes(correction.sortKey), .int(correction.birthYear)]
        ) { $0.int(0) }
        noteName(ofContestant: key)
        for entry in entries { noteName(ofEntry: entry) }
        try touchBoards(of: key, in: correction.contest)
        try logStaff(.personCorrected, subject: key, actor: actor, detail: change.json, about: key)
        return .corrected
    }
}

/// What stood before and after, and why: JSON for the erasable part of the log (I13).
private struct PersonChange: Encodable {
    struct Facts: Encodable {
        var name: String?
        var birthYear: Int?
        var unit: String?
        var phone: String?
    }

    private var before = Facts()
    private var after = Facts()
    private let reason: String

    init(from former: PersonRecord, to correction: PersonCorrection) {
        reason = correction.reason
        if former.name != correction.name { (before.name, after.name) = (former.name, correction.name) }
        if former.birthYear != correction.birthYear {
            (before.birthYear, after.birthYear) = (former.birthYear, correction.birthYear)
        }
        if former.unitCode != correction.unit { (before.unit, after.unit) = (former.unitCode, correction.unit) }
        if former.phone != correction.phone {
            (before.phone, after.phone) = (former.phone ?? "", correction.phone ?? "")
        }
    }

    var isEmpty: Bool { before.name == nil && before.birthYear == nil && before.unit == nil && before.phone == nil }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? reason
    }
}

extension Query {
    static let personCorrect = Query(
        name: "person.correct",
        sql: """
            UPDATE contestant
            SET name = $2, display_name = $3, sort_key = $4, birth_year = $5,
                unit_confirmed = CASE WHEN unit = $6 THEN unit_confirmed ELSE 1 END, unit = $6, phone = $7,
                identity_hash = COALESCE($8, identity_hash)
            WHERE contestant = $1 AND erased_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM contestant AS other
                WHERE other.contest = contestant.contest AND other.identity_hash = $8
                    AND other.contestant <> contestant.contestant
            )
            RETURNING contestant
            """
    )
    static let rosterCorrect = Query(
        name: "rosterEntry.correct",
        sql: """
            UPDATE roster_entry SET name = $2, sort_key = $3, birth_year = $4 WHERE contestant = $1
            RETURNING roster_entry
            """
    )
}
