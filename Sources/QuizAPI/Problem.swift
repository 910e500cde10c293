import HTTPTypes
import Hummingbird
import NIOCore
import QuizCore

/// A refusal as the outside sees it: RFC 9457, in words a person understands.
///
/// The one table from error to status.
struct Problem: Error {
    let code: String
    let status: HTTPResponse.Status
    let title: String
    let detail: Message
    /// Further members, as JSON.
    var extra: [(key: JSONKey, json: String)] = []
    var headers = HTTPFields()

    init(_ code: String, _ status: HTTPResponse.Status, _ title: String, _ vi: String, _ en: String) {
        self.code = code
        self.status = status
        self.title = title
        detail = Message(vi: vi, en: en)
    }

    static func malformed(_ vi: String, _ en: String) -> Problem {
        Problem("malformed", .badRequest, "Yêu cầu không đọc được", vi, en)
    }
    static func unknownField(_ name: String) -> Problem {
        Problem(
            "unknown-field",
            .badRequest,
            "Trường lạ",
            "Yêu cầu chứa trường không dùng ở đây: “\(name.prefix(60))”.",
            "The request holds a field that is not used here: '\(name.prefix(60))'."
        )
    }
    static func invalid(_ faults: [RegistrationForm.Fault]) -> Problem {
        var problem = Problem(
            "invalid",
            .unprocessableContent,
            "Thông tin chưa đúng",
            "Một số ô chưa đúng, hãy xem từng ô.",
            "Some fields need correction."
        )
        var json = JSONText()
        json.object { json in
            json.list("faults", faults) { json, fault in
                json.object { json in
                    json.field("field", fault.field)
                    json.field("message", fault.message.vi)
                    json.field("messageEn", fault.message.en)
                }
            }
        }
        let text = String(decoding: json.bytes, as: UTF8.self)
        problem.extra = [("faults", String(text.dropFirst("{\"faults\":".count).dropLast()))]
        return problem
    }
    static func invalid(_ field: String, _ vi: String, _ en: String) -> Problem {
        invalid([RegistrationForm.Fault(field: field, message: Message(vi: vi, en: en))])
    }
    static let unauthorized: Problem = {
        var problem = Problem(
            "unauthorized",
            .unauthorized,
            "Chưa đăng nhập",
            "Phiên đã hết hoặc thông tin đăng nhập không đúng. Hãy đăng nhập lại.",
            "The session has ended or the credentials are wrong. Sign in again."
        )
        problem.headers[.wwwAuthenticate] = "Bearer"
        return problem
    }()
    static let totpRequired = Problem(
        "totp-required",
        .unauthorized,
        "Cần mã xác thực",
        "Nhập mã 6 chữ số trên ứng dụng xác thực, hoặc một mã khôi phục.",
        "Enter the 6 digits that your authenticator shows, or a recovery code."
    )
    static let totpWrong = Problem(
        "totp-wrong",
        .unauthorized,
        "Mã xác thực chưa đúng",
        "Mã chưa đúng hoặc đã dùng. Chờ mã mới rồi thử lại, hoặc dùng một mã khôi phục.",
        "The code is wrong or was used before. Wait for the next one, or use a recovery code."
    )
    static let nameTaken = Problem(
        "name-taken",
        .conflict,
        "Tên đã có",
        "Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.",
        "This user name is taken. Choose another."
    )
    static let forbiddenOrigin = Problem(
        "forbidden-origin",
        .forbidden,
        "Nguồn không được phép",
        "Yêu cầu không đến từ trang của cuộc thi. Hãy mở lại trang.",
        "The request does not come from the contest's own pages. Open the page again."
    )
    static let notFound = Problem(
        "not-found",
        .notFound,
        "Không tìm thấy",
        "Không có gì ở địa chỉ này. Hãy kiểm tra lại đường dẫn.",
        "There is nothing at this address. Check the link."
    )
    static func methodNotAllowed(_ allowed: String) -> Problem {
        var problem = Problem(
            "method-not-allowed",
            .methodNotAllowed,
            "Cách gọi không đúng",
            "Địa chỉ này chỉ nhận: \(allowed).",
            "This address takes only: \(allowed)."
        )
        problem.headers[.allow] = allowed
        return problem
    }
    /// What is asked for is clear, but stands against the state of things.
    static func notPossible(_ reason: Message) -> Problem {
        Problem("not-possible", .conflict, "Chưa làm được", reason.vi, reason.en)
    }
    static let identityTaken = Problem(
        "identity-taken",
        .conflict,
        "Đã đăng ký",
        "Thông tin này đã được đăng ký. Hãy vào lại bằng mã dự thi đã cấp.",
        "This identity is registered already. Come back with the entry code that was given."
    )
    static let notListed = Problem(
        "not-listed",
        .unprocessableContent,
        "Không có trong danh sách",
        "Không tìm thấy bạn trong danh sách của đơn vị. Hãy kiểm tra họ tên, năm sinh, đơn vị, hoặc hỏi đầu mối của đơn vị.",
        "You are not on the unit's list. Check name, year of birth and unit, or ask the unit's coordinator."
    )
    static let consentNeeded = Problem(
        "consent-needed",
        .conflict,
        "Cần đồng ý trước khi thi",
        "Trước khi bắt đầu cần trả lời các câu hỏi về đồng ý dự thi. Hãy tải lại trang.",
        "Before the start the questions about consent must be answered. Load the page again."
    )
    static let profileLocked = Problem(
        "profile-locked",
        .conflict,
        "Thông tin đã khóa",
        "Sau lần nộp bài đầu tiên, thông tin chỉ do Ban Tổ chức đính chính. Hãy báo Ban Tổ chức chỗ sai.",
        "After the first submission only the organizers correct these data. Tell them what is wrong."
    )
    static let profileOfRoster = Problem(
        "profile-locked",
        .conflict,
        "Thông tin theo danh sách",
        "Họ tên và đơn vị lấy từ danh sách của đơn vị. Hãy báo đầu mối của đơn vị chỗ sai.",
        "Name and unit come from the unit's roster. Tell its coordinator what is wrong."
    )
    static let profileOutdated = Problem(
        "profile-outdated",
        .conflict,
        "Thông tin vừa đổi",
        "Thông tin vừa được đổi ở nơi khác. Hãy tải lại trang rồi sửa lại.",
        "These data have just been changed elsewhere. Reload the page and try again."
    )
    static let attemptsExhausted = Problem(
        "attempts-exhausted",
        .conflict,
        "Hết lượt thi",
        "Bạn đã dùng hết số lượt thi cho phép.",
        "All attempts allowed have been used."
    )
    /// Says when, also in a field that programs read.
    static func attemptPaused(until end: Timestamp, now: Timestamp) -> Problem {
        var problem = Problem(
            "attempt-paused",
            .conflict,
            "Chưa đến lượt thi tiếp theo",
            "Giữa hai lượt thi phải nghỉ. Bạn được bắt đầu lượt tiếp theo từ \(end.vietnamese).",
            "There is a pause between attempts. The next one may start from \(end.vietnamese) (Việt Nam time)."
        )
        problem.extra = [("startsFrom", "\"\(end.rfc3339)\"")]
        problem.headers[.retryAfter] = String(max(1, (end.milliseconds - now.milliseconds + 999) / 1_000))
        return problem
    }
    static func unanswered(_ positions: [Int]) -> Problem {
        let list = positions.map { String($0) }.joined(separator: ", ")
        var problem = Problem(
            "unanswered",
            .conflict,
            "Còn câu chưa trả lời",
            "Cuộc thi này phải trả lời hết mới nộp được. Còn trống: câu \(list).",
            "This contest takes complete papers only. Still blank: \(list)."
        )
        problem.extra = [("positions", "[\(list)]")]
        return problem
    }
    static let notAnswered = Problem(
        "not-answered",
        .conflict,
        "Chưa trả lời",
        "Hãy trả lời câu này rồi mới xem giải thích.",
        "Answer this question first, then see its explanation."
    )
    static let revealed = Problem(
        "revealed",
        .conflict,
        "Đã xem giải thích",
        "Đã xem giải thích của câu này, câu trả lời không đổi được nữa.",
        "The explanation of this question was shown; its answer no longer changes."
    )
    static let keyWithheld = Problem(
        "key-withheld",
        .conflict,
        "Chưa được xem giải thích",
        "Giải thích của câu này chưa được công bố.",
        "The explanation of this question is not released yet."
    )
    static let unranked = Problem(
        "unranked",
        .conflict,
        "Luyện tập không xếp hạng",
        "Luyện tập không có bảng xếp hạng và không xuất kết quả.",
        "Practice has no board and no results to export."
    )
    static let sealed = Problem(
        "sealed",
        .conflict,
        "Bài đã nộp",
        "Bài thi đã nộp, không nhận thêm câu trả lời.",
        "The attempt is sealed and takes no more answers."
    )
    static let late = Problem(
        "late",
        .conflict,
        "Hết giờ",
        "Đã hết giờ làm bài. Các câu đã lưu vẫn được chấm.",
        "The time is over. What was saved before is marked."
    )
    static let attemptOpen = Problem(
        "attempt-open",
        .conflict,
        "Bài chưa nộp",
        "Bài thi còn đang làm; nộp bài rồi mới có kết quả.",
        "The attempt is still open; there is a result once it is submitted."
    )
    static let noResult = Problem(
        "no-result",
        .notFound,
        "Chưa có kết quả",
        "Bạn chưa có kết quả ở bảng này.",
        "You have no result on this board yet."
    )
    static let requestKeyReused = Problem(
        "request-key-reused",
        .unprocessableContent,
        "Khóa yêu cầu đã dùng",
        "Yêu cầu này đã gửi trước đó với nội dung khác. Hãy tải lại trang rồi đăng ký lại.",
        "This request was sent before with other content. Reload the page and register again."
    )
    static let tooLarge = Problem(
        "too-large",
        .contentTooLarge,
        "Nội dung quá lớn",
        "Nội dung gửi lên quá lớn.",
        "The content is too large."
    )
    static let unsupportedMediaType = Problem(
        "unsupported-media-type",
        .unsupportedMediaType,
        "Kiểu nội dung không đúng",
        "Nội dung phải được gửi dưới dạng JSON.",
        "The content must be sent as JSON."
    )
    static let certificateNotKept = Problem(
        "certificate-not-kept",
        .notFound,
        "Không còn lưu",
        "Máy chủ không lưu, hoặc không còn lưu, kết quả của giấy chứng nhận này.",
        "The result behind this certificate is not kept, or no longer kept."
    )
    static let certificateWithheld = Problem(
        "certificate-withheld",
        .conflict,
        "Chưa có giấy chứng nhận",
        "Chưa có giấy chứng nhận: kết quả chưa đến bước được cấp, hoặc chưa đạt điều kiện của thể lệ.",
        "There is no certificate yet: the results are not far enough, or the conditions of the rules are not met."
    )
    static func tooManyCertificates(_ most: Int) -> Problem {
        Problem(
            "too-many-certificates",
            .conflict,
            "Quá nhiều giấy chứng nhận",
            "Có hơn \(most) giấy chứng nhận; hãy tải theo từng đơn vị.",
            "There are more than \(most) certificates; take them unit by unit."
        )
    }
    static let busy: Problem = {
        var problem = Problem(
            "busy",
            .serviceUnavailable,
            "Máy chủ đang bận",
            "Máy chủ đang bận. Trang sẽ tự thử lại sau giây lát.",
            "The server is busy. Try again in a moment."
        )
        problem.headers[.retryAfter] = "2"
        return problem
    }()
    static func tooManyRequests(seconds: Int64) -> Problem {
        var problem = Problem(
            "too-many-requests",
            .tooManyRequests,
            "Quá nhiều yêu cầu",
            "Có quá nhiều yêu cầu. Hãy thử lại sau \(seconds) giây.",
            "Too many requests. Try again in \(seconds) seconds."
        )
        problem.headers[.retryAfter] = String(seconds)
        return problem
    }
    static let storageFull = Problem(
        "storage-full",
        .init(code: 507, reasonPhrase: "Insufficient Storage"),
        "Hết chỗ lưu",
        "Máy chủ hết chỗ lưu, chưa ghi được. Hãy báo Ban Tổ chức.",
        "The server has no space left; nothing was stored."
    )
    static let `internal` = Problem(
        "internal",
        .internalServerError,
        "Lỗi máy chủ",
        "Máy chủ gặp lỗi. Hãy thử lại; nếu vẫn lỗi, gửi mã yêu cầu cho Ban Tổ chức.",
        "The server has failed. Try again; if it persists, pass the request id on to the organizers."
    )

