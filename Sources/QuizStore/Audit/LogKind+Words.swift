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
        .auditExported: Message(vi: "tải nhật ký", en: "took the log of acts"),
    ]
}
