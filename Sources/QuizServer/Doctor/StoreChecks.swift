import Foundation
import QuizAPI
import QuizCore
import QuizStore

/// What an open store is asked.
///
/// Schema, high-water mark and the last 1,000 log entries were checked when it was opened.
struct StoreChecks {
    let store: Store
    let folder: DataFolder
    /// No server runs: the writer may be held for as long as it takes, which evaluates CHECK constraints as well (I12).
    var isAlone = false
    /// A clock may be set back a little by its own correction.
    ///
    /// Unit: milliseconds.
    private static let slack: Int64 = 60_000

    /// Quick enough for every start.
    func quick(at now: Timestamp) async -> [CheckResult] {
        [opened(), await settings(), await clock(now), contestKeys()]
    }

    private func opened() -> CheckResult {
        let sequence = store.committedSequence
        let known = Migration.all.count
        return .ok(
            "database",
            vi: "lược đồ \(known), nhật ký đến \(sequence), đã xác nhận đến \(folder.mark()); "
                + "\(store.banks().count) phiên bản ngân hàng, \(store.definitions().count) cuộc thi",
            en: "schema \(known), log up to \(sequence), acknowledged up to \(folder.mark()); "
                + "\(store.banks().count) bank versions, \(store.definitions().count) contests"
        )
    }

    private func settings() async -> CheckResult {
        guard let settings = try? await store.settings() else { return unreadable("settings") }
        let wrong = settings.filter { $0.value != $0.wanted }.map { "\($0.name)=\($0.value)" }
        guard wrong.isEmpty else {
            let list = wrong.joined(separator: ", ")
            return .fault(
                "settings",
                .error,
                vi: "thiết lập của cơ sở dữ liệu sai: \(list)",
                en: "the database is set wrongly: \(list)",
                remedy: (
                    "dùng libsqlite3 của Debian, không dùng bản tự biên dịch",
                    "use Debian's libsqlite3, not one built otherwise"
                )
            )
        }
        let list = settings.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
        return .ok("settings", vi: list, en: list)
    }

    /// A clock behind the log would lengthen attempts, and put entries before their past (I2, I13).
    private func clock(_ now: Timestamp) async -> CheckResult {
        let last: Timestamp?
        do { last = try await store.lastEntry() } catch { return unreadable("clock") }
        guard let last, now.milliseconds < last.milliseconds - Self.slack else {
            return .ok("clock", vi: "giờ máy \(now.rfc3339)", en: "the clock says \(now.rfc3339)")
        }
        return .fault(
            "clock",
            .error,
            vi: "giờ máy (\(now.rfc3339)) trước mục nhật ký cuối (\(last.rfc3339))",
            en: "the clock (\(now.rfc3339)) is before the last log entry (\(last.rfc3339))",
            remedy: (
                "chỉnh giờ máy (timedatectl); nếu nhật ký từng bị ghi với giờ sai trong tương lai, chạy serve --accept clock",
                "set the clock (timedatectl); if the log was once written under a wrong future time, run serve --accept clock"
            )
        )
    }

    private func contestKeys() -> CheckResult {
        let missing = store.definitions().map(\.contest.id).filter { !folder.hasContestKey($0) }
        guard missing.isEmpty else {
            let list = missing.joined(separator: ", ")
            return .fault(
                "contest-keys",
                .warning,
                vi: "thiếu khóa của cuộc thi: \(list); khóa mới sẽ không khớp cam kết đã công bố",
                en: "keys of contests are missing: \(list); new ones will not fit the published commitments",
                remedy: (
                    "đặt lại tệp khóa đã cất bằng backup --keys vào \(folder.keys) trước khi có người thi",
                    "put the keys saved with backup --keys back into \(folder.keys) before anybody starts"
                )
            )
        }
        return .ok("contest-keys", vi: "mọi cuộc thi có khóa", en: "every contest has its key")
    }

    /// Reads everything; minutes with a large database.
    func thorough() async -> [CheckResult] {
        let problems: [String]
        do {
            problems = try await store.inspect().problems + (isAlone ? store.check() : [])
        } catch {
            problems = ["\(error)"]
        }
        guard problems.isEmpty else {
            let list = Set(problems).sorted().prefix(20).joined(separator: "; ")
            return [
                .fault(
                    "integrity",
                    .error,
                    vi: "cơ sở dữ liệu hỏng: \(list)",
                    en: "the database is damaged: \(list)",
                    remedy: (
                        "dừng máy chủ, giữ nguyên một bản của thư mục dữ liệu, rồi khôi phục bản sao lưu gần nhất",
                        "stop the server, keep a copy of the data folder as it is, then restore the newest backup"
                    )
                )
            ]
        }
        return [
            .ok(
                "integrity",
                vi: "cấu trúc, chỉ mục, khóa ngoại và toàn bộ nhật ký nguyên vẹn",
                en: "structure, indexes, foreign keys and the whole log are sound"
            )
        ]
    }

    private func unreadable(_ check: String) -> CheckResult {
        .fault(
            check,
            .error,
            vi: "không đọc được cơ sở dữ liệu",
            en: "the database cannot be read",
            remedy: ("chạy doctor khi máy chủ đã dừng", "run doctor while the server is stopped")
        )
    }
}
