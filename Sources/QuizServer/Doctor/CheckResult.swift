import QuizCore

/// What one check of the self-check found.
package struct CheckResult: Encodable, Sendable {
    package enum Level: String, Encodable, Sendable, Comparable {
        case ok, warning, error

        package static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

        private var rank: Int { self == .ok ? 0 : self == .warning ? 1 : 2 }
    }

    package struct Words: Encodable, Sendable {
        let vi: String
        let en: String

        var message: Message { Message(vi: vi, en: en) }
    }

    /// Its name, as `serve --accept` takes it.
    package let check: String
    package let level: Level
    let finding: Words
    /// What to do about it.
    let remedy: Words?

    static func ok(_ check: String, vi: String, en: String) -> CheckResult {
        CheckResult(check: check, level: .ok, finding: Words(vi: vi, en: en), remedy: nil)
    }

    package static func fault(
        _ check: String,
        _ level: Level,
        vi: String,
        en: String,
        remedy: (vi: String, en: String)
    ) -> CheckResult {
        CheckResult(
            check: check,
            level: level,
            finding: Words(vi: vi, en: en),
            remedy: Words(vi: remedy.vi, en: remedy.en)
        )
    }

    /// One line for a terminal, with what to do on the next.
    var text: String {
        let line = "\(level.rawValue): \(check): \(finding.message.local)\n"
        return line + (remedy.map { "  -> \($0.message.local)\n" } ?? "")
    }
}
