package import Logging
import QuizCore

/// What a start makes of the self-check: an error stops it, a warning is logged.
package struct StartCheck {
    /// Checks whose error is passed over, as the operator asked.
    let accepted: [String]
    let logger: Logger

    package init(accepted: [String], logger: Logger) {
        self.accepted = accepted
        self.logger = logger
    }

    package func pass(_ results: [CheckResult]) throws {
        for result in results where result.level != .ok {
            logger.warning(
                "\(result.finding.en)",
                metadata: ["check": "\(result.check)", "remedy": "\(result.remedy?.en ?? "")"]
            )
        }
        let errors = results.filter { $0.level == .error && !accepted.contains($0.check) }
        guard errors.isEmpty else {
            throw Refusal(
                vi: errors.map { "\($0.check): \($0.finding.vi)\n  -> \($0.remedy?.vi ?? "")" }.joined(separator: "\n"),
                en: errors.map { "\($0.check): \($0.finding.en)\n  -> \($0.remedy?.en ?? "")" }.joined(separator: "\n")
            )
        }
    }
}
