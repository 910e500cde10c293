import Foundation
import OpenSSL
import QuizCore
import QuizStore

/// What the machine is asked: libraries, limits, time zone, locale.
package enum SystemChecks {
    /// STRICT tables and RETURNING; the oldest that the tests run with.
    private static let oldestSQLite = 3_040_000
    /// As many as the server takes connections, and some for files.
    private static let wantedFiles = 8_192 + 256

    package static func all() -> [CheckResult] {
        [sqlite(), libcrypto(), openFiles(), timeZone(), locale()]
    }

    private static func sqlite() -> CheckResult {
        let version = SQLiteDatabase.version
        guard SQLiteDatabase.versionNumber >= oldestSQLite else {
            return .fault(
                "sqlite",
                .error,
                vi: "libsqlite3 \(version) quá cũ",
                en: "libsqlite3 \(version) is too old",
                remedy: ("cập nhật gói libsqlite3-0 (từ 3.40)", "update the package libsqlite3-0 (3.40 or later)")
            )
        }
        return .ok("sqlite", vi: "libsqlite3 \(version)", en: "libsqlite3 \(version)")
    }

    private static func libcrypto() -> CheckResult {
        let version = OpenSSLVersion.text
        let major = version.split(separator: " ").dropFirst().first.flatMap { Int($0.prefix { $0 != "." }) } ?? 0
        guard major >= 3 else {
            return .fault(
                "libcrypto",
                .error,
                vi: "\(version) quá cũ",
                en: "\(version) is too old",
                remedy: ("cập nhật gói libssl3 (từ 3.0)", "update the package libssl3 (3.0 or later)")
            )
        }
        return .ok("libcrypto", vi: version, en: version)
    }

    static func openFiles() -> CheckResult {
        let text = FileManager.default.contents(atPath: "/proc/self/limits")
        let line = text.map { String(decoding: $0, as: UTF8.self).split(separator: "\n") }?
            .first { $0.hasPrefix("Max open files") }
        // Soft limit, hard limit, unit.
        let soft = line?.split(separator: " ").dropFirst(3).first
        guard let soft, soft != "unlimited", let limit = Int(soft) else {
            return .ok("open-files", vi: "không giới hạn", en: "not limited")
        }
        guard limit >= wantedFiles else {
            return .fault(
                "open-files",
                .warning,
                vi: "chỉ được mở \(limit) tệp và kết nối cùng lúc",
                en: "only \(limit) files and connections may be open at a time",
                remedy: (
                    "đặt LimitNOFILE=65536 trong unit của systemd, hoặc ulimit -n 65536 trước khi chạy",
                    "set LimitNOFILE=65536 in the systemd unit, or ulimit -n 65536 before the start"
                )
            )
        }
        return .ok("open-files", vi: "\(limit) tệp và kết nối", en: "\(limit) files and connections")
    }

    /// Times are shown in Việt Nam's offset by our own rule (I11); data of the system that say otherwise mislead people.
    private static func timeZone() -> CheckResult {
        let own = Int(CalendarDay.offset / 1_000)
        guard let zone = TimeZone(identifier: "Asia/Ho_Chi_Minh") else {
            return .fault(
                "time-zone",
                .warning,
                vi: "máy không có dữ liệu múi giờ; trang web vẫn hiện giờ Việt Nam, date và nhật ký hệ thống thì không",
                en: "there are no time zone data; pages show Việt Nam's time all the same, system logs do not",
                remedy: ("cài gói tzdata", "install the package tzdata")
            )
        }
        guard zone.secondsFromGMT() == own else {
            return .fault(
                "time-zone",
                .warning,
                vi: "dữ liệu múi giờ của máy cho Asia/Ho_Chi_Minh lệch \(zone.secondsFromGMT() - own) giây",
                en: "the time zone data have Asia/Ho_Chi_Minh wrong by \(zone.secondsFromGMT() - own) seconds",
                remedy: ("cập nhật gói tzdata", "update the package tzdata")
            )
        }
        return .ok("time-zone", vi: "Asia/Ho_Chi_Minh là UTC+7", en: "Asia/Ho_Chi_Minh is UTC+7")
    }

    private static func locale() -> CheckResult {
        let environment = ProcessInfo.processInfo.environment
        let name = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? ""
        let charset = name.split(separator: ".").dropFirst().first.map { $0.lowercased() } ?? "utf-8"
        guard charset.hasPrefix("utf-8") || charset.hasPrefix("utf8") else {
            return .fault(
                "locale",
                .warning,
                vi: "bảng mã của máy là \(charset), tiếng Việt sẽ hiện sai trên màn hình dòng lệnh",
                en: "the terminal's charset is \(charset); Vietnamese will look wrong on it",
                remedy: ("đặt LANG=vi_VN.UTF-8 hoặc C.UTF-8", "set LANG=vi_VN.UTF-8 or C.UTF-8")
            )
        }
        let language = Terminal.isEnglish ? "English" : "tiếng Việt"
        return .ok("locale", vi: "thông báo bằng \(language)", en: "messages in \(language)")
    }
}
