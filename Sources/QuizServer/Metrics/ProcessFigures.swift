import Foundation

/// What the system tells about this process.
///
/// - Source: proc_pid_statm(5)
enum ProcessFigures {
    /// - Unit: Bytes.
    static func residentMemory() -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        return residentMemory(statm: text, pageSize: sysconf(Int32(_SC_PAGESIZE)))
    }

    static func residentMemory(statm: String, pageSize: Int) -> Int? {
        let fields = statm.split(whereSeparator: \.isWhitespace)
        guard fields.count >= 2, let pages = Int(fields[1]), pages >= 0, pageSize > 0 else { return nil }
        let (bytes, overflow) = pages.multipliedReportingOverflow(by: pageSize)
        return overflow ? nil : bytes
    }
}
