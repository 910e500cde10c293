import Foundation
import Logging
import QuizAPI

/// One JSON object a line, for a collector to read; what is secret never gets here (I9).
struct JSONLogHandler: LogHandler {
    private let label: String
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info

    init(label: String) {
        self.label = label
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = ["label": label, "level": event.level.rawValue, "message": event.message.description]
        fields["time"] = SystemClock.now().rfc3339
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
            fields[key] = "\(value)"
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard var line = try? encoder.encode(fields) else { return }
        line.append(UInt8(ascii: "\n"))
        // A full disk may refuse the log; that ends no contest, as the method that does not throw would.
        try? FileHandle.standardError.write(contentsOf: line)
    }
}
