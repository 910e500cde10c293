// @ts-check
// What all pages of staff say, fetched with them.
export const viStaff = {
  "nav.contest": "Cuộc thi",
  "nav.label": "Các trang của cán bộ",
  "nav.personal": "Dữ liệu cá nhân",
  "nav.prizes": "Giải thưởng",
  "nav.questions": "Câu hỏi",
  "nav.results": "Kết quả",
  "nav.unit": "Đơn vị",
};