    static func roundNotOpen(opens: Timestamp?) -> Problem {
        var problem = Problem(
            "round-not-open",
            .conflict,
            "Chưa đến giờ thi",
            "Hiện không có đợt thi nào đang mở.",
            "No round is open now."
        )
        if let opens { problem.extra = [("opens", "\"\(opens.rfc3339)\"")] }
        return problem
    }

    static func superseded(_ stored: StoredAnswer) -> Problem {
        var problem = Problem(
            "superseded",
            .conflict,
            "Đã có câu trả lời mới hơn",
            "Một câu trả lời mới hơn đã được lưu, có thể từ máy khác.",
            "A newer answer is stored, from another device perhaps."
        )
        var choice = stored.choice
        // A prediction comes without a position, as the number that is stored.
        if stored.position == 0 { choice = "\"\(Int64(choice).map { PredictionValue(scaled: $0).text } ?? "")\"" }
        problem.extra = [
            (
                "stored",
                "{\"choice\":\(choice),\"sequence\":\(stored.sequence),\"savedAt\":\"\(stored.savedAt.rfc3339)\"}"
            )
        ]
        return problem
    }

    /// What an error means for the outside; what it says goes to the log.
    static func from(_ error: any Error) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case StoreError.busy: return .busy
        case StoreError.full: return .storageFull
        case let error as HTTPError:
            switch error.status {
            case .notFound: return .notFound
            case .contentTooLarge: return .tooLarge
            case .unsupportedMediaType: return .unsupportedMediaType
            case .badRequest: return .malformed("Yêu cầu không đúng mẫu.", "The request is not well formed.")
            default: return .internal
            }
        default: return .internal
        }
    }

    func response(requestID: String) -> Response {
        let json = JSONText { json in
            json.field("type", "/problems/\(code)")
            json.field("title", title)
            json.field("status", Int(status.code))
            json.field("code", code)
            json.field("detail", detail.vi)
            json.field("detailEn", detail.en)
            json.field("requestId", requestID)
            for (key, value) in extra { json.field(key, json: value) }
        }
        var headers = headers
        headers[.contentType] = "application/problem+json; charset=utf-8"
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: json.bytes)))
    }
}

extension Response {
    /// A JSON reply.
    static func json(_ json: JSONText, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(bytes: json.bytes))
        )
    }
}
