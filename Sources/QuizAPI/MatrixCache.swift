import QuizCore
import Synchronization

/// Exam matrices that were needed before: one a definition, group and day.
final class MatrixCache: Sendable {
    private struct Key: Hashable {
        let definition: Int64
        let group: String
        let day: CalendarDay
    }

    private let matrices = Mutex<[Key: ExamMatrix]>([:])

    func matrix(
        _ definition: Definition,
        _ group: Group,
        _ day: CalendarDay,
        _ cryptography: some Cryptography
    ) -> ExamMatrix {
        let key = Key(definition: definition.key, group: group.id, day: day)
        if let known = matrices.withLock({ $0[key] }) { return known }
        let matrix = ExamMatrix(group: group, pool: definition.pool, day: day, by: cryptography)
        matrices.withLock { matrices in
            if matrices.count > 200 { matrices.removeAll() }
            matrices[key] = matrix
        }
        return matrix
    }
}
