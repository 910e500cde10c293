// @ts-check
// What all pages of staff say, fetched with them.
export const viStaff = {
  "nav.contest": "Cuộc thi",
  "nav.label": "Các trang của cán bộ",
  "nav.prizes": "Giải thưởng",
  "nav.questions": "Câu hỏi",
  "nav.results": "Kết quả",
  "nav.roster": "Danh sách dự thi",
  "nav.unit": "Đơn vị",
};
