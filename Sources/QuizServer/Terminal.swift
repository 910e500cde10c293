import Foundation

/// Where people read what the server has to say; written at once, also into a pipe.
enum Terminal {
    /// Whether messages come in English, as the environment asks.
    static var isEnglish: Bool {
        let environment = ProcessInfo.processInfo.environment
        return (environment["LC_ALL"] ?? environment["LANG"] ?? "").hasPrefix("en")
    }

    static func say(_ line: String) {
        // Where nobody can read it there is nothing to be done about that.
        try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
    }
}
