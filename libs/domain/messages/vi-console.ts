/** Vietnamese: notices in the console, entries of a calendar feed. */
export const viConsole = {
  'feed.name': 'Đôn Đốc – hạn của {post}',
  'feed.due': 'Hạn: {title} – {unit}',
  'feed.last_working_day': 'Ngày làm việc cuối trước hạn: {title} – {unit}',
  'feed.lock': 'Khóa sổ: {title} – {unit}',
  'month.session': 'Họp Hội đồng',
  'token-shown-once':
    'Địa chỉ lịch của lần yêu cầu này đã được đưa ra và không hiện lại. Nếu chưa nhận được, hãy tạo địa chỉ mới với khóa chống trùng mới.',
} as const;
