import QuizCore
import Synchronization

/// Exam matrices that were needed before: one a definition, round, group and day.
final class MatrixCache: Sendable {
    private struct Key: Hashable {
        let definition: Int64
        let round: String
        let group: String
        let day: CalendarDay
    }

    private let matrices = Mutex<[Key: ExamMatrix]>([:])

    func matrix(
        _ definition: Definition,
        _ group: Group,
        _ round: Round,
        _ day: CalendarDay,
        _ cryptography: any Cryptography
    ) -> ExamMatrix {
        let key = Key(definition: definition.key, round: round.id, group: group.id, day: day)
        if let known = matrices.withLock({ $0[key] }) { return known }
        let matrix = ExamMatrix(
            group: group,
            round: round,
            margin: definition.contest.rules.difficultyBand,
            pool: definition.pool,
            day: day,
            by: cryptography
        )
        matrices.withLock { matrices in
            if matrices.count > 200 { matrices.removeAll() }
            matrices[key] = matrix
        }
        return matrix
    }
}

/// Contest keys that were read before: they never change (I6), and lie in files.
final class ContestKeys: Sendable {
    private let read: @Sendable (String) -> [UInt8]?
    private let known = Mutex<[String: [UInt8]]>([:])

    init(read: @escaping @Sendable (String) -> [UInt8]?) {
        self.read = read
    }

    /// The key of a contest that exists; 32 bytes.
    func key(_ contest: String) -> [UInt8]? {
        if let key = known.withLock({ $0[contest] }) { return key }
        let key = read(contest)
        known.withLock { $0[contest] = key }
        return key
    }
}
