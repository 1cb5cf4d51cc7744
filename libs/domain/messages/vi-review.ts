/** Vietnamese: review by figure, changes that climb, consolidated figures said by hand. */
export const viReview = {
  'no-amendment': 'Không có thay đổi nào từ cấp dưới chờ quyết định.',
  'amendment-changed':
    'Thay đổi từ cấp dưới đã có bản mới (bạn thấy bản {seen}, hiện là bản {current}). Hãy xem lại rồi quyết định.',
  'amendment-return-instead': 'Báo cáo chưa được duyệt: hãy trả lại thay vì mở lại.',
  'override-needs-reason':
    'Số liệu của {targets} khác số tổng hợp từ cấp dưới (hoặc do cấp tổng hợp tự ghi): phải nêu lý do cho từng chỉ tiêu.',
} as const;
