import Foundation

/// The self-check as text and as JSON.
package struct DoctorReport {
    let results: [CheckResult]

    package init(results: [CheckResult]) {
        self.results = results
    }

    var worst: CheckResult.Level { results.map(\.level).max() ?? .ok }

    package func reply(json: Bool) -> AdminReply {
        var reply = AdminReply(exitCode: worst == .error ? 1 : 0)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            // Texts only, so there is nothing that cannot be encoded.
            reply.output = ((try? encoder.encode(results)) ?? Data()) + Data("\n".utf8)
        } else {
            reply.output = Data(results.map(\.text).joined().utf8)
        }
        return reply
    }
}
