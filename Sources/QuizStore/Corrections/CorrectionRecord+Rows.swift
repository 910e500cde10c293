import Foundation
import QuizCore

extension CorrectionRecord {
    /// All corrections, by contest, in their order.
    static func read(from database: any Database) throws -> [Int64: [CorrectionRecord]] {
        let rows = try database.all(.corrections, []) { row in
            (
                contest: row.int(1), id: PublicID(bytes: row.bytes(0)), number: Int(row.int(2)), change: row.text(3),
                reason: row.text(4), at: row.time(5), actor: row.text(6), isApplying: row.int(7) == 1,
                remarked: Int(row.int(8)), moved: Int(row.int(9))
            )
        }
        var records: [Int64: [CorrectionRecord]] = [:]
        for row in rows {
            guard let id = row.id else { throw OpenError.inconsistent("correction \(row.number) has no id") }
            let change = try JSONDecoder().decode(Correction.Change.self, from: Data(row.change.utf8))
            let record = CorrectionRecord(
                correction: Correction(id: id, change: change, reason: row.reason),
                number: row.number,
                appliedAt: row.at,
                actor: row.actor,
                isApplying: row.isApplying,
                remarked: row.remarked,
                moved: row.moved
            )
            records[row.contest, default: []].append(record)
        }
        return records
    }
}

extension Correction.Change {
    /// As it is stored: the same change, the same text.
    func stored() throws(DatabaseError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { throw .failed("a correction does not write") }
        return String(decoding: data, as: UTF8.self)
    }
}

extension Query {
    static let corrections = Query(
        name: "correction.all",
        sql: """
            SELECT id, contest, number, change, reason, applied_at, applied_by, is_applying, remarked, moved
            FROM correction ORDER BY contest, number
            """
    )
}
