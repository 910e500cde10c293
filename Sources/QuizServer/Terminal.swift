import Foundation

/// Where people read what the server has to say; written at once, also into a pipe.
enum Terminal {
    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
