// @ts-check
// What all pages of staff say, fetched with them.
export const viStaff = {
  "nav.accounts": "Tài khoản",
  "nav.audit": "Nhật ký",
  "nav.contest": "Cuộc thi",
  "nav.label": "Các trang của cán bộ",
  "nav.personal": "Dữ liệu cá nhân",
  "nav.prizes": "Giải thưởng",
  "nav.questions": "Câu hỏi",
  "nav.reports": "Báo cáo",
  "nav.results": "Kết quả",
  "nav.unit": "Đơn vị",
  "nav.units": "Đơn vị",
  "staff.code": "Mã xác thực",
  "staff.codeHint": "Mã 6 chữ số trên ứng dụng xác thực, hoặc một mã khôi phục.",
};
