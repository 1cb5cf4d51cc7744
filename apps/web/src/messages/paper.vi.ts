/** Vietnamese: papers of a few words. */
export const paperVi = {
  'act.fill.paper': 'Nhập văn bản',
  'paper.number': 'Số, ký hiệu văn bản',
  'paper.date': 'Ngày văn bản',
  'paper.summary': 'Nội dung chính',
  'paper.occurredOn': 'Ngày diễn ra',
  'paper.ground': 'Căn cứ, diễn biến',
  'paper.confirmed': 'Đã xem và xác nhận bảng xếp hạng do hệ thống tính',
  'paper.hand-in': 'Nộp',
  'paper.elsewhere': 'Việc này chưa có biểu mẫu trên trang, xin nộp qua API.',
} as const;
