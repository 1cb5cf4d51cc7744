/** Vietnamese: review by figure, changes that climb, consolidated figures said by hand. */
export const viReview = {
  'no-amendment': 'Không có thay đổi nào từ cấp dưới chờ quyết định.',
  'amendment-changed':
    'Thay đổi từ cấp dưới đã có bản mới (bạn thấy bản {seen}, hiện là bản {current}). Hãy xem lại rồi quyết định.',
  'amendment-return-instead': 'Báo cáo chưa được duyệt: hãy trả lại thay vì mở lại.',
  'override-needs-reason':
    'Số liệu của {targets} khác số tổng hợp từ cấp dưới (hoặc do cấp tổng hợp tự ghi): phải nêu lý do cho từng chỉ tiêu.',
  'remarks-unanswered': 'Còn {count} ý kiến chưa trả lời ({remarks}); phải trả lời từng ý kiến rồi mới nộp lại.',
  'remarks-open':
    'Còn {count} ý kiến chưa xong ({remarks}); phải xác nhận từng ý kiến đã được giải quyết rồi mới duyệt.',
  'reply-to-nothing': 'Không có ý kiến “{remark}” nào chờ trả lời.',
  'content-changed': 'Nội dung đã khác bản bạn đọc; hãy mở lại rồi quyết định.',
  'part-not-open': 'Phần “{path}” không bị trả lại nên không được sửa.',
  'reason-unknown': 'Không có mã lý do “{reason}” vào ngày {day}.',
  'part-unknown': 'Báo cáo không có phần “{path}”.',
  'not-opened': 'Phải mở xem báo cáo trước khi duyệt hoặc trả lại.',
} as const;
