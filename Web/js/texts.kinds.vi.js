// @ts-check
// What the modules say of questions that are put in order, matched, written or marked; fetched with them.
export const viKinds = {
  "channel.chat": "Tin nhắn trong ứng dụng",
  "channel.email": "Thư điện tử",
  "channel.sms": "Tin nhắn SMS",
  "channel.web": "Trang web",

  "match.hint": "Chọn cho mỗi mục bên dưới một vế phù hợp.",
  "match.pick": "Chọn…",

  "message.hint": "Chạm vào từng phần đáng ngờ để đánh dấu. Chạm lần nữa để bỏ.",

  "numeric.hint": "Nhập một số. Viết 87,5 hay 87.5 đều được; không tách hàng nghìn.",
  "numeric.unread": "Chưa đọc được thành số. Viết như 1234 hoặc 87,5.",

  "order.down": "Chuyển xuống: {text}",
  "order.hint": "Dùng nút mũi tên để xếp từ trên xuống theo đúng thứ tự.",
  "order.keep": "Giữ thứ tự đang hiện",
  "order.moved": "“{text}” ở vị trí {n} trên {of}.",
  "order.up": "Chuyển lên: {text}",

  "picture.again": "Tải lại ảnh",
  "picture.failed": "Chưa tải được ảnh. Trong ảnh:",
  "picture.large": "Phóng to ảnh",

  "review.key": "Đáp án",
  "review.keys": "Các cách viết được chấp nhận",
  "review.mine": "Bạn trả lời: {text}",
  "review.mineAt": "Bạn xếp ở vị trí {n}",
  "review.mineMatch": "Bạn ghép với: {text}",
  "review.mineRight": "Bạn trả lời đúng",
  "review.nothing": "Bạn bỏ trống",
  "review.sign": "Dấu hiệu đáng ngờ, bạn chưa đánh dấu",
  "review.signMine": "Dấu hiệu đáng ngờ, bạn đã đánh dấu",
  "review.signWrong": "Không đáng ngờ, bạn đã đánh dấu",
  "review.tolerance": "chấp nhận lệch {n}",

  "role.address": "Địa chỉ",
  "role.attachment": "Tệp đính kèm",
  "role.button": "Nút bấm",
  "role.field": "Ô nhập",
  "role.heading": "Tiêu đề",
  "role.link": "Đường dẫn",
  "role.sender": "Người gửi",
  "role.subject": "Chủ đề",
  "role.text": "Nội dung",
  "role.time": "Thời gian",
  "role.to": "Người nhận",

  "short.hint": "Viết câu trả lời ngắn gọn. Chữ hoa hay chữ thường đều được; nhớ viết đủ dấu.",
};
