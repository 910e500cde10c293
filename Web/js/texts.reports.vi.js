// @ts-check
// What the pages of lists and reports say beside what all pages of staff say, fetched with them.
export const viReports = {
  "lists.participation": "Tình hình dự thi",
  "lists.purposeNeeded": "Danh sách có năm sinh, số điện thoại: hãy ghi mục đích sử dụng.",
  "lists.purposeNoted": "Tên bạn và mục đích được ghi vào nhật ký.",
  "lists.results": "Kết quả",
  "lists.unfinished": "Đã vào, chưa nộp bài",
  "lists.unregistered": "Có trong danh sách, chưa vào",
  "participation.claimed": "Tự khai đơn vị",
  "participation.confirmed": "Đã xác nhận đơn vị",
  "participation.headcount": "theo số người trong danh mục đơn vị",
  "participation.missing": "chưa có mẫu số",
  "participation.person.unregistered": "chưa vào",
  "participation.roster": "theo danh sách đã nộp",
  "participation.shareOf": "Đã nộp / {n} người ({source})",
  "participation.shareUnknown": "Đã nộp / tổng số người",
  "participation.shown": "Hiện {n} người.",
  "participation.shownMore": "Hiện {n} người; còn nữa.",
  "participation.whole": "Mẫu số",
  "reports.all": "Toàn bộ danh mục đơn vị",
  "reports.ready": "Báo cáo năm {year}, số liệu đến hết ngày {day}.",
};
