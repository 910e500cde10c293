package import QuizCore

extension LogKind {
    /// What was done, to follow the name of who did it; the only place that says it.
    package static let words: [LogKind: Message] = [
        .contestantRegistered: Message(vi: "đăng ký dự thi", en: "registered"),
        .attemptStarted: Message(vi: "bắt đầu lượt thi", en: "started an attempt"),
        .attemptSealed: Message(vi: "kết thúc lượt thi", en: "finished an attempt"),
        .predictionFixed: Message(vi: "chốt đáp số câu dự đoán", en: "fixed the true value of a prediction"),
        .attemptCorrected: Message(vi: "chấm lại một lượt thi", en: "marked an attempt again"),
        .attemptVoided: Message(vi: "hủy một lượt thi", en: "voided an attempt"),
        .timeGranted: Message(vi: "cho thêm thời gian làm bài", en: "gave an attempt more time"),
        .correctionApplied: Message(vi: "đính chính kết quả", en: "corrected results"),
        .resultsAdvanced: Message(vi: "chuyển bước công bố kết quả", en: "took results a step further"),
        .bankImported: Message(vi: "nạp ngân hàng câu hỏi", en: "imported a question bank"),
        .bankRead: Message(vi: "tải ngân hàng câu hỏi kèm đáp án", en: "took a question bank with its key"),
        .definitionApplied: Message(vi: "đặt thể lệ cuộc thi", en: "applied a contest definition"),
        .accountAdded: Message(vi: "thêm tài khoản", en: "added an account"),
        .unitsChanged: Message(vi: "cập nhật danh mục đơn vị", en: "changed units"),
        .keyRead: Message(vi: "xem số liệu có đáp án", en: "read figures with keys"),
        .prizeExcluded: Message(vi: "loại một người khỏi xét giải", en: "excluded somebody from prizes"),
        .prizeReadmitted: Message(vi: "đưa một người trở lại xét giải", en: "readmitted somebody to prizes"),
        .identityChecked: Message(
            vi: "ghi kết quả xác minh người được giải",
            en: "kept a check of a winner's identity"
        ),
        .tieDecided: Message(vi: "quyết định thứ tự người bằng nhau", en: "decided a tie"),
        .publicDrawRecorded: Message(vi: "ghi kết quả bốc thăm công khai", en: "recorded a public draw"),
        .grantGiven: Message(vi: "cấp quyền", en: "gave a grant"),
        .grantTaken: Message(vi: "thu hồi quyền", en: "took a grant away"),
        .accountDisabled: Message(vi: "khóa tài khoản", en: "disabled an account"),
        .accountEnabled: Message(vi: "mở lại tài khoản", en: "enabled an account"),
        .passwordReset: Message(vi: "đặt mật khẩu tạm cho tài khoản", en: "set a temporary password for an account"),
        .passwordChanged: Message(vi: "đổi mật khẩu của mình", en: "changed the own password"),
        .totpSetUp: Message(vi: "bật xác thực hai lớp", en: "set up a second factor"),
        .totpRemoved: Message(vi: "bỏ xác thực hai lớp của tài khoản", en: "removed the second factor of an account"),
        .totpRuleSet: Message(
            vi: "đổi các vai trò bắt buộc xác thực hai lớp",
            en: "changed which roles need a second factor"
        ),
        .recoveryCodeUsed: Message(vi: "dùng một mã khôi phục", en: "used a recovery code"),
        .sessionsEnded: Message(vi: "kết thúc phiên đăng nhập", en: "ended sessions"),
        .backupMade: Message(vi: "sao lưu toàn bộ dữ liệu", en: "made a backup"),
        .unitMerged: Message(vi: "sáp nhập đơn vị", en: "merged units"),
        .headcountEntered: Message(vi: "nhập số người của đơn vị", en: "entered a headcount"),
        .contestantMoved: Message(vi: "chuyển một người sang đơn vị khác", en: "moved somebody to another unit"),
        .attemptMoved: Message(vi: "tính một lượt thi cho đơn vị khác", en: "counted an attempt for another unit"),
        .unitConfirmed: Message(vi: "xác nhận đơn vị của một người", en: "confirmed somebody's unit"),
        .contestantChanged: Message(vi: "sửa thông tin dự thi của mình", en: "changed the own data"),
        .timeAllowed: Message(vi: "đặt thời gian thêm riêng cho một người", en: "set the extra time of one person"),
        .unitsDecided: Message(vi: "quyết định thứ tự đơn vị bằng nhau", en: "decided a tie between units"),
        .listExported: Message(vi: "tải một danh sách người dự thi", en: "took a list of people"),
        .rosterImported: Message(vi: "nạp danh sách của đơn vị", en: "imported a roster"),
        .rosterCodesRead: Message(vi: "xem mã dự thi trong danh sách", en: "saw entry codes of a roster"),
        .rosterCodeReissued: Message(vi: "cấp lại một mã dự thi", en: "issued an entry code anew"),
        .rosterCodeRevoked: Message(vi: "thu hồi một mã dự thi", en: "revoked an entry code"),
        .rosterPersonRemoved: Message(vi: "bỏ một người khỏi danh sách", en: "took somebody off a roster"),
        .consentWithdrawn: Message(vi: "rút lại một sự đồng ý", en: "withdrew a consent"),
        .personCorrected: Message(vi: "đính chính thông tin một người", en: "corrected the data of somebody"),
        .personErased: Message(vi: "xóa danh tính một người", en: "erased who somebody is"),
        .retentionReached: Message(
            vi: "xóa danh tính khi hết thời hạn lưu giữ",
            en: "erased identities at the end of retention"
        ),
        .dataRequestReceived: Message(
            vi: "nhận một yêu cầu về dữ liệu cá nhân",
            en: "received a request about personal data"
        ),
        .dataRequestHandled: Message(
            vi: "xử lý một yêu cầu về dữ liệu cá nhân",
            en: "handled a request about personal data"
        ),
        .dataRead: Message(vi: "xem dữ liệu cá nhân", en: "read personal data"),
        .certificatesTaken: Message(vi: "tải giấy chứng nhận của nhiều người", en: "took certificates of other people"),
        .auditExported: Message(vi: "tải nhật ký", en: "took the log of acts"),
    ]
}
